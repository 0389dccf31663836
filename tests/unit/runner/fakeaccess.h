// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster whose every answer the test gives by hand, in any order.
#pragma once

#include "runner/clusteraccess.h"

namespace signalbox::test {

/// A call that the test answers.
template <typename T>
class HandCall final : public core::AsyncCall<T>
{
public:
    HandCall(QString what, QList<HandCall *> &all) : m_what(std::move(what)), m_all(all) {}
    ~HandCall() override { m_all.removeAll(this); }

    const QString &what() const { return m_what; }
    void answer(core::Result<T> result)
    {
        m_all.removeAll(this);
        this->finish(std::move(result));
    }

protected:
    void begin() override { m_all.append(this); }
    void abort() override { m_all.removeAll(this); }

private:
    const QString m_what;
    QList<HandCall *> &m_all;
};

class FakeAccess final : public runner::ClusterAccess
{
public:
    cluster::Profile theProfile;
    QStringList log; ///< what was asked for, in order
    QList<HandCall<QString> *> creates;
    QList<HandCall<void> *> removals;
    QList<HandCall<QList<cluster::StoredScript>> *> scriptLists;
    QList<HandCall<core::Json> *> starts;
    QList<HandCall<protocol::UploadRecord> *> uploads;
    QList<HandCall<QList<protocol::FileRecord>> *> fileLists;
    QList<HandCall<qint64> *> downloads;
    QList<HandCall<QList<cluster::Registration>> *> registrarLists;
    core::Json lastEntity;
    core::Json lastScript;
    QList<core::Json> lastParams;
    std::chrono::milliseconds lastTimeout{0};

    FakeAccess() { theProfile.address = QUrl(QStringLiteral("http://cluster.test:8080")); }

    const cluster::Profile &profile() const override { return theProfile; }
    cluster::Call<QString> createScript(const core::Json &entity) override
    {
        lastEntity = entity;
        lastScript = entity[u"scriptdata"];
        return note(QStringLiteral("create ") + entity[u"code"].toString(), creates);
    }
    cluster::Call<void> removeScript(const QString &id) override { return note(QStringLiteral("remove script ") + id, removals); }
    cluster::Call<QList<cluster::StoredScript>> listScripts() override { return note(QStringLiteral("list scripts"), scriptLists); }
    cluster::Call<core::Json> startScript(const QString &code, const QList<core::Json> &startParams,
                                          std::chrono::milliseconds timeout) override
    {
        lastParams = startParams;
        lastTimeout = timeout;
        return note(QStringLiteral("start ") + code, starts);
    }
    cluster::Call<protocol::UploadRecord> upload(const QString &target, const QString &localPath, const QString &name) override
    {
        return note(QStringLiteral("upload %1 %2 as %3").arg(target, localPath, name), uploads);
    }
    cluster::Call<QList<protocol::FileRecord>> listFiles(const QString &target) override
    {
        return note(QStringLiteral("list files ") + target, fileLists);
    }
    cluster::Call<void> removeFile(const QString &target, const QString &name) override
    {
        return note(QStringLiteral("remove file %1/%2").arg(target, name), removals);
    }
    cluster::Call<qint64> download(const QUrl &url, const QString &localPath) override
    {
        return note(QStringLiteral("download %1 to %2").arg(url.toString(), localPath), downloads);
    }
    cluster::Call<QList<cluster::Registration>> registrations() override { return note(QStringLiteral("registrar"), registrarLists); }

private:
    template <typename T>
    cluster::Call<T> note(const QString &what, QList<HandCall<T> *> &all)
    {
        log.append(what);
        return std::make_unique<HandCall<T>>(what, all);
    }
};

/// Variables as a carrier leaves them.
inline core::Json carrierVariables(const QString &outcome, const QString &answer = {}, const QString &failure = {},
                                   const QString &link = {}, const QString &linkFailure = {})
{
    return core::Json::object({{QStringLiteral("body"), core::Json(QString())},
                               {QStringLiteral("outcome"), core::Json(outcome)},
                               {QStringLiteral("answer"), core::Json(answer)},
                               {QStringLiteral("failure"), core::Json(failure)},
                               {QStringLiteral("link"), core::Json(link)},
                               {QStringLiteral("linkFailure"), core::Json(linkFailure)}});
}

} // namespace signalbox::test
