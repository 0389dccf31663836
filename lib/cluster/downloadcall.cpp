// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/downloadcall.h"

#include "cluster/traffic.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cerrno>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestDownload = 16LL * 1024 * 1024 * 1024; ///< bytes

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DownloadCall)
};

} // namespace

DownloadCall::DownloadCall(RestClient &rest, const QUrl &url, const QString &localPath, Progress progress)
    : m_rest(rest), m_file(std::make_unique<QSaveFile>(localPath))
{
    m_request.verb = "GET";
    m_request.url = url;
    m_request.withSession = url.path().startsWith("/rest/"_L1);
    m_request.isTransfer = true;
    m_request.limit = largestDownload;
    m_request.receiveProgress = std::move(progress);
}

DownloadCall::~DownloadCall()
{
    abort();
}

void DownloadCall::begin()
{
    core::Error problem;
    if (m_request.url.scheme() != "http"_L1 && m_request.url.scheme() != "https"_L1)
        problem = {u"bad_argument"_s, Tr::tr("“%1” is not an address that can be downloaded.").arg(m_request.url.scheme()), {}};
    else if (QFileInfo(m_file->fileName()).isDir())
        problem = {u"unwritable"_s, Tr::tr("“%1” is a folder.").arg(m_file->fileName()), {}};
    else if (!m_file->open(QIODevice::WriteOnly))
        problem = fileError();
    if (!problem.code.isEmpty()) {
        m_file.reset();
        return step<qint64>(std::make_unique<KnownCall<qint64>>(m_rest.surroundings().scheduler, tl::unexpected(problem)),
                            [this](const core::Result<qint64> &answer) { finish(answer); });
    }
    m_request.sink = [this](QByteArrayView part) {
        return write(part);
    };
    step<HttpAnswer>(m_rest.exchange(m_request), [this](const core::Result<HttpAnswer> &answer) {
        const core::Result<qint64> result = answer ? read(*answer) : tl::unexpected(answer.error());
        m_file.reset();
        finish(result);
    });
}

void DownloadCall::abort()
{
    StepsCall::abort();
    m_file.reset();
}

core::Result<void> DownloadCall::write(QByteArrayView part)
{
    while (!part.isEmpty()) { // a disk that fills up takes a part first
        const qint64 written = m_file->write(part.data(), part.size());
        if (written <= 0)
            return tl::unexpected(fileError());
        part = part.sliced(written);
    }
    return {};
}

core::Result<qint64> DownloadCall::read(const HttpAnswer &answer)
{
    if (answer.status == 404) {
        return core::fail(u"file_not_found"_s, Tr::tr("The cluster does not have that file, or no longer: a temporary link lasts %1 s. %2")
                                                   .arg(m_rest.profile().dialect.tempLifetimeS)
                                                   .arg(m_rest.errorOf(answer).message));
    }
    if (!answer.isOk())
        return tl::unexpected(m_rest.errorOf(answer));
    if (!m_file->commit())
        return tl::unexpected(fileError());
    return answer.received;
}

core::Error DownloadCall::fileError() const
{
    const QString text = Tr::tr("“%1” cannot be written: %2").arg(m_file->fileName(), m_file->errorString());
    // QFileDevice tells a full disk from other failures by its text alone.
    const auto isReason = [this](int code) {
        return m_file->errorString() == qt_error_string(code);
    };
    const bool isFull = std::ranges::any_of(std::array{ENOSPC, EDQUOT, EFBIG}, isReason);
    return {isFull ? u"disk_full"_s : u"unwritable"_s, text, {}};
}

} // namespace signalbox::cluster
