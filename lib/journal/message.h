// SPDX-License-Identifier: GPL-3.0-or-later
// One frame or HTTP message as the journal keeps it. Whoever records it has masked its secrets; nothing here unmasks. Not a frame of the
// protocol: method and qid are what the recorder found, as text.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace signalbox::journal {

using MessageId = qint64; ///< counts from 1 in the order of recording, without gaps; 0: none

enum class Kind : quint8 { Text, Binary, Ping, Pong, Open, Close, HttpRequest, HttpResponse };
/// Seen from us.
enum class Direction : quint8 { Sent, Received };

/// "text", "binary", "ping", "pong", "open", "close", "http_request", "http_response".
QString kindName(Kind kind);
std::optional<Kind> kindOf(QStringView name);
/// "sent", "received".
QString directionName(Direction direction);
std::optional<Direction> directionOf(QStringView name);
/// Ping, pong, open and close: what a list hides unless asked for.
bool isControl(Kind kind);
bool isHttp(Kind kind);
/// HTTP, and an open with where it leads.
bool hasUrl(Kind kind);

struct Message {
    MessageId id = 0;  ///< given by the journal
    qint64 timeUs = 0; ///< microseconds since 1970-01-01T00:00:00Z
    Kind kind = Kind::Text;
    Direction direction = Direction::Sent;
    /// What it passed over: every connection and every HTTP session of one run of the program has a key of its own, such as "peer crm #3".
    QString connection;
    QString connectionId; ///< of the registrar; empty where it is not known (yet)
    QString method;       ///< of a frame; empty where there is none
    QByteArray qid;       ///< compact JSON of a frame's qid; the number of an exchange for HTTP; empty where there is none
    qint64 size = 0;      ///< bytes that passed, which masking may have changed
    QByteArray payload;   ///< masked; in pages only its start (Page)
    bool isWhole = true;  ///< whether payload is all of it
    QString verb;         ///< of HTTP
    QString url;          ///< of HTTP and of an open, masked
    int status = 0;       ///< HTTP response; the code of a close
    /// The request that it answers, and how long after it, given by the journal: X_result answers X of the same connection and qid that
    /// went the other way, a pong its ping, a response its request.
    MessageId request = 0;
    qint64 roundTripUs = 0;
    MessageId answer = 0; ///< the first answer to it, in what the journal gives out
    bool pinned = false;

    bool operator==(const Message &) const = default;
};

/// Whether an answer may come: a frame with a qid that is no result, a ping, an HTTP request.
bool asksForAnswer(const Message &message);
/// "greet" of "greet_result"; empty for a method that is no result's (platform.md §3).
QStringView answeredMethod(QStringView method);

} // namespace signalbox::journal
