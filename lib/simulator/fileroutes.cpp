// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fileroutes.h"

#include "operation/operation.h"
#include "simulator/collectionquery.h"
#include "simulator/multipart.h"
#include "simulator/node.h"

#include <QLocale>

#include <vector>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

/// The directory that a request is for, found anew when the body is there: a session's may be gone by then.
using AreaOf = std::function<FileArea *()>;

HttpReply noDirectory()
{
    return HttpReply::error(404, u"There is no such directory: the session has no open connection here"_s);
}

/// POST: any number of parts, each with a status of its own. Nothing is stored before the body is whole.
class UploadBody final : public HttpBody, private MultipartSink
{
public:
    UploadBody(const Services &services, const QByteArray &boundary, AreaOf area)
        : m_services(services), m_reader(boundary, *this), m_area(std::move(area))
    {}

    bool write(QByteArrayView data) override
    {
        m_result = m_reader.write(data);
        return m_result.has_value();
    }

    HttpReply finish() override
    {
        if (m_result)
            m_result = m_reader.finish();
        if (!m_result)
            return HttpReply::error(m_result.error(), m_services.config.dialect);
        FileArea *area = m_area();
        if (!area)
            return noDirectory();
        QList<Json> records;
        for (Part &part : m_parts) {
            core::Result<void> stored = part.result;
            if (stored)
                stored = area->add(part.name, *part.file, m_services.clock.nowMs());
            records.append(protocol::UploadRecord{part.name, part.file->size(), stored ? u"ok"_s : stored.error().code}.toJson());
        }
        return HttpReply::json(Json::array(records));
    }

private:
    struct Part {
        QString name;
        std::unique_ptr<IncomingFile> file;
        core::Result<void> result;
    };

    void beginPart(const QString &name) override
    {
        m_parts.push_back({name, std::make_unique<IncomingFile>(m_services.storage), operation::checkFileName(name)});
    }
    void partData(QByteArrayView data) override
    {
        Part &part = m_parts.back();
        if (part.result)
            part.result = part.file->write(data); // the other parts go on
    }
    void endPart() override {}

    const Services &m_services;
    MultipartReader m_reader;
    AreaOf m_area;
    core::Result<void> m_result;
    std::vector<Part> m_parts;
};

/// PUT: replaces an existing file.
class PutBody final : public HttpBody
{
public:
    PutBody(const Services &services, QString name, AreaOf area)
        : m_services(services), m_name(std::move(name)), m_area(std::move(area)), m_file(services.storage)
    {}

    bool write(QByteArrayView data) override
    {
        m_result = m_file.write(data);
        return m_result.has_value();
    }

    HttpReply finish() override
    {
        FileArea *area = m_area();
        if (!area)
            return noDirectory();
        if (m_result)
            m_result = area->replace(m_name, m_file, m_services.clock.nowMs());
        if (!m_result)
            return HttpReply::error(m_result.error(), m_services.config.dialect);
        return HttpReply::json(protocol::UploadRecord{m_name, m_file.size(), u"ok"_s}.toJson());
    }

private:
    const Services &m_services;
    QString m_name;
    AreaOf m_area;
    IncomingFile m_file;
    core::Result<void> m_result;
};

/// Plain name for old clients, UTF-8 for the others (RFC 6266).
QByteArray dispositionOf(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain.append(c < u' ' || c > u'~' || c == u'"' || c == u'\\' ? '_' : c.toLatin1());
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name.toUtf8().toPercentEncoding();
}

HttpReply fileReply(const FileArea::Entry &file, const QString &name)
{
    HttpReply reply;
    reply.contentType = "application/octet-stream";
    reply.filePath = file.path;
    reply.fileSize = file.size;
    reply.addHeader("Content-Disposition", dispositionOf(name));
    reply.addHeader(
        "Last-Modified",
        QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(file.modifiedMs, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
    reply.addHeader("X-Content-Type-Options", "nosniff");
    return reply;
}

HttpHandling handleCollection(const RouteContext &context, const AreaOf &areaOf)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (method == "GET" || method == "HEAD") {
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
        return std::make_unique<UploadBody>(services, *boundary, areaOf);
    }
    return methodNotAllowed("GET, HEAD, POST");
}

HttpHandling handleFile(const RouteContext &context, const QString &name, const AreaOf &areaOf)
{
    const Services &services = context.node.services();
    const QByteArray &method = context.request.method;
    if (const auto checked = operation::checkFileName(name); !checked)
        return HttpReply::error(checked.error(), services.config.dialect);
    const FileArea::Entry *entry = areaOf()->find(name);
    if (!entry)
        return HttpReply::error(404, u"There is no file “%1”"_s.arg(name));
    if (method == "GET" || method == "HEAD")
        return fileReply(*entry, name);
    if (method == "PUT")
        return std::make_unique<PutBody>(services, name, areaOf);
    if (method == "DELETE") {
        if (const auto removed = areaOf()->remove(name); !removed)
            return HttpReply::error(removed.error(), services.config.dialect);
        return HttpReply::empty();
    }
    return methodNotAllowed("GET, HEAD, PUT, DELETE");
}

} // namespace

HttpHandling handleTargets(const RouteContext &context)
{
    if (context.rest.isEmpty() || context.rest.size() > 2)
        return HttpReply::error(context.rest.isEmpty() ? 404 : 400, u"The path names no target, or no file in it"_s);
    const QString &target = context.rest.first();
    AreaOf areaOf;
    if (target == "custom"_L1) {
        if (context.session->side != Side::User)
            return HttpReply::error(403, u"Only users may use this target"_s);
        areaOf = [&custom = context.node.services().custom] {
            return &custom;
        };
    } else if (target == "websocktemp"_L1) {
        areaOf = [&node = context.node, id = context.session->id] {
            return node.sessionFiles(id);
        };
        if (!areaOf())
            return noDirectory();
    } else {
        return HttpReply::error(404, u"There is no target “%1”"_s.arg(target));
    }
    if (context.rest.size() == 1)
        return handleCollection(context, areaOf);
    return handleFile(context, context.rest.at(1), areaOf);
}

HttpHandling handleTempLink(Node &node, const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "HEAD")
        return methodNotAllowed("GET, HEAD");
    const auto link = node.links().find(QString::fromLatin1(request.path));
    if (!link)
        return HttpReply::error(404, u"There is no such link, or its time is over"_s);
    return fileReply(link->file, link->name);
}

} // namespace signalbox::simulator
