// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/trafficintake.h"

namespace signalbox::inspect {

using cluster::TrafficRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keysAtATime = 100;                ///< so that not every connection costs a written file
constexpr qint64 mostReserved = 1'000'000'000'000; ///< beyond it the number of the settings is made up

journal::Kind kindOf(TrafficRecord::Kind kind)
{
    switch (kind) {
    case TrafficRecord::Kind::Text:
        return journal::Kind::Text;
    case TrafficRecord::Kind::Binary:
        return journal::Kind::Binary;
    case TrafficRecord::Kind::Ping:
        return journal::Kind::Ping;
    case TrafficRecord::Kind::Pong:
        return journal::Kind::Pong;
    case TrafficRecord::Kind::Open:
        return journal::Kind::Open;
    case TrafficRecord::Kind::Close:
        return journal::Kind::Close;
    case TrafficRecord::Kind::HttpRequest:
        return journal::Kind::HttpRequest;
    case TrafficRecord::Kind::HttpResponse:
        break;
    }
    return journal::Kind::HttpResponse;
}

} // namespace

journal::Message messageOf(TrafficRecord record)
{
    journal::Message message;
    message.timeUs = record.timeUs;
    message.kind = kindOf(record.kind);
    message.direction = record.direction == TrafficRecord::Direction::Sent ? journal::Direction::Sent : journal::Direction::Received;
    message.connection = std::move(record.link);
    message.connectionId = std::move(record.connectionId);
    message.method = std::move(record.method);
    message.qid = std::move(record.qid);
    message.size = record.size;
    message.payload = std::move(record.payload);
    message.isWhole = record.isWhole;
    message.verb = std::move(record.verb);
    message.url = std::move(record.url);
    message.status = record.status;
    return message;
}

void TrafficIntake::setKeys(qint64 reserved, Reserve reserve)
{
    m_keys = std::clamp<qint64>(reserved, 0, mostReserved);
    m_reserved = m_keys;
    m_reserve = std::move(reserve);
}

QString TrafficIntake::newKey(const QString &name)
{
    if (m_reserve && m_keys == m_reserved) {
        m_reserved += keysAtATime;
        m_reserve(m_reserved);
    }
    return u"%1 #%2"_s.arg(name).arg(++m_keys);
}

void TrafficIntake::take(TrafficRecord record)
{
    m_counts.take(record);
    if (m_sink)
        m_sink(messageOf(std::move(record)));
}

} // namespace signalbox::inspect
