// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scriptroutes.h"

#include "simulator/collectionquery.h"
#include "simulator/lookup.h"
#include "simulator/node.h"
#include "simulator/scripts.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

/// The verbs of one of the stores.
class ScriptRoutes final
{
public:
    ScriptRoutes(const RouteContext &context, Scripts &scripts)
        : m_context(context), m_scripts(scripts), m_config(context.node.services().config)
    {}

    HttpHandling handle() const
    {
        if (m_context.session->side != Side::User)
            return HttpReply::error(403, u"Only users may see or change scenarios"_s);
        if (m_context.rest.isEmpty())
            return handleCollection();
        if (m_context.rest.size() > 1)
            return HttpReply::error(404, u"There is nothing at this path"_s);
        return handleEntity(m_context.rest.first());
    }

private:
    HttpHandling handleCollection() const
    {
        const QByteArray &method = m_context.request.method;
        if (method == "GET" || method == "HEAD")
            return list();
        if (method == "POST")
            return takeJson(m_config.limits.jsonBytes, [&config = m_config, &scripts = m_scripts](const Json &body) {
                return replyWith(scripts.create(body), config);
            });
        if (method == "LOOKUP")
            return takeLookup(m_context, u"code"_s, [&scripts = m_scripts](const QString &code) { return lookUp(scripts, code); });
        return methodNotAllowed("GET, HEAD, POST, LOOKUP");
    }

    HttpHandling handleEntity(const QString &id) const
    {
        const QByteArray &method = m_context.request.method;
        const Json *entity = m_scripts.find(id);
        if (!entity)
            return HttpReply::error(404, u"There is no scenario with this id"_s);
        if (method == "GET" || method == "HEAD")
            return HttpReply::json(*entity);
        if (method == "PATCH")
            return takeJson(m_config.limits.jsonBytes, [&config = m_config, &scripts = m_scripts, id](const Json &body) {
                return replyWith(scripts.change(id, body), config);
            });
        if (method == "DELETE") {
            if (const auto removed = m_scripts.remove(id); !removed)
                return HttpReply::error(removed.error(), m_config.dialect);
            return HttpReply::empty();
        }
        return methodNotAllowed("GET, HEAD, PATCH, DELETE");
    }

    HttpReply list() const
    {
        static const QStringList fields{u"id"_s, u"code"_s, u"name"_s, u"scriptdata"_s, u"projectid"_s, u"lwt"_s, u"opts"_s, u"ext"_s};
        const auto wanted = CollectionQuery::parse(m_context.request.query, fields, u"code"_s);
        if (!wanted)
            return HttpReply::error(wanted.error(), m_config.dialect);
        QList<Json> entities = m_scripts.all();
        if (!wanted->hasMask()) {
            for (Json &entity : entities)
                entity.remove(u"scriptdata"); // [A]: the collection tells what there is; one entity is fetched by its id
        }
        return HttpReply::json(wanted->apply(entities));
    }

    /// The id of a code, which is there once [A].
    static HttpReply lookUp(const Scripts &scripts, const QString &code)
    {
        const Json *entity = scripts.findByCode(code);
        if (!entity)
            return HttpReply::error(404, u"There is no scenario with the code “%1”"_s.arg(code));
        return HttpReply::json(
            Json::object({{u"id"_s, (*entity)[u"id"]}, {u"code"_s, (*entity)[u"code"]}, {u"name"_s, (*entity)[u"name"]}}));
    }

    static HttpReply replyWith(const core::Result<Json> &entity, const ClusterConfig &config)
    {
        return entity ? HttpReply::json(*entity) : HttpReply::error(entity.error(), config.dialect);
    }

    const RouteContext &m_context;
    Scripts &m_scripts;
    const ClusterConfig &m_config;
};

} // namespace

HttpHandling handleSvcScripts(const RouteContext &context)
{
    return ScriptRoutes(context, context.node.services().scripts).handle();
}

HttpHandling handleIvrScripts(const RouteContext &context)
{
    return ScriptRoutes(context, context.node.services().ivrScripts).handle();
}

} // namespace signalbox::simulator
