// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/trafficcounts.h"

#include "protocol/frame.h"

namespace signalbox::inspect {

using cluster::TrafficRecord;
using Kind = TrafficRecord::Kind;
using Direction = TrafficRecord::Direction;

namespace {

constexpr qint64 secondUs = 1'000'000;

/// A request and its answer pass in opposite directions: what a request's key says is the direction of the request.
QByteArray requestKey(bool isSent, const QString &method, const QByteArray &qid)
{
    return (isSent ? ">" : "<") + method.toUtf8() + ' ' + qid;
}

} // namespace

ConnectionTraffic *TrafficCounts::entry(const QString &connectionId)
{
    if (connectionId.isEmpty())
        return nullptr;
    const auto found = m_connections.find(connectionId);
    if (found != m_connections.end())
        return &*found;
    if (m_connections.size() >= mostConnections)
        return nullptr;
    return &m_connections[connectionId];
}

void TrafficCounts::take(const TrafficRecord &record)
{
    ConnectionTraffic *const traffic = entry(record.connectionId);
    if (!traffic)
        return;
    switch (record.kind) {
    case Kind::Text:
        correlate(*traffic, record);
        [[fallthrough]];
    case Kind::Binary:
        ++traffic->messages;
        traffic->bytes += record.size;
        count(*traffic, record.timeUs);
        break;
    case Kind::Ping:
        traffic->lastPingUs = record.timeUs;
        return;
    case Kind::Pong:
        if (!traffic->lastPingUs)
            return;
        traffic->roundTripUs = record.timeUs - *std::exchange(traffic->lastPingUs, {});
        break;
    case Kind::Close:
        traffic->openRequests.clear();
        break;
    case Kind::Open:
    case Kind::HttpRequest:
    case Kind::HttpResponse:
        return;
    }
    m_changed.insert(record.connectionId);
}

void TrafficCounts::correlate(ConnectionTraffic &traffic, const TrafficRecord &record)
{
    if (record.qid.isEmpty())
        return;
    const bool isSent = record.direction == Direction::Sent;
    if (!record.method.endsWith(protocol::resultSuffix)) {
        if (traffic.openRequests.size() < mostOpen)
            traffic.openRequests.insert(requestKey(isSent, record.method, record.qid), record.timeUs);
        return;
    }
    const auto request =
        traffic.openRequests.constFind(requestKey(!isSent, record.method.chopped(protocol::resultSuffix.size()), record.qid));
    if (request == traffic.openRequests.constEnd())
        return;
    if (!isSent) // what we take to answer is no round trip
        traffic.roundTripUs = record.timeUs - *request;
    traffic.openRequests.erase(request);
}

void TrafficCounts::noteOperation(const QString &connectionId, qint64 timeUs, std::optional<qint64> roundTripUs)
{
    ConnectionTraffic *const traffic = entry(connectionId);
    if (!traffic)
        return;
    ++traffic->operations;
    ++traffic->messages;
    if (roundTripUs)
        traffic->roundTripUs = roundTripUs;
    count(*traffic, timeUs);
    m_changed.insert(connectionId);
}

void TrafficCounts::count(ConnectionTraffic &traffic, qint64 timeUs)
{
    const qint64 second = timeUs / secondUs;
    const qint64 behind = traffic.lastSecond == 0 ? ConnectionTraffic::seconds : second - traffic.lastSecond;
    if (behind >= ConnectionTraffic::seconds || behind <= -ConnectionTraffic::seconds) { // also when the clock was set
        traffic.perSecond.fill(0);
        traffic.lastSecond = second;
    }
    for (; traffic.lastSecond < second; ++traffic.lastSecond)
        traffic.perSecond[static_cast<size_t>((traffic.lastSecond + 1) % ConnectionTraffic::seconds)] = 0;
    ++traffic.perSecond[static_cast<size_t>(second % ConnectionTraffic::seconds)];
}

const ConnectionTraffic *TrafficCounts::of(const QString &connectionId) const
{
    const auto found = m_connections.constFind(connectionId);
    return found == m_connections.constEnd() ? nullptr : &*found;
}

QList<quint32> TrafficCounts::rates(const QString &connectionId, qint64 nowUs) const
{
    QList<quint32> rates(ConnectionTraffic::seconds, 0);
    const ConnectionTraffic *const traffic = of(connectionId);
    if (!traffic)
        return rates;
    const qint64 last = nowUs / secondUs - 1; // the second of now is not over
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const qint64 second = last - (rates.size() - 1 - i);
        if (second <= traffic->lastSecond && second > traffic->lastSecond - ConnectionTraffic::seconds)
            rates[i] = traffic->perSecond[static_cast<size_t>(second % ConnectionTraffic::seconds)];
    }
    return rates;
}

} // namespace signalbox::inspect
