// SPDX-License-Identifier: GPL-3.0-or-later
// What a run needs of a cluster, as an interface: SessionAccess reaches a real or simulated one over its sockets, tests have a
// double. Not a general client: lib/cluster is.
#pragma once

#include "cluster/clustersession.h"
#include "cluster/registrarview.h"
#include "cluster/scriptstore.h"
#include "protocol/records.h"

namespace signalbox::runner {

class ClusterAccess
{
public:
    virtual ~ClusterAccess() = default;

    virtual const cluster::Profile &profile() const = 0;
    /// Keeps a service scenario; its id.
    virtual cluster::Call<QString> createScript(const core::Json &entity) = 0;
    virtual cluster::Call<void> removeScript(const QString &id) = 0;
    virtual cluster::Call<QList<cluster::StoredScript>> listScripts() = 0;
    virtual cluster::Call<core::Json> startScript(const QString &code, const QList<core::Json> &startParams,
                                                  std::chrono::milliseconds timeout) = 0;
    virtual cluster::Call<protocol::UploadRecord> upload(const QString &target, const QString &localPath, const QString &name) = 0;
    virtual cluster::Call<QList<protocol::FileRecord>> listFiles(const QString &target) = 0;
    virtual cluster::Call<void> removeFile(const QString &target, const QString &name) = 0;
    virtual cluster::Call<qint64> download(const QUrl &url, const QString &localPath) = 0;
    virtual cluster::Call<QList<cluster::Registration>> registrations() = 0;
};

/// A session that is logged in and whose link is open; it must outlive this.
class SessionAccess final : public ClusterAccess
{
public:
    explicit SessionAccess(cluster::ClusterSession &session) : m_session(session) {}

    const cluster::Profile &profile() const override;
    cluster::Call<QString> createScript(const core::Json &entity) override;
    cluster::Call<void> removeScript(const QString &id) override;
    cluster::Call<QList<cluster::StoredScript>> listScripts() override;
    cluster::Call<core::Json> startScript(const QString &code, const QList<core::Json> &startParams,
                                          std::chrono::milliseconds timeout) override;
    cluster::Call<protocol::UploadRecord> upload(const QString &target, const QString &localPath, const QString &name) override;
    cluster::Call<QList<protocol::FileRecord>> listFiles(const QString &target) override;
    cluster::Call<void> removeFile(const QString &target, const QString &name) override;
    cluster::Call<qint64> download(const QUrl &url, const QString &localPath) override;
    cluster::Call<QList<cluster::Registration>> registrations() override;

private:
    cluster::ClusterSession &m_session;
};

} // namespace signalbox::runner
