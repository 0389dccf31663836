// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the steps of a run, up to a limit; what comes after it is counted, not kept.
#pragma once

#include "machine/effect.h"

#include <QList>

namespace signalbox::runner {

class Recorder final
{
public:
    explicit Recorder(qsizetype limit = 1'000'000) : m_limit(limit) {}

    void add(const machine::TraceEvent &step)
    {
        if (m_steps.size() < m_limit)
            m_steps.append(step);
        else
            ++m_dropped;
    }
    const QList<machine::TraceEvent> &steps() const { return m_steps; }
    QList<machine::TraceEvent> takeSteps() { return std::exchange(m_steps, {}); }
    qint64 dropped() const { return m_dropped; }

private:
    qsizetype m_limit;
    QList<machine::TraceEvent> m_steps;
    qint64 m_dropped = 0;
};

} // namespace signalbox::runner
