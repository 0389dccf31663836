// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the cluster's targets and temp links. Downloads are written beside the target and renamed when whole, so that no
// half-written file stays.
#pragma once

#include "cluster/clustersession.h"
#include "cluster/httptypes.h"

namespace signalbox::cluster {

/// What a file may be called on the cluster: not empty, not "." or "..", no slash, no control character, at most 255 bytes of UTF-8.
bool isFileName(const QString &name);

class FileExchange final
{
public:
    explicit FileExchange(RestClient &rest);

    /// POST multipart of one file; its part's status decides. Errors beside the session's: file_not_found, unreadable, bad_name,
    /// already_exists, rejected.
    Call<protocol::UploadRecord> upload(const QString &target, const QString &localPath, const QString &name, Progress progress = {});
    /// Several parts in one request; one record each, in order, and some may have failed.
    Call<QList<protocol::UploadRecord>> uploadAll(const QString &target, const QStringList &localPaths, Progress progress = {});
    Call<QList<protocol::FileRecord>> list(const QString &target);
    /// Error beside the session's: file_not_found, bad_name.
    Call<void> remove(const QString &target, const QString &name);
    /// GET of any URL of the cluster into localPath: the number of bytes. The session goes only with paths of the REST API on the
    /// cluster's own origins: a temp link needs none. Errors beside the session's: file_not_found, too_large, unwritable, disk_full.
    Call<qint64> download(const QUrl &url, const QString &localPath, Progress progress = {});

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
