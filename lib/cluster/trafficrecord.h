// SPDX-License-Identifier: GPL-3.0-or-later
// What passed over our web sockets and HTTP exchanges, one record each, and whom it is told. Secrets are masked before a record is made,
// by the rules of Traffic (traffic.h). Not the lines of --verbose and not what is stored (lib/journal).
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

namespace signalbox::cluster {

struct TrafficRecord {
    /// Pings that come are answered by the socket without telling us: there are none with direction Received.
    enum class Kind : quint8 { Text, Binary, Ping, Pong, Open, Close, HttpRequest, HttpResponse };
    enum class Direction : quint8 { Sent, Received }; ///< seen from us

    qint64 timeUs = 0; ///< microseconds since 1970-01-01T00:00:00Z; of one tap it never goes back but with the computer's clock
    Kind kind = Kind::Text;
    Direction direction = Direction::Sent;
    QString link = {};         ///< TrafficTap::newKey(): the same for all that passed over one web socket, or over HTTP of one session
    QString connectionId = {}; ///< of the registrar; empty for HTTP, and until the cluster has told it
    QString method = {};       ///< of a frame ["method", …]; else empty
    QByteArray qid = {}; ///< of a frame, as compact JSON, masked; for HTTP the number of the exchange: request and response have the same
    QByteArray payload = {}; ///< masked: the text, or the bytes of a JSON or text body; a Close's reason; of an exchange that failed, why
    qint64 size = 0;         ///< bytes that passed; masking changes payload, not this
    bool isWhole = true;     ///< false: the payload is not kept, or only its beginning (transfers of files, long binary messages)
    QString verb = {};       ///< HttpRequest and HttpResponse
    QString url = {};        ///< masked: HttpRequest and HttpResponse, and where an Open leads
    int status = 0;          ///< HttpResponse: the HTTP status, 0 when there was no answer; Close: its code, 0 when there was none
};

/// Where records go. One tap serves all sessions and peers of the surroundings that name it, and outlives them.
class TrafficTap
{
public:
    explicit TrafficTap(core::Clock &clock) : m_clock(clock) {}
    virtual ~TrafficTap() = default;
    TrafficTap(const TrafficTap &) = delete;
    TrafficTap &operator=(const TrafficTap &) = delete;

    /// A text for people that nothing else of this tap's life has: the name with a number, such as "crm-gateway #3".
    virtual QString newKey(const QString &name) = 0;
    /// On the thread of the socket, at each frame: it must not wait, and must not end the session or peer that tells.
    virtual void take(TrafficRecord record) = 0;

    /// The time of a record, finer than the clock tells the date; steps of the computer's clock are followed.
    qint64 nowUs();

private:
    core::Clock &m_clock;
    qint64 m_sinceStartUs = 0; ///< from the monotonic time's start to 1970, or 0
};

} // namespace signalbox::cluster
