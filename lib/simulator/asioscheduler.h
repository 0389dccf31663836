// SPDX-License-Identifier: GPL-3.0-or-later
// core::Scheduler on an Asio loop: one timer for all tasks, since nearly all of them (deadlines) are cancelled before they are due. Used
// from the loop's own thread only.
#pragma once

#include "core/scheduler.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <optional>
#include <unordered_map>

namespace signalbox::simulator {

class AsioScheduler final : public core::Scheduler
{
public:
    explicit AsioScheduler(boost::asio::io_context &loop);

    Token after(std::chrono::milliseconds delay, std::function<void()> task) override;
    void cancel(Token token) override;

    /// Moves its time on at once: what is due then is called, in order, before this returns. Not to be called from a task.
    void advance(std::chrono::milliseconds by);

    /// Drops all tasks and takes no more, so that the loop can run out of work.
    void stop();

private:
    using Time = std::chrono::steady_clock::time_point; // with what it was moved on by
    using Key = std::pair<Time, Token>;                 // due time, then order of arming

    Time now() const { return std::chrono::steady_clock::now() + m_offset; }
    void arm();
    void fire();
    void drain();

    boost::asio::io_context &m_loop;
    std::optional<boost::asio::steady_timer> m_timer; // gone once stopped: the loop may go then
    Time m_armedFor = Time::max();
    std::chrono::milliseconds m_offset{0};
    Token m_last = 0;
    std::map<Key, std::function<void()>> m_tasks;
    std::unordered_map<Token, Time> m_times;
    std::map<Token, std::function<void()>> m_immediate;
    bool m_isDraining = false;
    bool m_isStopped = false;
};

} // namespace signalbox::simulator
