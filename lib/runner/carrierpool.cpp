// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/carrierpool.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

CarrierPool::CarrierPool(ClusterAccess &access, Cleaner &cleaner, const core::Clock &clock)
    : m_access(access), m_cleaner(cleaner), m_clock(clock)
{}

std::chrono::milliseconds CarrierPool::renewAge(const core::Dialect &dialect)
{
    return std::chrono::seconds(dialect.timeoutMaxS);
}

std::chrono::milliseconds CarrierPool::staleAge(const core::Dialect &dialect)
{
    // At its last start a carrier is at most renewAge() old, then it runs for at most the longest operation; a minute for clocks that
    // differ and for slow answers.
    return renewAge(dialect) + std::chrono::seconds(dialect.timeoutMaxS) + std::chrono::milliseconds(dialect.carrierGraceMs) +
           std::chrono::minutes(1);
}

void CarrierPool::acquire(const Carrier &carrier, Ticket &ticket, Ready ready)
{
    if (m_closed) {
        ready(core::fail(u"unreachable"_s, QCoreApplication::translate("Carrier", "The session with the cluster has ended.")));
        return;
    }
    EntryPtr entry = m_entries.value(carrier.code);
    if (entry && entry->state == State::Ready && m_clock.nowMs() - entry->madeMs >= renewAge(m_access.profile().dialect).count()) {
        drop(entry);
        entry.reset();
    }
    const bool isNew = !entry;
    if (isNew) {
        entry = std::make_shared<Entry>();
        entry->key = carrier.code;
        entry->code = m_generation == 0 ? carrier.code : u"%1-%2"_s.arg(carrier.code).arg(m_generation);
        m_entries.insert(carrier.code, entry);
    }
    ticket = ++m_lastTicket;
    m_uses.insert(ticket, entry);
    ++entry->uses;
    entry->lastUse = ticket;
    if (entry->state == State::Ready) {
        ready(entry->code);
        return;
    }
    entry->waiting.insert(ticket, ready);
    if (isNew)
        make(entry, carrier);
    trim();
}

void CarrierPool::make(const EntryPtr &entry, const Carrier &carrier)
{
    QList<core::JsonMember> members{
        {u"code"_s, core::Json(entry->code)}, {u"name"_s, core::Json(carrier.name)}, {u"scriptdata"_s, carrier.scriptData}};
    members += carrier.more;
    m_making.append(entry);
    entry->call = m_access.createScript(core::Json(std::move(members)));
    // Weak, since the entry holds the call: a pool that goes while it waits takes both along.
    entry->call->start([this, weak = std::weak_ptr(entry)](const core::Result<QString> &id) {
        if (const EntryPtr strong = weak.lock())
            made(strong, id);
    });
}

void CarrierPool::made(const EntryPtr &entry, const core::Result<QString> &id)
{
    m_making.removeOne(entry);
    const auto call = std::exchange(entry->call, nullptr);
    if (id) {
        entry->id = *id;
        entry->madeMs = m_clock.nowMs();
        const bool doomed = entry->state == State::Doomed;
        entry->state = doomed ? State::Doomed : State::Ready;
        if (doomed && (m_closed || entry->uses == 0))
            m_cleaner.removeScript(std::exchange(entry->id, QString()), entry->code, true);
    } else {
        m_uncertain = true;
        drop(entry);
    }
    const bool idle = m_making.isEmpty();
    const auto whenIdle = idle ? std::exchange(m_idle, nullptr) : nullptr;
    const core::Result<QString> answer = id ? core::Result<QString>(entry->code) : core::Result<QString>(tl::unexpected(id.error()));
    // One at a time: an answer may release others that wait.
    while (!entry->waiting.isEmpty()) {
        const Ready ready = entry->waiting.take(entry->waiting.firstKey());
        ready(answer);
    }
    if (whenIdle)
        whenIdle();
}

void CarrierPool::release(Ticket ticket, bool gone)
{
    const EntryPtr entry = m_uses.take(ticket);
    if (!entry)
        return;
    --entry->uses;
    entry->waiting.remove(ticket);
    if (gone)
        drop(entry);
    else if (entry->state == State::Doomed && entry->uses == 0 && !entry->id.isEmpty())
        m_cleaner.removeScript(std::exchange(entry->id, QString()), entry->code, true);
    trim();
}

void CarrierPool::drop(const EntryPtr &entry)
{
    if (m_entries.value(entry->key) == entry) {
        m_entries.remove(entry->key);
        ++m_generation;
    }
    entry->state = State::Doomed;
    if (!entry->id.isEmpty() && (entry->uses == 0 || m_closed))
        m_cleaner.removeScript(std::exchange(entry->id, QString()), entry->code, true);
}

void CarrierPool::trim()
{
    while (m_entries.size() > m_access.profile().dialect.carriersKept) {
        EntryPtr oldest;
        for (const EntryPtr &entry : std::as_const(m_entries)) {
            if (entry->uses == 0 && entry->state == State::Ready && (!oldest || entry->lastUse < oldest->lastUse))
                oldest = entry;
        }
        if (!oldest)
            return; // all are in use: the surplus goes at the next release
        drop(oldest);
    }
}

void CarrierPool::removeAll()
{
    m_closed = true;
    const QList<EntryPtr> entries = m_entries.values();
    for (const EntryPtr &entry : entries)
        drop(entry);
    // Those that were dropped before and are still in use.
    for (const EntryPtr &entry : std::as_const(m_uses)) {
        if (!entry->id.isEmpty())
            m_cleaner.removeScript(std::exchange(entry->id, QString()), entry->code, true);
    }
}

} // namespace signalbox::runner
