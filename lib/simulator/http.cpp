// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/http.h"

#include "core/jsonreader.h"
#include "protocol/records.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

int statusOf(const QString &code, const core::Dialect &dialect)
{
    static const QHash<QString, int> statuses{
        {u"bad_request"_s, 400},    {u"bad_argument"_s, 400},  {u"denied"_s, 401},         {u"unknown_session"_s, 401},
        {u"forbidden"_s, 403},      {u"not_found"_s, 404},     {u"file_not_found"_s, 404}, {u"too_long"_s, 413},
        {u"already_exists"_s, 409}, {u"too_large"_s, 507}, // too_large of the storage: it is full
        {u"too_many"_s, 507},       {u"internal"_s, 500},      {u"cannot_run"_s, 422},     {u"no_start"_s, 422},
        {u"bad_scenario"_s, 422},   {u"too_many_runs"_s, 503},
    };
    if (code == "banned"_L1)
        return dialect.banStatus;
    if (code == "code_exists"_L1)
        return dialect.codeExistsStatus;
    return code == "too_many_sessions"_L1 ? dialect.sessionLimitStatus : statuses.value(code, 500);
}

class JsonBody final : public HttpBody
{
public:
    JsonBody(qint64 limit, std::function<HttpReply(const Json &)> then) : m_limit(limit), m_then(std::move(then)) {}

    bool write(QByteArrayView data) override
    {
        m_isTooLong = m_text.size() + data.size() > m_limit;
        if (!m_isTooLong)
            m_text.append(data);
        return !m_isTooLong;
    }

    HttpReply finish() override
    {
        if (m_isTooLong)
            return HttpReply::error(413, u"The body has over %1 bytes"_s.arg(m_limit));
        if (m_text.isEmpty())
            return m_then(Json());
        const auto json = core::readJson(m_text, {.bytes = m_limit});
        if (!json)
            return HttpReply::error(400, u"The body is not JSON: %1 (line %2, column %3)"_s.arg(json.error().message)
                                             .arg(json.error().line)
                                             .arg(json.error().column));
        return m_then(*json);
    }

private:
    qint64 m_limit;
    std::function<HttpReply(const Json &)> m_then;
    QByteArray m_text;
    bool m_isTooLong = false;
};

} // namespace

QByteArray HttpRequest::bearer() const
{
    const QByteArray value = header("authorization").trimmed();
    return value.size() < 8 || value.first(7).toLower() != "bearer " ? QByteArray() : value.sliced(7).trimmed();
}

HttpReply HttpReply::json(const Json &value, int status)
{
    HttpReply reply;
    reply.status = status;
    reply.body = value.toCompact();
    return reply;
}

HttpReply HttpReply::empty(int status)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType.clear();
    return reply;
}

HttpReply HttpReply::error(int status, const QString &message)
{
    static const core::Dialect standard; // nameError() puts another one's names in
    HttpReply reply = json(protocol::ErrorBody{status, message}.toJson(standard), status);
    reply.errorMessage = message;
    return reply;
}

void HttpReply::nameError(const core::Dialect &dialect)
{
    static const core::Dialect standard;
    if (errorMessage && dialect.errorMembers != standard.errorMembers)
        body = protocol::ErrorBody{status, *errorMessage}.toJson(dialect).toCompact();
}

HttpReply HttpReply::error(const core::Error &error, const core::Dialect &dialect)
{
    return HttpReply::error(statusOf(error.code, dialect), error.message);
}

HttpHandling takeJson(qint64 limitBytes, std::function<HttpReply(const Json &body)> then)
{
    return std::make_unique<JsonBody>(limitBytes, std::move(then));
}

HttpReply methodNotAllowed(const QByteArray &allowed)
{
    HttpReply reply = HttpReply::error(405, u"The method is not allowed here; allowed are %1"_s.arg(QString::fromLatin1(allowed)));
    reply.addHeader("Allow", allowed);
    return reply;
}

std::optional<QStringList> pathSegments(const QByteArray &path)
{
    if (!path.startsWith('/'))
        return {};
    QStringList segments;
    for (const QByteArray &encoded : path.sliced(1).split('/')) {
        const QByteArray bytes = QByteArray::fromPercentEncoding(encoded);
        const QString segment = QString::fromUtf8(bytes);
        if (segment.toUtf8() != bytes || segment.contains(QChar::Null)) // not UTF-8: replaced when it was read
            return {};
        segments.append(segment);
    }
    return segments;
}

} // namespace signalbox::simulator
