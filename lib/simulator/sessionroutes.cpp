// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sessionroutes.h"

#include "core/jsonreader.h"
#include "simulator/clusterstate.h"
#include "simulator/collectionquery.h"
#include "simulator/lookup.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

HttpReply login(Node &node, const QString &address, const Json &body)
{
    const Services &services = node.services();
    for (const auto key : {"domain"_L1, "login"_L1, "pwd"_L1}) {
        if (!body[QString(key)].isString())
            return HttpReply::error(400, u"“%1” must be a text"_s.arg(key));
    }
    const QString typeName = body[u"session_type"].toString();
    if (body.contains(u"session_type") && typeName != "token"_L1 && typeName != "cookie"_L1)
        return HttpReply::error(400, u"“session_type” must be \"cookie\" or \"token\""_s);
    const SessionType type = typeName == "token"_L1 ? SessionType::Token : SessionType::Cookie;
    const auto session = services.sessions.login(body[u"domain"].toString(), body[u"login"].toString(), body[u"pwd"].toString(), type,
                                                 address, node.name().site);
    if (!session)
        return HttpReply::error(session.error(), services.config.dialect);
    protocol::SessionInfo info = services.sessions.info(**session);
    info.sessionToken = (*session)->token;
    HttpReply reply = HttpReply::json(info.toJson(services.config.dialect));
    if (type == SessionType::Cookie)
        reply.headers.append(sessionCookie(node, **session));
    return reply;
}

HttpReply change(Node &node, const SessionPtr &session, const Json &body)
{
    const Services &services = node.services();
    if (!body.isObject())
        return HttpReply::error(400, u"The body must be an object"_s);
    for (const core::JsonMember &member : body.members()) {
        if (member.key != "ttl"_L1)
            return HttpReply::error(400, u"Only “ttl” can be changed, not “%1”"_s.arg(member.key));
    }
    const auto ttl = body[u"ttl"].toInt();
    if (!ttl || *ttl < 1 || *ttl > services.config.dialect.sessionTtlS)
        return HttpReply::error(400, u"“ttl” must be a whole number of seconds from 1 to %1"_s.arg(services.config.dialect.sessionTtlS));
    services.sessions.setTtl(*session, static_cast<int>(*ttl));
    return HttpReply::json(services.sessions.info(*session).toJson(services.config.dialect));
}

/// Names of sites, or nothing for all of them.
core::Result<std::optional<QStringList>> sitesOf(const QByteArray &query, const QString &current, int siteCount)
{
    const QUrlQuery items(QString::fromUtf8(query));
    const QString text = items.queryItemValue(u"sites"_s, QUrl::FullyDecoded);
    if (text == "all"_L1 || text == "\"all\""_L1)
        return std::optional<QStringList>();
    if (text.isEmpty() || text == "current"_L1 || text == "\"current\""_L1)
        return std::optional(QStringList{current});
    const auto json = core::readJson(text.toUtf8(), {.bytes = 64 * 1024});
    if (!json || !json->isArray())
        return core::fail(u"bad_request"_s, u"“sites” must be a list of names, \"all\" or \"current\""_s);
    QStringList known;
    for (int i = 0; i < siteCount; ++i)
        known.append(ClusterState::siteName(i));
    QStringList sites;
    for (const Json &item : json->items()) {
        if (!known.contains(item.toString()))
            return core::fail(u"bad_request"_s, u"“sites” names no site of this cluster with %1; there are %2"_s.arg(
                                                    QString::fromUtf8(item.toCompact()), known.join(u", "_s)));
        sites.append(item.toString());
    }
    return std::optional(sites);
}

/// The sessions of the sites that the query names, with their connections there.
core::Result<QList<Json>> recordsOf(const Node &node, const QByteArray &query)
{
    const Services &services = node.services();
    const auto sites = sitesOf(query, node.name().site, services.config.sites);
    if (!sites)
        return tl::unexpected(sites.error());
    const auto isWanted = [&sites](const QString &site) {
        return !*sites || (*sites)->contains(site);
    };
    QList<Json> records;
    const auto sessions = services.sessions.all();
    for (const SessionPtr &session : sessions) {
        protocol::SessionRecord record{services.sessions.info(*session), session->site, {}};
        const auto registrations = services.registrar.ofSession(session->id);
        for (const Registration &registration : registrations) {
            if (isWanted(registration.holder.site))
                record.connections.append(registration.toRecord());
        }
        if (isWanted(session->site) || !record.connections.isEmpty())
            records.append(record.toJson(services.config.dialect));
    }
    return records;
}

HttpReply list(const Node &node, const QByteArray &query)
{
    static const QStringList fields{u"domain"_s, u"login"_s, u"session_id"_s, u"session_type"_s,
                                    u"site"_s,   u"ttl"_s,   u"user_id"_s,    u"connections"_s};
    const core::Dialect &dialect = node.services().config.dialect;
    const auto wanted = CollectionQuery::parse(query, fields, u"login"_s);
    if (!wanted)
        return HttpReply::error(wanted.error(), dialect);
    const auto records = recordsOf(node, query);
    return records ? HttpReply::json(wanted->apply(*records)) : HttpReply::error(records.error(), dialect);
}

HttpReply lookUp(const Node &node, const QByteArray &query, const QString &login)
{
    const auto records = recordsOf(node, query);
    return records ? lookUpIn(*records, u"login"_s, login) : HttpReply::error(records.error(), node.services().config.dialect);
}

HttpReply closeAll(Node &node, const Json &body)
{
    const Services &services = node.services();
    QString userId = body[u"user_id"].toString();
    if (const QString name = body[u"login"].toString(); userId.isEmpty() && !name.isEmpty()) {
        if (const UserConfig *user = services.config.user(name))
            userId = user->id;
        else if (const PointConfig *point = services.config.point(name))
            userId = point->id;
        else
            return HttpReply::error(404, u"There is no user “%1”"_s.arg(name));
    }
    if (userId.isEmpty())
        return HttpReply::error(400, u"“login” or “user_id” must say whose sessions are to be closed"_s);
    return HttpReply::json(Json::object({{u"closed"_s, Json(services.sessions.closeAllOf(userId))}}));
}

} // namespace

std::pair<QByteArray, QByteArray> sessionCookie(const Node &node, const Session &session, bool expired)
{
    const Services &services = node.services();
    const qint64 age = expired ? 0 : services.sessions.ttlLeftS(session);
    const QString value = expired ? QString() : session.id;
    return {"Set-Cookie",
            u"%1=%2; Path=/; Max-Age=%3; HttpOnly; SameSite=Strict%4"_s
                .arg(services.config.dialect.cookieName, value, QString::number(age), services.config.tls ? u"; Secure"_s : QString())
                .toUtf8()};
}

HttpHandling handleLogin(const RouteContext &context)
{
    if (context.request.method != "POST")
        return methodNotAllowed("POST");
    return takeJson(context.node.services().config.limits.jsonBytes,
                    [&node = context.node, address = context.request.address](const Json &body) { return login(node, address, body); });
}

HttpHandling handleCurrentSession(const RouteContext &context)
{
    const Services &services = context.node.services();
    if (context.request.method == "GET" || context.request.method == "HEAD")
        return HttpReply::json(services.sessions.info(*context.session).toJson(services.config.dialect));
    if (context.request.method == "DELETE") {
        services.sessions.close(context.session, Reason::UnregisterContact);
        HttpReply reply = HttpReply::empty();
        reply.headers.append(sessionCookie(context.node, *context.session, true));
        return reply;
    }
    if (context.request.method == "PATCH")
        return takeJson(services.config.limits.jsonBytes,
                        [&node = context.node, session = context.session](const Json &body) { return change(node, session, body); });
    return methodNotAllowed("GET, HEAD, PATCH, DELETE");
}

HttpHandling handleSessionList(const RouteContext &context)
{
    const Services &services = context.node.services();
    if (!context.session->isAdmin())
        return HttpReply::error(403, u"Only administrators may see or close the sessions of others"_s);
    if (context.rest.isEmpty()) {
        if (context.request.method == "GET" || context.request.method == "HEAD")
            return list(context.node, context.request.query);
        if (context.request.method == "POST")
            return takeJson(services.config.limits.jsonBytes, [&node = context.node](const Json &body) { return closeAll(node, body); });
        if (context.request.method == "LOOKUP")
            return takeLookup(context, u"login"_s, [&node = context.node, query = context.request.query](const QString &login) {
                return lookUp(node, query, login);
            });
        return methodNotAllowed("GET, HEAD, POST, LOOKUP");
    }
    if (context.rest.size() > 1)
        return HttpReply::error(404, u"There is nothing at this path"_s);
    if (context.request.method != "DELETE")
        return methodNotAllowed("DELETE");
    const SessionPtr session = services.sessions.find(context.rest.first());
    if (!session || session->id != context.rest.first())
        return HttpReply::error(404, u"There is no such session"_s);
    services.sessions.close(session, Reason::DeleteContact);
    return HttpReply::empty();
}

} // namespace signalbox::simulator
