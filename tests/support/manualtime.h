// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual time for tests: a clock that only moves when told to, and a scheduler that fires on it, in order of due time.
#pragma once

#include "core/clock.h"
#include "core/scheduler.h"

#include <map>

namespace signalbox::test {

class ManualClock final : public core::Clock
{
public:
    explicit ManualClock(qint64 startMs = 1'700'000'000'000) : m_us(startMs * 1000) {}
    qint64 nowMs() const override { return m_us / 1000; }
    qint64 monotonicUs() const override { return m_us; }
    void advance(std::chrono::microseconds by) { m_us += by.count(); }

private:
    qint64 m_us;
};

class ManualScheduler final : public core::Scheduler
{
public:
    explicit ManualScheduler(ManualClock &clock) : m_clock(clock) {}
    Token after(std::chrono::milliseconds delay, std::function<void()> task) override;
    void cancel(Token token) override;

    /// Moves the clock on by this much, firing what falls due on the way, in order.
    void advance(std::chrono::milliseconds by);
    int pending() const { return static_cast<int>(m_tasks.size()); }

private:
    ManualClock &m_clock;
    Token m_last = 0;
    std::map<std::pair<qint64, Token>, std::function<void()>> m_tasks; // by due time (µs) and order of arming
};

} // namespace signalbox::test
