// SPDX-License-Identifier: GPL-3.0-or-later
// What passed over the connections that we hold, and what our own operations did on others: counts, rates, open requests, round trips, by
// connection id. Keeps no message; the journal does.
#pragma once

#include "cluster/trafficrecord.h"

#include <QHash>
#include <QSet>

#include <array>
#include <optional>

namespace signalbox::inspect {

struct ConnectionTraffic {
    static constexpr int seconds = 60; ///< of the rate's history

    qint64 messages = 0;   ///< texts and binary messages, both ways; or operations
    qint64 bytes = 0;      ///< of them
    qint64 operations = 0; ///< of ours on it
    std::optional<qint64> roundTripUs;
    /// Requests without an answer yet, either way: by qid, when they passed.
    QHash<QByteArray, qint64> openRequests;
    std::optional<qint64> lastPingUs;
    std::array<quint32, seconds> perSecond{}; ///< a ring: second % seconds
    qint64 lastSecond = 0;                    ///< since 1970; the newest of the ring
};

class TrafficCounts final
{
public:
    static constexpr qsizetype mostConnections = 10'000; ///< beyond it new ones are not counted
    static constexpr qsizetype mostOpen = 10'000;        ///< requests of one connection that are waited for

    /// A record that names no connection counts for none.
    void take(const cluster::TrafficRecord &record);
    /// One of our operations on a connection has ended; nothing as the round trip where it took none.
    void noteOperation(const QString &connectionId, qint64 timeUs, std::optional<qint64> roundTripUs);
    void forget(const QString &connectionId) { m_connections.remove(connectionId); }

    /// nullptr for one of which nothing is known.
    const ConnectionTraffic *of(const QString &connectionId) const;
    /// Messages in each of the last ConnectionTraffic::seconds whole seconds, oldest first; all 0 for one of which nothing is known.
    QList<quint32> rates(const QString &connectionId, qint64 nowUs) const;
    /// Those that changed since the last call.
    QSet<QString> takeChanged() { return std::exchange(m_changed, {}); }

private:
    ConnectionTraffic *entry(const QString &connectionId);
    static void count(ConnectionTraffic &traffic, qint64 timeUs);
    static void correlate(ConnectionTraffic &traffic, const cluster::TrafficRecord &record);

    QHash<QString, ConnectionTraffic> m_connections;
    QSet<QString> m_changed;
};

} // namespace signalbox::inspect
