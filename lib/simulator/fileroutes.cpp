// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fileroutes.h"

#include "operation/operation.h"
#include "simulator/collectionquery.h"
#include "simulator/download.h"
#include "simulator/filebodies.h"
#include "simulator/multipart.h"
#include "simulator/node.h"
#include "simulator/targets.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr auto websocktemp = "websocktemp"_L1;
constexpr auto www = "www"_L1;

bool isReading(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

/// What the session may not do, or nothing. The documentation is silent about it: the rules are the dialect's [A].
std::optional<HttpReply> refusal(const RouteContext &context, const QString &target)
{
    const core::Dialect &dialect = context.node.services().config.dialect;
    const Session &session = *context.session;
    if (session.side == Side::Token && !dialect.tokenTargets.split(u',').contains(target))
        return HttpReply::error(403, u"Only users may use the target “%1”"_s.arg(target));
    const bool isPublishing = target == www && !isReading(context.request.method);
    if (isPublishing && !dialect.publisherRole.isEmpty() && !session.roles.contains(dialect.publisherRole))
        return HttpReply::error(403, u"Only users with the role “%1” may change the target www"_s.arg(dialect.publisherRole));
    return {};
}

/// Where the files of a target are for this request; nothing when there is no such target.
AreaOf areaOfTarget(const RouteContext &context, const QString &target)
{
    if (target == websocktemp)
        return [&node = context.node, id = context.session->id] {
            return node.sessionFiles(id);
        };
    if (FileArea *area = context.node.services().targets.find(target))
        return [area] {
            return area;
        };
    return {};
}

HttpHandling handleCollection(const RouteContext &context, const AreaOf &areaOf)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (isReading(method)) {
        const auto query = CollectionQuery::parse(context.request.query, {u"name"_s, u"size"_s, u"last_modified"_s}, u"name"_s);
        if (!query)
            return HttpReply::error(query.error(), services.config.dialect);
        QList<Json> records;
        const auto files = areaOf()->list();
        for (const protocol::FileRecord &file : files)
            records.append(file.toJson());
        return HttpReply::json(query->apply(records));
    }
    if (method == "POST") {
        const auto boundary = MultipartReader::boundaryOf(context.request.header("content-type"));
        if (!boundary)
            return HttpReply::error(400, u"Files are uploaded as multipart/form-data with a boundary"_s);
        return takeUpload(services, *boundary, areaOf);
    }
    return methodNotAllowed("GET, HEAD, POST");
}

HttpHandling handleFile(const RouteContext &context, const QString &name, const AreaOf &areaOf)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (const auto checked = operation::checkFileName(name); !checked)
        return HttpReply::error(checked.error(), services.config.dialect);
    if (!isReading(method) && method != "PUT" && method != "DELETE")
        return methodNotAllowed("GET, HEAD, PUT, DELETE");
    const FileArea::Entry *entry = areaOf()->find(name);
    if (!entry)
        return HttpReply::error(404, u"There is no file “%1”"_s.arg(name));
    if (isReading(method))
        return attachmentReply(context.request, *entry, name);
    const Preconditions conditions(context.request);
    if (const auto status = conditions.check(validatorsOf(*entry)))
        return preconditionReply(*status, *entry);
    if (method == "PUT")
        return takeReplacement(services, name, conditions, areaOf);
    if (const auto removed = areaOf()->remove(name); !removed)
        return HttpReply::error(removed.error(), services.config.dialect);
    return HttpReply::empty();
}

} // namespace

HttpHandling handleTargets(const RouteContext &context)
{
    if (context.rest.isEmpty() || context.rest.size() > 2)
        return HttpReply::error(context.rest.isEmpty() ? 404 : 400, u"The path names no target, or no file in it"_s);
    const QString &target = context.rest.first();
    const AreaOf areaOf = areaOfTarget(context, target);
    if (!areaOf)
        return HttpReply::error(404, u"There is no target “%1”; there are custom, files, www and websocktemp"_s.arg(target));
    if (auto refused = refusal(context, target))
        return *std::move(refused);
    if (!areaOf())
        return noDirectory(context.node.services().config.dialect);
    if (context.rest.size() == 1)
        return handleCollection(context, areaOf);
    return handleFile(context, context.rest.at(1), areaOf);
}

HttpHandling handlePublic(const RouteContext &context)
{
    const Services &services = context.node.services();
    if (!isReading(context.request.method))
        return methodNotAllowed("GET, HEAD");
    const bool isFile = context.rest.size() == 2 && context.rest.first() == services.config.domain && !context.request.path.endsWith('/');
    const FileArea::Entry *entry = isFile ? services.targets.www().find(context.rest.at(1)) : nullptr;
    if (!entry)
        return HttpReply::error(404, u"There is no public file at this path; they are at /public/<domain>/<name>"_s);
    return publicReply(context.request, *entry, context.rest.at(1));
}

HttpHandling handleTempLink(Node &node, const HttpRequest &request)
{
    if (!isReading(request.method))
        return methodNotAllowed("GET, HEAD");
    const auto link = node.links().find(QString::fromUtf8(QByteArray::fromPercentEncoding(request.path)));
    if (!link)
        return HttpReply::error(node.services().config.dialect.tempAbsentStatus, u"There is no such link, or its time is over"_s);
    const QString plain = QString::fromLatin1(request.path.mid(request.path.lastIndexOf('/') + 1)); // what the link is called
    return attachmentReply(request, link->file, node.services().config.dialect.tempNamesFile ? link->name : plain);
}

} // namespace signalbox::simulator
