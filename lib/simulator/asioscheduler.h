// SPDX-License-Identifier: GPL-3.0-or-later
// core::Scheduler on an Asio loop: one timer for all tasks, since nearly all of them (deadlines) are cancelled before they are due. A task
// lies in a slot that is used again, so that arming and cancelling allocate nothing. Used from the loop's own thread only.
#pragma once

#include "core/scheduler.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <optional>
#include <vector>

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

    /// Tasks that wait.
    std::size_t pending() const { return m_slots.size() - m_free.size(); }

private:
    using Time = std::chrono::steady_clock::time_point; // with what it was moved on by

    struct Slot {
        std::function<void()> task;
        quint32 use = 0; // how often it was taken: tells an old token from that of its present task
    };
    /// Of the heap. It stays behind when its task is cancelled, until it comes first or there are too many of the kind.
    struct Entry {
        Time due;
        quint64 order = 0; // of arming
        Token token = 0;
        bool operator>(const Entry &other) const { return due != other.due ? due > other.due : order > other.order; }
    };

    Time now() const { return std::chrono::steady_clock::now() + m_offset; }
    Token keep(std::function<void()> task);
    bool isPending(Token token) const;
    std::function<void()> take(Token token);
    Entry popFirst();
    void dropCancelled();
    void arm();
    void fire();
    void drain();

    boost::asio::io_context &m_loop;
    std::optional<boost::asio::steady_timer> m_timer; // gone once stopped: the loop may go then
    Time m_armedFor = Time::max();
    std::chrono::milliseconds m_offset{0};
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;    // slots
    std::vector<Entry> m_heap;      // the earliest is first
    std::size_t m_cancelled = 0;    // entries of m_heap without a task
    std::vector<Token> m_immediate; // due at the next turn
    quint64 m_lastOrder = 0;
    bool m_isDraining = false;
    bool m_isStopped = false;
};

} // namespace signalbox::simulator
