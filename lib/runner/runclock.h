// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a run that can be held: its duration stands still meanwhile, so that neither its limit nor its steps count what a person
// takes to look around. The time of day goes on.
#pragma once

#include "core/clock.h"

#include <optional>

namespace signalbox::runner {

class RunClock final : public core::Clock
{
public:
    /// clock must outlive it.
    explicit RunClock(const core::Clock &clock) : m_clock(clock) {}

    void hold()
    {
        if (!m_heldAtUs)
            m_heldAtUs = m_clock.monotonicUs();
    }
    void release()
    {
        if (m_heldAtUs)
            m_skippedUs += m_clock.monotonicUs() - *m_heldAtUs;
        m_heldAtUs.reset();
    }

    qint64 nowMs() const override { return m_clock.nowMs(); }
    qint64 monotonicUs() const override { return m_heldAtUs.value_or(m_clock.monotonicUs()) - m_skippedUs; }

private:
    const core::Clock &m_clock;
    std::optional<qint64> m_heldAtUs;
    qint64 m_skippedUs = 0;
};

} // namespace signalbox::runner
