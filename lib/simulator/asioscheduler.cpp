// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asioscheduler.h"

#include <boost/asio/post.hpp>

namespace signalbox::simulator {

AsioScheduler::AsioScheduler(boost::asio::io_context &loop) : m_loop(loop), m_timer(loop)
{}

core::Scheduler::Token AsioScheduler::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const Token token = ++m_last;
    if (m_isStopped)
        return token;
    if (delay.count() <= 0) {
        m_immediate.emplace(token, std::move(task));
        if (!m_isDraining) {
            m_isDraining = true;
            boost::asio::post(m_loop, [this] { drain(); });
        }
        return token;
    }
    const Time due = now() + delay;
    m_times.emplace(token, due);
    m_tasks.emplace(Key(due, token), std::move(task));
    if (due < m_armedFor)
        arm();
    return token;
}

void AsioScheduler::cancel(Token token)
{
    // The timer stays armed: it finds nothing due and arms itself for the next task.
    if (const auto found = m_times.find(token); found != m_times.end()) {
        m_tasks.erase(Key(found->second, token));
        m_times.erase(found);
        return;
    }
    m_immediate.erase(token);
}

void AsioScheduler::advance(std::chrono::milliseconds by)
{
    m_offset += by;
    fire();
}

void AsioScheduler::stop()
{
    m_isStopped = true;
    m_tasks.clear();
    m_times.clear();
    m_immediate.clear();
    m_timer.reset();
}

void AsioScheduler::arm()
{
    m_armedFor = m_tasks.begin()->first.first;
    m_timer->expires_at(m_armedFor - m_offset);
    m_timer->async_wait([this](const boost::system::error_code &error) {
        if (!error)
            fire();
    });
}

void AsioScheduler::fire()
{
    m_armedFor = Time::max();
    const Time until = now();
    while (!m_tasks.empty() && m_tasks.begin()->first.first <= until) {
        auto first = m_tasks.extract(m_tasks.begin());
        m_times.erase(first.key().second);
        first.mapped()();
    }
    if (!m_tasks.empty() && !m_isStopped && m_tasks.begin()->first.first < m_armedFor)
        arm();
}

void AsioScheduler::drain()
{
    // Tasks that are added meanwhile wait for the next turn, so that sockets get theirs.
    m_isDraining = false;
    const Token last = m_last;
    while (!m_immediate.empty() && m_immediate.begin()->first <= last) {
        auto first = m_immediate.extract(m_immediate.begin());
        first.mapped()();
    }
}

} // namespace signalbox::simulator
