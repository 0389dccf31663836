// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/har.h"

#include "core/jsonreader.h"
#include "journal/times.h"

#include <QIODevice>
#include <QStringDecoder>
#include <QUrlQuery>

namespace signalbox::journal {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr double usPerMs = 1000;

Json text(const QString &value)
{
    return Json(value);
}

/// The members that HAR asks for and that nothing here knows: -1 says so.
constexpr int unknown = -1;

bool isJson(const QByteArray &payload)
{
    const QByteArray trimmed = payload.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

/// Text as it is; other bytes as Base64, which isCoded then tells.
QString readable(const QByteArray &payload, bool *isCoded)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(payload);
    *isCoded = decoder.hasError();
    return *isCoded ? QString::fromLatin1(payload.toBase64()) : decoded;
}

QString mimeTypeOf(const Message &message)
{
    bool isCoded = false;
    if (message.payload.isEmpty())
        return u"x-unknown"_s;
    if (isJson(message.payload))
        return u"application/json"_s;
    readable(message.payload, &isCoded);
    return isCoded ? u"application/octet-stream"_s : u"text/plain"_s;
}

Json request(const QString &verb, const QString &url, const std::optional<Message> &message)
{
    QList<Json> query;
    const QUrlQuery parts{QUrl(url)};
    for (const auto &[name, value] : parts.queryItems(QUrl::FullyDecoded))
        query.append(Json::object({{u"name"_s, text(name), {}}, {u"value"_s, text(value), {}}}));
    Json json = Json::object({{u"method"_s, text(verb), {}},
                              {u"url"_s, text(url), {}},
                              {u"httpVersion"_s, text(u"HTTP/1.1"_s), {}},
                              {u"cookies"_s, Json::array(), {}},
                              {u"headers"_s, Json::array(), {}},
                              {u"queryString"_s, Json(query), {}},
                              {u"headersSize"_s, Json(unknown), {}},
                              {u"bodySize"_s, Json(message ? message->size : qint64(0)), {}}});
    if (message && !message->payload.isEmpty()) {
        bool isCoded = false;
        const QString body = readable(message->payload, &isCoded);
        json.set(
            u"postData"_s,
            Json::object({{u"mimeType"_s, text(mimeTypeOf(*message)), {}}, {u"params"_s, Json::array(), {}}, {u"text"_s, text(body), {}}}));
    }
    return json;
}

Json response(int status, const QString &statusText, const std::optional<Message> &message)
{
    Json content = Json::object({{u"size"_s, Json(message ? message->size : qint64(0)), {}},
                                 {u"mimeType"_s, text(message ? mimeTypeOf(*message) : u"x-unknown"_s), {}}});
    if (message && !message->payload.isEmpty()) {
        bool isCoded = false;
        content.set(u"text"_s, text(readable(message->payload, &isCoded)));
        if (isCoded)
            content.set(u"encoding"_s, text(u"base64"_s));
    }
    return Json::object({{u"status"_s, Json(status), {}},
                         {u"statusText"_s, text(statusText), {}},
                         {u"httpVersion"_s, text(u"HTTP/1.1"_s), {}},
                         {u"cookies"_s, Json::array(), {}},
                         {u"headers"_s, Json::array(), {}},
                         {u"content"_s, content, {}},
                         {u"redirectURL"_s, text({}), {}},
                         {u"headersSize"_s, Json(unknown), {}},
                         {u"bodySize"_s, Json(message ? message->size : qint64(unknown)), {}}});
}

Json entry(qint64 startedUs, double durationMs, Json request, Json response)
{
    return Json::object(
        {{u"startedDateTime"_s, text(isoTime(startedUs)), {}},
         {u"time"_s, Json(durationMs), {}},
         {u"request"_s, std::move(request), {}},
         {u"response"_s, std::move(response), {}},
         {u"cache"_s, Json::object(), {}},
         {u"timings"_s, Json::object({{u"send"_s, Json(0), {}}, {u"wait"_s, Json(durationMs), {}}, {u"receive"_s, Json(0), {}}}), {}}});
}

/// Of RFC 6455.
int opcodeOf(Kind kind)
{
    switch (kind) {
    case Kind::Binary:
        return 2;
    case Kind::Close:
        return 8;
    case Kind::Ping:
        return 9;
    case Kind::Pong:
        return 10;
    default:
        return 1;
    }
}

} // namespace

HarWriter::HarWriter(QIODevice &device, const QString &creatorVersion) : m_device(device)
{
    const Json creator = Json::object({{u"name"_s, text(u"Signalbox"_s), {}}, {u"version"_s, text(creatorVersion), {}}});
    m_device.write("{\"log\":{\"version\":\"1.2\",\"creator\":" + creator.toCompact() + ",\"entries\":[");
}

void HarWriter::beginEntry()
{
    m_device.write(std::exchange(m_hasEntry, true) ? ",\n" : "\n");
}

void HarWriter::addExchange(const std::optional<Message> &asked, const std::optional<Message> &answered)
{
    const Message &known = asked ? *asked : *answered;
    const qint64 startedUs = asked ? asked->timeUs : answered->timeUs - answered->roundTripUs;
    const double durationMs = answered ? static_cast<double>(answered->timeUs - startedUs) / usPerMs : 0;
    const QString verb = known.verb.isEmpty() ? u"GET"_s : known.verb;
    beginEntry();
    m_device.write(
        entry(startedUs, durationMs, request(verb, known.url, asked), response(answered ? answered->status : 0, {}, answered)).toCompact());
}

void HarWriter::beginSocket(const QString &connection, const std::optional<Message> &open, qint64 firstUs, qint64 lastUs)
{
    const qint64 startedUs = open ? open->timeUs : firstUs;
    Json json = entry(startedUs, static_cast<double>(lastUs - startedUs) / usPerMs, request(u"GET"_s, open ? open->url : QString(), {}),
                      response(101, u"Switching Protocols"_s, {}));
    json.set(u"connection"_s, text(connection));
    json.set(u"_resourceType"_s, text(u"websocket"_s));
    beginEntry();
    m_device.write(json.toCompact().chopped(1) + ",\"_webSocketMessages\":[");
    m_hasFrame = false;
}

void HarWriter::addFrame(const Message &frame)
{
    bool isCoded = false;
    QString data = readable(frame.payload, &isCoded);
    if (frame.kind == Kind::Binary && !isCoded)
        data = QString::fromLatin1(frame.payload.toBase64());
    // Seconds, as browsers have it; a double holds microseconds of our century.
    QByteArray seconds =
        QByteArray::number(frame.timeUs / 1'000'000) + '.' + QByteArray::number(frame.timeUs % 1'000'000).rightJustified(6, '0');
    const Json json = Json::object({{u"type"_s, text(frame.direction == Direction::Sent ? u"send"_s : u"receive"_s), {}},
                                    {u"time"_s, Json::number(std::move(seconds)), {}},
                                    {u"opcode"_s, Json(opcodeOf(frame.kind)), {}},
                                    {u"data"_s, text(data), {}}});
    m_device.write((std::exchange(m_hasFrame, true) ? ",\n" : "\n") + json.toCompact());
}

void HarWriter::endSocket()
{
    m_device.write("]}");
}

void HarWriter::finish()
{
    m_device.write("\n]}}\n");
}

} // namespace signalbox::journal
