// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/runoverlay.h"

#include "designer/canvas/canvasscene.h"

namespace signalbox::designer {

using drawing::RunPhase;

namespace {

constexpr qsizetype fewItems = 24; ///< that are worth being painted apart

} // namespace

RunOverlay::RunOverlay(CanvasScene &scene, core::Scheduler &scheduler) : m_scene(scene), m_scheduler(scheduler)
{}

void RunOverlay::setState(const drawing::RunState &state)
{
    m_state = state;
    m_isAllOther = true;
    m_paused = 0;
    for (auto card = m_state.cards.cbegin(); card != m_state.cards.cend(); ++card) {
        if (card->phase == RunPhase::Paused)
            m_paused = card.key();
    }
    arm();
}

void RunOverlay::setCard(qint64 id, const drawing::CardRun &run)
{
    drawing::CardRun &known = m_state.cards[id];
    if (known == run)
        return;
    known = run;
    m_cards.insert(id);
    if (run.phase == RunPhase::Paused)
        m_paused = id;
    else if (m_paused == id)
        m_paused = 0;
    arm();
}

void RunOverlay::setEdge(qint64 from, const QString &outcome, const drawing::EdgeRun &run)
{
    const drawing::RunState::Way way(from, outcome);
    drawing::EdgeRun &known = m_state.edges[way];
    if (known == run)
        return;
    known = run;
    m_edges.insert(way);
    arm();
}

void RunOverlay::arm()
{
    if (!m_frame.isArmed())
        m_frame.arm(m_scheduler, m_isFlood ? floodPause : framePause, [this] { show(); });
    if (!m_far.isArmed())
        m_far.arm(m_scheduler, farPause, [this] { Q_EMIT farChanged(); });
}

void RunOverlay::show()
{
    // Before they ask one by one: the scene then looks through none of its items, and is painted with a plain clip.
    m_isFlood = m_cards.size() + m_edges.size() > fewItems;
    if (m_isAllOther || m_isFlood)
        m_scene.update();
    if (std::exchange(m_isAllOther, false)) {
        for (CardItem *card : m_scene.arrivedCards()) { // others show it when they arrive
            card->setRun(m_state.cards.value(card->id()));
            dressEdges(card->id());
        }
    } else {
        for (const qint64 id : std::as_const(m_cards))
            dressCard(id);
        for (const auto &[from, outcome] : std::as_const(m_edges)) {
            if (EdgeItem *const edge = m_scene.arrivedEdges().edge(from, outcome))
                edge->setRun(m_state.edges.value({from, outcome}));
        }
    }
    m_cards.clear();
    m_edges.clear();
    Q_EMIT shown();
    if (std::exchange(m_toldPaused, m_paused) != m_paused && m_paused)
        Q_EMIT pausedAt(m_paused);
}

void RunOverlay::dressCard(qint64 id)
{
    CardItem *const card = m_scene.arrivedCards().value(id);
    if (const auto known = m_state.cards.constFind(id); card && known != m_state.cards.cend())
        card->setRun(*known);
}

void RunOverlay::dressEdges(qint64 from)
{
    const QList<EdgeItem *> edges = m_scene.arrivedEdges().from(from);
    for (EdgeItem *edge : edges)
        edge->setRun(m_state.edges.value({from, edge->outcome()}));
}

} // namespace signalbox::designer
