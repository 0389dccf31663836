// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the cluster's targets and temp links. Downloads are written beside the target and renamed when whole, so that no
// half-written file stays.
#pragma once

#include "cluster/clustersession.h"

namespace signalbox::cluster {

using Progress = std::function<void(qint64 done, qint64 total)>;

class FileExchange final
{
public:
    explicit FileExchange(RestClient &rest);

    /// POST multipart of one file; its part's status decides. Errors beside the session's: file_not_found, already_exists, rejected.
    Call<protocol::UploadRecord> upload(const QString &target, const QString &localPath, const QString &name, Progress progress = {});
    /// Several parts in one request; one record each, in order, and some may have failed.
    Call<QList<protocol::UploadRecord>> uploadAll(const QString &target, const QStringList &localPaths, Progress progress = {});
    Call<QList<protocol::FileRecord>> list(const QString &target);
    Call<void> remove(const QString &target, const QString &name);
    /// GET of any URL of the cluster (a temp link needs no authorisation) into localPath: the number of bytes.
    Call<qint64> download(const QUrl &url, const QString &localPath, Progress progress = {});

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
