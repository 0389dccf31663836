// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a connection's session (target "websocktemp", platform.md §4), by one of two ways: REST with the session's own rights, for
// a connection that we hold; the operations of component 144 for another's, since no documented path lets anybody else in.
#pragma once

#include "cluster/fileexchange.h"
#include "cluster/restclient.h"
#include "runner/remoteoperations.h"

namespace signalbox::inspect {

class SessionFiles
{
public:
    virtual ~SessionFiles() = default;
    virtual cluster::Call<QList<protocol::FileRecord>> list() = 0;
    /// Errors beside those of the way: file_not_found, unreadable, bad_name, already_exists, rejected.
    virtual cluster::Call<void> upload(const QString &localPath, const QString &name, cluster::Progress progress) = 0;
    /// Into localPath, which appears when it is whole.
    virtual cluster::Call<void> download(const QString &name, const QString &localPath, cluster::Progress progress) = 0;
    virtual cluster::Call<void> remove(const QString &name) = 0;
    /// Whether progress is told; without, nobody knows how far a transfer has come.
    virtual bool tellsProgress() const = 0;
};

/// With the rights of a client's session, on the node that holds the connection: the client's own address.
class OwnSessionFiles final : public SessionFiles
{
public:
    /// Both must outlive this and its calls.
    OwnSessionFiles(cluster::FileExchange &files, cluster::RestClient &rest) : m_files(files), m_rest(rest) {}

    cluster::Call<QList<protocol::FileRecord>> list() override;
    cluster::Call<void> upload(const QString &localPath, const QString &name, cluster::Progress progress) override;
    cluster::Call<void> download(const QString &name, const QString &localPath, cluster::Progress progress) override;
    cluster::Call<void> remove(const QString &name) override;
    bool tellsProgress() const override { return true; }

private:
    cluster::FileExchange &m_files;
    cluster::RestClient &m_rest;
};

/// By carriers (runner::RemoteOperations). A local path must be one that the operations' LocalFiles take for local.
class OperatedSessionFiles final : public SessionFiles
{
public:
    /// ended: one operation is over, after so many µs between request and answer, or nothing where it got none. operations must outlive
    /// this and its calls.
    using Ended = std::function<void(std::optional<qint64> roundTripUs)>;
    OperatedSessionFiles(runner::RemoteOperations &operations, QString connectionId, Ended ended);

    cluster::Call<QList<protocol::FileRecord>> list() override;
    cluster::Call<void> upload(const QString &localPath, const QString &name, cluster::Progress progress) override;
    cluster::Call<void> download(const QString &name, const QString &localPath, cluster::Progress progress) override;
    cluster::Call<void> remove(const QString &name) override;
    bool tellsProgress() const override { return false; }

    /// A temporary link to a local file for the connection: its relative URL.
    cluster::Call<QString> makeLink(const QString &localPath);

private:
    template <typename Action>
    cluster::Call<QString> perform(Action action, const runner::RemoteOperations::BringTo &bringTo = {});

    runner::RemoteOperations &m_operations;
    QString m_connectionId;
    Ended m_ended;
};

} // namespace signalbox::inspect
