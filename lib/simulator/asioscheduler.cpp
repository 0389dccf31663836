// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asioscheduler.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace signalbox::simulator {

namespace {

constexpr unsigned slotBits = 32; // a token: which use of the slot, then the slot
constexpr std::size_t fewEntries = 64;

quint32 slotOf(core::Scheduler::Token token)
{
    return static_cast<quint32>(token);
}

} // namespace

AsioScheduler::AsioScheduler(boost::asio::io_context &loop) : m_loop(loop), m_timer(loop)
{}

core::Scheduler::Token AsioScheduler::keep(std::function<void()> task)
{
    if (m_free.empty()) {
        m_free.push_back(static_cast<quint32>(m_slots.size()));
        m_slots.emplace_back();
    }
    const quint32 index = m_free.back();
    m_free.pop_back();
    Slot &slot = m_slots[index];
    slot.task = std::move(task);
    slot.use = std::max(1U, slot.use + 1); // never 0: nor is the token
    return Token{slot.use} << slotBits | index;
}

bool AsioScheduler::isPending(Token token) const
{
    const quint32 index = slotOf(token);
    return index < m_slots.size() && m_slots[index].use == token >> slotBits && m_slots[index].task;
}

std::function<void()> AsioScheduler::take(Token token)
{
    m_free.push_back(slotOf(token));
    return std::exchange(m_slots[slotOf(token)].task, nullptr);
}

core::Scheduler::Token AsioScheduler::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const Token token = keep(std::move(task));
    if (m_isStopped) {
        take(token);
        return token;
    }
    if (delay.count() <= 0) {
        m_immediate.push_back(token);
        if (!m_isDraining) {
            m_isDraining = true;
            boost::asio::post(m_loop, [this] { drain(); });
        }
        return token;
    }
    const Time due = now() + delay;
    m_heap.push_back({due, ++m_lastOrder, token});
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    if (due < m_armedFor)
        arm();
    return token;
}

void AsioScheduler::cancel(Token token)
{
    // The timer stays armed: it finds nothing due and arms itself for the next task.
    if (!isPending(token))
        return;
    const auto cancelled = take(token); // ends last: what it holds may cancel others
    if (++m_cancelled > fewEntries && m_cancelled > m_heap.size() / 2)
        dropCancelled();
}

void AsioScheduler::advance(std::chrono::milliseconds by)
{
    m_offset += by;
    fire();
}

void AsioScheduler::stop()
{
    m_isStopped = true;
    m_heap.clear();
    m_immediate.clear();
    m_cancelled = 0;
    const std::vector<Slot> dropped = std::exchange(m_slots, {}); // ends last, as above
    m_free.clear();
    m_timer.reset();
}

AsioScheduler::Entry AsioScheduler::popFirst()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    const Entry first = m_heap.back();
    m_heap.pop_back();
    return first;
}

void AsioScheduler::dropCancelled()
{
    std::erase_if(m_heap, [this](const Entry &entry) { return !isPending(entry.token); });
    std::make_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    m_cancelled = 0;
}

void AsioScheduler::arm()
{
    m_armedFor = m_heap.front().due;
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
    while (!m_heap.empty() && (m_heap.front().due <= until || !isPending(m_heap.front().token))) {
        const Entry first = popFirst();
        if (isPending(first.token))
            take(first.token)();
        else if (m_cancelled > 0)
            --m_cancelled;
    }
    if (!m_heap.empty() && !m_isStopped && m_heap.front().due < m_armedFor)
        arm();
}

void AsioScheduler::drain()
{
    // Tasks that are added meanwhile wait for the next turn, so that sockets get theirs.
    m_isDraining = false;
    const std::vector<Token> due = std::exchange(m_immediate, {});
    for (const Token token : due) {
        if (isPending(token))
            take(token)();
    }
}

} // namespace signalbox::simulator
