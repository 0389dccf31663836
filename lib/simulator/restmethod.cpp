// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/restmethod.h"

#include "core/jsonreader.h"
#include "simulator/httpapi.h"
#include "simulator/node.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::core::JsonMember;

namespace signalbox::simulator {

namespace {

core::Error badRequest(const QString &message)
{
    return {u"bad_request"_s, message, {}};
}

/// As HTTP's: a text as it stands, or an object whose values are texts, numbers, truth values, or anything else as JSON.
core::Result<QByteArray> queryOf(const Json &query)
{
    if (query.isNull())
        return QByteArray();
    if (query.isString())
        return query.toString().toUtf8();
    if (!query.isObject())
        return tl::unexpected(badRequest(u"“query” must be an object or a text"_s));
    QByteArrayList items;
    for (const JsonMember &member : query.members()) {
        const QByteArray value = member.value.isString() ? member.value.toString().toUtf8() : member.value.toCompact();
        items.append(member.key.toUtf8().toPercentEncoding() + '=' + value.toPercentEncoding());
    }
    return items.join('&');
}

HttpReply perform(Node &node, const SessionPtr &session, const HttpRequest &request, const Json &body)
{
    HttpHandling handling = HttpApi(node).handleFor(request, session);
    if (const auto *ready = std::get_if<HttpReply>(&handling))
        return *ready;
    auto &taker = std::get<std::unique_ptr<HttpBody>>(handling);
    const QByteArray text = body.isNull() ? QByteArray() : body.toCompact();
    if (!text.isEmpty())
        taker->write(text); // when it wants no more, its reply says why
    return taker->finish();
}

QByteArray refuse(const protocol::Frame &frame, int status, const QString &message)
{
    return protocol::writeError(frame, message, {{u"status"_s, Json(status)}});
}

QByteArray writeReply(const protocol::Frame &frame, const HttpRequest &request, const HttpReply &reply)
{
    if (!reply.filePath.isEmpty())
        return refuse(frame, 406, u"A file does not travel over the web socket; fetch it over HTTP"_s);
    if (reply.errorMessage)
        return refuse(frame, reply.status, *reply.errorMessage);
    const auto data = core::readJson(reply.body, {.bytes = std::max<qint64>(1, reply.body.size())});
    QList<JsonMember> members{{u"status"_s, Json(reply.status)}};
    if (data && request.method != "HEAD")
        members.append({u"data"_s, *data}); // none where there is no content
    return protocol::writeResult(frame, std::move(members));
}

} // namespace

core::Result<HttpRequest> restRequestOf(const Json &body)
{
    for (const JsonMember &member : body.members()) {
        static const QStringList known{u"qid"_s, u"verb"_s, u"path"_s, u"query"_s, u"body"_s};
        if (!known.contains(member.key))
            return tl::unexpected(badRequest(u"“%1” is not known here; there are %2"_s.arg(member.key, known.join(u", "_s))));
    }
    const QString verb = body[u"verb"].toString().toUpper();
    const QString path = body[u"path"].toString();
    if (verb.isEmpty())
        return tl::unexpected(badRequest(u"“verb” must be a verb such as \"GET\""_s));
    if (!path.startsWith(u'/'))
        return tl::unexpected(badRequest(u"“path” must be a path such as \"/rest/v1/service/svcscripts\""_s));
    auto query = queryOf(body[u"query"]);
    if (!query)
        return tl::unexpected(query.error());
    const qsizetype question = path.indexOf(u'?');
    HttpRequest request;
    request.method = verb.toUtf8();
    request.path = (question < 0 ? path : path.first(question)).toUtf8();
    request.query = question < 0 ? QByteArray() : path.sliced(question + 1).toUtf8();
    request.query += request.query.isEmpty() || query->isEmpty() ? *query : '&' + *query;
    request.headers.insert("content-type", "application/json");
    return request;
}

QByteArray answerRest(Node &node, const SessionPtr &session, const QString &address, const protocol::Frame &frame)
{
    auto request = restRequestOf(frame.body);
    if (!request)
        return refuse(frame, 400, request.error().message);
    request->address = address;
    const QByteArray text = writeReply(frame, *request, perform(node, session, *request, frame.body[u"body"]));
    const qint64 limit = node.services().config.limits.frameBytes;
    if (text.size() <= limit)
        return text;
    return refuse(frame, 413,
                  u"The answer has %1 bytes; at most %2 are sent: ask for less by “mask” and “limit”"_s.arg(text.size()).arg(limit));
}

} // namespace signalbox::simulator
