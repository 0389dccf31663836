// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scriptroutes.h"

#include "simulator/collectionquery.h"
#include "simulator/node.h"
#include "simulator/scripts.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

HttpReply replyWith(const core::Result<Json> &entity, const Services &services)
{
    return entity ? HttpReply::json(*entity) : HttpReply::error(entity.error(), services.config.dialect);
}

HttpReply list(const Services &services, const QByteArray &query)
{
    static const QStringList fields{u"id"_s, u"code"_s, u"name"_s, u"scriptdata"_s, u"projectid"_s, u"lwt"_s, u"opts"_s, u"ext"_s};
    const auto wanted = CollectionQuery::parse(query, fields, u"code"_s);
    if (!wanted)
        return HttpReply::error(wanted.error(), services.config.dialect);
    QList<Json> entities = services.scripts.all();
    if (!wanted->hasMask()) {
        for (Json &entity : entities)
            entity.remove(u"scriptdata"); // [A]: the collection tells what there is; one entity is fetched by its id
    }
    return HttpReply::json(wanted->apply(entities));
}

/// LOOKUP: the id of a code, given in the query or the body [A].
HttpReply lookUp(const Services &services, const QString &code)
{
    if (code.isEmpty())
        return HttpReply::error(400, u"“code” must say what is looked up"_s);
    const Json *entity = services.scripts.findByCode(code);
    if (!entity)
        return HttpReply::error(404, u"There is no scenario with the code “%1”"_s.arg(code));
    return HttpReply::json(Json::object({{u"id"_s, (*entity)[u"id"]}, {u"code"_s, (*entity)[u"code"]}, {u"name"_s, (*entity)[u"name"]}}));
}

HttpHandling handleCollection(const RouteContext &context)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (method == "GET" || method == "HEAD")
        return list(services, context.request.query);
    if (method == "POST")
        return takeJson(services.config.limits.jsonBytes,
                        [&services](const Json &body) { return replyWith(services.scripts.create(body), services); });
    if (method == "LOOKUP") {
        const QString code = QUrlQuery(QString::fromUtf8(context.request.query)).queryItemValue(u"code"_s, QUrl::FullyDecoded);
        return takeJson(services.config.limits.jsonBytes,
                        [&services, code](const Json &body) { return lookUp(services, code.isEmpty() ? body[u"code"].toString() : code); });
    }
    return methodNotAllowed("GET, HEAD, POST, LOOKUP");
}

} // namespace

HttpHandling handleScripts(const RouteContext &context)
{
    const Services &services = context.node.services();
    if (context.session->side != Side::User)
        return HttpReply::error(403, u"Only users may see or change scenarios"_s);
    if (context.rest.isEmpty())
        return handleCollection(context);
    if (context.rest.size() > 1)
        return HttpReply::error(404, u"There is nothing at this path"_s);
    const QString id = context.rest.first();
    const QByteArray &method = context.request.method;
    const Json *entity = services.scripts.find(id);
    if (!entity)
        return HttpReply::error(404, u"There is no scenario with this id"_s);
    if (method == "GET" || method == "HEAD")
        return HttpReply::json(*entity);
    if (method == "PATCH")
        return takeJson(services.config.limits.jsonBytes,
                        [&services, id](const Json &body) { return replyWith(services.scripts.change(id, body), services); });
    if (method == "DELETE") {
        if (const auto removed = services.scripts.remove(id); !removed)
            return HttpReply::error(removed.error(), services.config.dialect);
        return HttpReply::empty();
    }
    return methodNotAllowed("GET, HEAD, PATCH, DELETE");
}

} // namespace signalbox::simulator
