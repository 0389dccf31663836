// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/filebodies.h"

#include "operation/operation.h"
#include "simulator/download.h"
#include "simulator/multipart.h"

#include <vector>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

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
            return noDirectory(m_services.config.dialect);
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
    void endPart() override
    {
        Part &part = m_parts.back();
        if (part.result)
            part.result = part.file->close(); // a thousand parts need no thousand open files
    }

    const Services &m_services;
    MultipartReader m_reader;
    AreaOf m_area;
    core::Result<void> m_result;
    std::vector<Part> m_parts;
};

class ReplacementBody final : public HttpBody
{
public:
    ReplacementBody(const Services &services, QString name, Preconditions conditions, AreaOf area)
        : m_services(services), m_name(std::move(name)), m_conditions(std::move(conditions)), m_area(std::move(area)),
          m_file(services.storage)
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
            return noDirectory(m_services.config.dialect);
        const FileArea::Entry *entry = area->find(m_name);
        if (const auto status = entry ? m_conditions.check(validatorsOf(*entry)) : std::nullopt)
            return preconditionReply(*status, *entry);
        if (m_result)
            m_result = area->replace(m_name, m_file, m_services.clock.nowMs());
        if (!m_result)
            return HttpReply::error(m_result.error(), m_services.config.dialect);
        HttpReply reply = HttpReply::json(protocol::UploadRecord{m_name, m_file.size(), u"ok"_s}.toJson());
        reply.addHeader("ETag", validatorsOf(*area->find(m_name)).etag);
        return reply;
    }

private:
    const Services &m_services;
    QString m_name;
    Preconditions m_conditions;
    AreaOf m_area;
    IncomingFile m_file;
    core::Result<void> m_result;
};

} // namespace

HttpReply noDirectory(const core::Dialect &dialect)
{
    return HttpReply::error(dialect.websocktempAbsentStatus, u"There is no such directory: the session has no open connection here"_s);
}

std::unique_ptr<HttpBody> takeUpload(const Services &services, const QByteArray &boundary, AreaOf area)
{
    return std::make_unique<UploadBody>(services, boundary, std::move(area));
}

std::unique_ptr<HttpBody> takeReplacement(const Services &services, const QString &name, Preconditions conditions, AreaOf area)
{
    return std::make_unique<ReplacementBody>(services, name, std::move(conditions), std::move(area));
}

} // namespace signalbox::simulator
