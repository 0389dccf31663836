// SPDX-License-Identifier: GPL-3.0-or-later
// A request and its answer, as the module's parts hand them to one another.
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace signalbox::cluster {

class UploadStream;

/// How far a transfer has come, in bytes; total is 0 while it is not known.
using Progress = std::function<void(qint64 done, qint64 total)>;

struct HttpRequest {
    QByteArray verb;
    QUrl url;
    QByteArray contentType;             ///< of the body
    std::shared_ptr<UploadStream> body; ///< may be null; read once
    QString logged;                     ///< what the log shows of the body

    bool withSession = true;   ///< false: no cookie and no Bearer header go with it, as for a login or a temp link
    bool keepsCookies = false; ///< cookies that come are kept though none went: the login
    /// True: the wait ends after so long without progress, not after so long in all.
    bool isTransfer = false;
    qint64 limit = 64 * 1024 * 1024; ///< bytes of the answer
    Progress sendProgress;
    Progress receiveProgress;
    /// Takes the body of a 2xx answer in parts; without it, the body is kept in the answer.
    std::function<core::Result<void>(QByteArrayView)> sink;
};

struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    qint64 received = 0; ///< bytes of the body, also of one that went to a sink
    QUrl location;       ///< of a redirect
    std::optional<std::chrono::milliseconds> retryAfter;

    bool isOk() const { return status >= 200 && status < 300; }
};

} // namespace signalbox::cluster
