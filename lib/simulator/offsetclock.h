// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that can be moved on: another one's time plus an offset. It goes on by itself and never back.
#pragma once

#include "core/clock.h"

#include <chrono>

namespace signalbox::simulator {

class OffsetClock final : public core::Clock
{
public:
    /// base must outlive it.
    explicit OffsetClock(const core::Clock &base) : m_base(base) {}

    qint64 nowMs() const override { return m_base.nowMs() + m_offset.count(); }
    qint64 monotonicUs() const override { return m_base.monotonicUs() + std::chrono::microseconds(m_offset).count(); }
    void advance(std::chrono::milliseconds by) { m_offset += by; }

private:
    const core::Clock &m_base;
    std::chrono::milliseconds m_offset{0};
};

} // namespace signalbox::simulator
