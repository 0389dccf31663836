// SPDX-License-Identifier: GPL-3.0-or-later
// The carriers that this session keeps on the cluster: made when first needed, shared by all operations that they fit, the least
// recently used removed beyond the limit, renewed before others may take them for stale. Runs none of them.
#pragma once

#include "core/clock.h"
#include "runner/carrierbuilder.h"
#include "runner/cleaner.h"

#include <QHash>
#include <QMap>

namespace signalbox::runner {

class CarrierPool final
{
public:
    using Ready = std::function<void(core::Result<QString>)>; ///< the code to start
    using Ticket = quint64;                                   ///< never 0

    CarrierPool(ClusterAccess &access, Cleaner &cleaner, const core::Clock &clock);

    /// Sees to it that the carrier is on the cluster and holds it there until release(ticket). ready comes once, perhaps from within
    /// this call, and not after release(). ticket is set before.
    void acquire(const Carrier &carrier, Ticket &ticket, Ready ready);
    /// Ends a use; an unknown ticket is ignored. A carrier that seems to be gone from the cluster is made anew for the next use.
    void release(Ticket ticket, bool gone = false);

    /// Removes all, those included that are still being made; acquire fails from now on.
    void removeAll();
    bool isIdle() const { return m_making.isEmpty(); }
    /// Called once, when no carrier is being made any more, and not from within this call.
    void whenIdle(std::function<void()> idle) { m_idle = std::move(idle); }
    /// True when a carrier may be on the cluster whose id we never learned.
    bool isUncertain() const { return m_uncertain; }
    int size() const { return static_cast<int>(m_entries.size()); }

    /// An age beyond which a carrier of another session is surely not in use: sessions renew theirs at renewAge(), and no operation
    /// lasts longer than the dialect's longest.
    static std::chrono::milliseconds staleAge(const core::Dialect &dialect);
    static std::chrono::milliseconds renewAge(const core::Dialect &dialect);

private:
    enum class State : quint8 { Making, Ready, Doomed };
    struct Entry {
        QString key;  // the carrier's own code
        QString code; // on the cluster
        QString id;
        State state = State::Making;
        qint64 madeMs = 0;
        quint64 lastUse = 0;
        QMap<Ticket, Ready> waiting;
        int uses = 0; // tickets that are out, the waiting ones included
        std::shared_ptr<core::AsyncCall<QString>> call;
    };
    using EntryPtr = std::shared_ptr<Entry>;

    void make(const EntryPtr &entry, const Carrier &carrier);
    void made(const EntryPtr &entry, const core::Result<QString> &id);
    void drop(const EntryPtr &entry);
    void trim();

    ClusterAccess &m_access;
    Cleaner &m_cleaner;
    const core::Clock &m_clock;
    QHash<QString, EntryPtr> m_entries; // by key
    QHash<Ticket, EntryPtr> m_uses;
    Ticket m_lastTicket = 0;
    QList<EntryPtr> m_making; // holds what nobody may want any more until the cluster has answered
    int m_generation = 0;     // tells a carrier that is made anew from the one before
    bool m_closed = false;
    bool m_uncertain = false;
    std::function<void()> m_idle;
};

} // namespace signalbox::runner
