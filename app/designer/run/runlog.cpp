// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runlog.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

qint64 charactersOf(const runner::StepRecord &step)
{
    qint64 size = step.request.size() + step.response.size() + step.step.error.size();
    for (const machine::VariableChange &change : step.step.changes)
        size += change.before.toText().size() + change.after.toText().size();
    return size;
}

} // namespace

RunLog::RunLog(About about, QObject *parent) : QObject(parent), m_about(std::move(about))
{}

void RunLog::add(const runner::StepRecord &step)
{
    m_open.reset();
    if (m_steps.size() >= mostSteps) {
        ++m_dropped;
    } else {
        m_steps.append(step);
        const qint64 size = charactersOf(step);
        if (m_characters + size <= mostCharacters) {
            m_characters += size;
        } else {
            runner::StepRecord &kept = m_steps.last();
            kept.request.clear();
            kept.response.clear();
            kept.step.changes.clear();
            kept.isCut = true;
        }
    }
    Q_EMIT changed();
}

void RunLog::setOpen(const runner::StepStart &step)
{
    m_open = step;
    Q_EMIT changed();
}

void RunLog::finish(runner::RunReport report)
{
    report.steps.clear();
    m_end = std::move(report);
    m_open.reset();
    Q_EMIT changed();
}

QString RunLog::nameOf(qint64 object) const
{
    const qsizetype index = m_about.scenario.indexOf(object);
    const QString name = index < 0 ? QString() : m_about.scenario.object(index)[u"name"].toString();
    return name.isEmpty() ? tr("object %1").arg(object) : name;
}

qint64 RunLog::lengthUs() const
{
    if (m_end)
        return m_end->durationUs;
    return m_steps.isEmpty() ? 0 : m_steps.constLast().step.startedUs + m_steps.constLast().step.durationUs;
}

} // namespace signalbox::designer
