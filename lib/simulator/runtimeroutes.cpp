// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/runtimeroutes.h"

#include "simulator/collectionquery.h"
#include "simulator/lookup.h"
#include "simulator/node.h"
#include "simulator/startparams.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

QList<Json> recordsOf(const Services &services)
{
    QList<Json> records;
    const auto runtimes = services.bus.runtimes();
    for (const protocol::RuntimeRecord &runtime : runtimes)
        records.append(runtime.toJson());
    return records;
}

HttpReply list(const Services &services, const QByteArray &query)
{
    static const QStringList fields{u"id"_s, u"site"_s, u"node"_s, u"domain"_s, u"type"_s, u"code"_s};
    const auto wanted = CollectionQuery::parse(query, fields, u"code"_s);
    if (!wanted)
        return HttpReply::error(wanted.error(), services.config.dialect);
    return HttpReply::json(wanted->apply(recordsOf(services)));
}

/// Starts it here and does not wait for its end; nobody gets its result.
HttpReply start(Node &node, const Json &body)
{
    if (!body[u"code"].isString() || body[u"code"].toString().isEmpty())
        return HttpReply::error(400, u"“code” must be the code of a scenario"_s);
    const auto started =
        node.svc().start(body[u"code"].toString(), startParamsOf(body), SvcHost::longest, [](const core::Result<Json> &) {});
    return started ? HttpReply::json(started->toJson()) : HttpReply::error(started.error(), node.services().config.dialect);
}

HttpHandling handleCollection(const RouteContext &context)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (method == "GET" || method == "HEAD")
        return list(services, context.request.query);
    if (method == "POST")
        return takeJson(services.config.limits.jsonBytes, [&node = context.node](const Json &body) { return start(node, body); });
    if (method == "LOOKUP")
        return takeLookup(context, u"code"_s, [&services](const QString &code) { return lookUpIn(recordsOf(services), u"code"_s, code); });
    return methodNotAllowed("GET, HEAD, POST, LOOKUP");
}

} // namespace

HttpHandling handleRuntimes(const RouteContext &context)
{
    const Services &services = context.node.services();
    if (context.session->side != Side::User)
        return HttpReply::error(403, u"Only users may see, start or stop scenarios here; the token API has start_svcscript"_s);
    if (context.rest.isEmpty())
        return handleCollection(context);
    if (context.rest.size() > 1)
        return HttpReply::error(404, u"There is nothing at this path"_s);
    const QByteArray &method = context.request.method;
    if (method != "GET" && method != "HEAD" && method != "DELETE")
        return methodNotAllowed("GET, HEAD, DELETE");
    const QString &id = context.rest.first();
    const auto notRunning = HttpReply::error(404, u"No scenario is running with this id"_s);
    if (method == "DELETE")
        return services.bus.stopRuntime(id) ? HttpReply::empty() : notRunning;
    const auto runtimes = services.bus.runtimes();
    const auto found = std::find_if(runtimes.begin(), runtimes.end(), [&id](const auto &runtime) { return runtime.id == id; });
    return found == runtimes.end() ? notRunning : HttpReply::json(found->toJson());
}

} // namespace signalbox::simulator
