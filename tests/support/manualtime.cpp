// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualtime.h"

namespace signalbox::test {

core::Scheduler::Token ManualScheduler::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const Token token = ++m_last;
    m_tasks.emplace(std::pair(m_clock.monotonicUs() + delay.count() * 1000, token), std::move(task));
    return token;
}

void ManualScheduler::cancel(Token token)
{
    std::erase_if(m_tasks, [token](const auto &entry) { return entry.first.second == token; });
}

void ManualScheduler::advance(std::chrono::milliseconds by)
{
    const qint64 until = m_clock.monotonicUs() + by.count() * 1000;
    while (!m_tasks.empty() && m_tasks.begin()->first.first <= until) {
        auto first = m_tasks.extract(m_tasks.begin());
        m_clock.advance(std::chrono::microseconds(std::max<qint64>(0, first.key().first - m_clock.monotonicUs())));
        first.mapped()();
    }
    m_clock.advance(std::chrono::microseconds(until - m_clock.monotonicUs()));
}

} // namespace signalbox::test
