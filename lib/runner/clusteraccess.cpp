// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/clusteraccess.h"

#include "cluster/calls.h"
#include "cluster/fileexchange.h"
#include "cluster/scriptentity.h"

namespace signalbox::runner {

const cluster::Profile &SessionAccess::profile() const
{
    return m_session.profile();
}

cluster::Call<QString> SessionAccess::createScript(const core::Json &entity)
{
    return cluster::mapped(m_session.scripts().create(cluster::ScriptType::Svc, entity), [](const core::Result<core::Json> &stored) {
        return stored ? core::Result<QString>(cluster::scriptId(*stored)) : tl::unexpected(stored.error());
    });
}

cluster::Call<void> SessionAccess::removeScript(const QString &id)
{
    return m_session.scripts().remove(id);
}

cluster::Call<QList<cluster::StoredScript>> SessionAccess::listScripts()
{
    return m_session.scripts().list();
}

cluster::Call<core::Json> SessionAccess::startScript(const QString &code, const QList<core::Json> &startParams,
                                                     std::chrono::milliseconds timeout)
{
    return m_session.startScript(code, startParams, timeout);
}

cluster::Call<protocol::UploadRecord> SessionAccess::upload(const QString &target, const QString &localPath, const QString &name)
{
    return m_session.files().upload(target, localPath, name);
}

cluster::Call<QList<protocol::FileRecord>> SessionAccess::listFiles(const QString &target)
{
    return m_session.files().list(target);
}

cluster::Call<void> SessionAccess::removeFile(const QString &target, const QString &name)
{
    return m_session.files().remove(target, name);
}

cluster::Call<qint64> SessionAccess::download(const QUrl &url, const QString &localPath)
{
    return m_session.files().download(url, localPath);
}

cluster::Call<QList<cluster::Registration>> SessionAccess::registrations()
{
    return m_session.registrar().list();
}

} // namespace signalbox::runner
