// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runpicture.h"

namespace signalbox::designer {

using drawing::RunPhase;

void RunPicture::goTo(qint64 object, RunPhase phase, Touched &touched)
{
    const auto touch = [this, &touched](qint64 id, RunPhase now) {
        drawing::CardRun &card = m_state.cards[id];
        card.phase = now;
        card.waitedUs = 0;
        card.attempt = now == RunPhase::None ? 0 : static_cast<int>(card.count + 1);
        if (!touched.cards.contains(id))
            touched.cards.append(id);
    };
    if (m_at != 0 && m_at != object)
        touch(m_at, RunPhase::None);
    m_at = object;
    if (object != 0)
        touch(object, phase);
}

RunPicture::Touched RunPicture::begin(const runner::StepStart &step)
{
    Touched touched;
    goTo(step.object, RunPhase::Waiting, touched);
    return touched;
}

RunPicture::Touched RunPicture::end(const machine::TraceEvent &step, bool isOver)
{
    Touched touched;
    drawing::CardRun &card = m_state.cards[step.object];
    card.outcome = step.outcome;
    ++card.count;
    card.spentUs += step.durationUs;
    touched.cards.append(step.object);
    if (step.target && !step.transition.isEmpty()) {
        touched.edge = drawing::RunState::Way(step.object, step.outcome);
        ++m_state.edges[*touched.edge].taken;
    }
    if (m_at == 0)
        m_at = step.object;
    goTo(isOver ? 0 : step.target.value_or(0), RunPhase::Current, touched);
    return touched;
}

RunPicture::Touched RunPicture::wait(qint64 us)
{
    Touched touched;
    if (m_at != 0) {
        m_state.cards[m_at].waitedUs = us;
        touched.cards.append(m_at);
    }
    return touched;
}

RunPicture::Touched RunPicture::hold(std::optional<qint64> object)
{
    Touched touched;
    goTo(object.value_or(0), RunPhase::Paused, touched);
    return touched;
}

RunPicture::Touched RunPicture::release()
{
    Touched touched;
    goTo(0, RunPhase::None, touched);
    return touched;
}

} // namespace signalbox::designer
