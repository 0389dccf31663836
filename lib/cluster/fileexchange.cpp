// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/fileexchange.h"

#include "cluster/calls.h"
#include "cluster/downloadcall.h"
#include "cluster/restclient.h"
#include "cluster/traffic.h"
#include "cluster/uploadstream.h"

#include <QFileInfo>

namespace signalbox::cluster {

using core::Result;
using protocol::UploadRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 255; ///< bytes, as file systems have it
constexpr qsizetype mostParts = 1000;  ///< each holds an open file
constexpr int boundaryBytes = 16;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileExchange)
};

QString targetPath(const QString &target)
{
    return u"/rest/v1/fs/targets/"_s + RestClient::segment(target);
}

struct Part {
    QString path;
    QString name;
};

Result<HttpRequest> uploadRequest(RestClient &rest, const QString &target, const QList<Part> &parts)
{
    if (parts.isEmpty() || parts.size() > mostParts)
        return core::fail(u"rejected"_s, Tr::tr("One upload takes from 1 to %1 files.").arg(mostParts));
    const QByteArray boundary = "signalbox-" + rest.surroundings().random.hex(boundaryBytes).toLatin1();
    HttpRequest request;
    request.verb = "POST";
    request.url = rest.urlOf(targetPath(target));
    request.contentType = "multipart/form-data; boundary=" + boundary;
    request.body = std::make_shared<UploadStream>();
    request.isTransfer = true;
    QStringList names;
    for (const Part &part : parts) {
        if (!isFileName(part.name))
            return core::fail(u"bad_name"_s, Tr::tr("A file on the cluster cannot be called “%1”.").arg(part.name.left(longestName)));
        // A quote is written as browsers write it (HTML, multipart/form-data encoding); control characters have been refused.
        request.body->add("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                          part.name.toUtf8().replace('"', "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        if (const Result<void> added = request.body->addFile(part.path); !added)
            return tl::unexpected(added.error());
        request.body->add("\r\n");
        names.append(part.name);
    }
    request.body->add("--" + boundary + "--\r\n");
    request.logged = Tr::tr("(%1 bytes: %2)").arg(request.body->length()).arg(names.join(u", "_s));
    return request;
}

Result<QList<UploadRecord>> uploadRecords(const RestClient &rest, const HttpAnswer &answer, qsizetype parts)
{
    const Result<core::Json> json = rest.jsonOf(answer);
    if (!json)
        return tl::unexpected(json.error());
    Result<QList<UploadRecord>> records = protocol::listFromJson<UploadRecord>(*json);
    if (records && records->size() != parts)
        return core::fail(u"bad_answer"_s, Tr::tr("The cluster reports on %1 files where %2 were sent.").arg(records->size()).arg(parts));
    return records;
}

core::Error partError(const UploadRecord &record)
{
    const QString status = record.status.toLower();
    if (status.contains("exist"_L1))
        return {u"already_exists"_s, Tr::tr("The cluster has a file “%1” already: %2").arg(record.name, record.status), {}};
    return {u"rejected"_s, Tr::tr("The cluster did not take the file “%1”: %2").arg(record.name, record.status), {}};
}

core::Error notFound(const RestClient &rest, const HttpAnswer &answer, const QString &name)
{
    return {u"file_not_found"_s, Tr::tr("The cluster has no file “%1”. %2").arg(name, rest.errorOf(answer).message), {}};
}

} // namespace

bool isFileName(const QString &name)
{
    return !name.isEmpty() && name != "."_L1 && name != ".."_L1 && name.toUtf8().size() <= longestName &&
           std::none_of(name.begin(), name.end(), [](QChar c) { return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control; });
}

FileExchange::FileExchange(RestClient &rest) : m_rest(rest)
{}

Call<UploadRecord> FileExchange::upload(const QString &target, const QString &localPath, const QString &name, Progress progress)
{
    Result<HttpRequest> request = uploadRequest(m_rest, target, {{localPath, name}});
    if (!request)
        return std::make_unique<KnownCall<UploadRecord>>(m_rest.surroundings().scheduler, tl::unexpected(request.error()));
    request->sendProgress = std::move(progress);
    return mapped(m_rest.exchange(std::move(*request)), [&rest = m_rest, name](const Result<HttpAnswer> &answer) -> Result<UploadRecord> {
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->status == 409)
            return core::fail(u"already_exists"_s, Tr::tr("The cluster has a file “%1” already.").arg(name));
        const Result<QList<UploadRecord>> records = uploadRecords(rest, *answer, 1);
        if (!records)
            return tl::unexpected(records.error());
        UploadRecord record = records->first();
        if (!record.isOk()) {
            record.status = rest.traffic().masked(record.status);
            return tl::unexpected(partError(record));
        }
        return record;
    });
}

Call<QList<UploadRecord>> FileExchange::uploadAll(const QString &target, const QStringList &localPaths, Progress progress)
{
    QList<Part> parts;
    for (const QString &path : localPaths)
        parts.append({path, QFileInfo(path).fileName()});
    Result<HttpRequest> request = uploadRequest(m_rest, target, parts);
    if (!request)
        return std::make_unique<KnownCall<QList<UploadRecord>>>(m_rest.surroundings().scheduler, tl::unexpected(request.error()));
    request->sendProgress = std::move(progress);
    return mapped(m_rest.exchange(std::move(*request)),
                  [&rest = m_rest, count = parts.size()](const Result<HttpAnswer> &answer) -> Result<QList<UploadRecord>> {
                      return answer ? uploadRecords(rest, *answer, count) : tl::unexpected(answer.error());
                  });
}

Call<QList<protocol::FileRecord>> FileExchange::list(const QString &target)
{
    return mapped(m_rest.json({"GET", targetPath(target)}), [](const Result<core::Json> &json) -> Result<QList<protocol::FileRecord>> {
        return json ? protocol::listFromJson<protocol::FileRecord>(*json) : tl::unexpected(json.error());
    });
}

Call<void> FileExchange::remove(const QString &target, const QString &name)
{
    if (!isFileName(name)) {
        return std::make_unique<KnownCall<void>>(
            m_rest.surroundings().scheduler,
            core::fail(u"bad_name"_s, Tr::tr("A file on the cluster cannot be called “%1”.").arg(name.left(longestName))));
    }
    const RestRequest request{"DELETE", targetPath(target) + u'/' + RestClient::segment(name)};
    return mapped(m_rest.exchange(request), [&rest = m_rest, name](const Result<HttpAnswer> &answer) -> Result<void> {
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->status == 404)
            return tl::unexpected(notFound(rest, *answer, name));
        if (!answer->isOk())
            return tl::unexpected(rest.errorOf(*answer));
        return {};
    });
}

Call<qint64> FileExchange::download(const QUrl &url, const QString &localPath, Progress progress)
{
    return std::make_unique<DownloadCall>(m_rest, url, localPath, std::move(progress));
}

} // namespace signalbox::cluster
