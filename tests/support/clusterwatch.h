// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated cluster that outlives commands, and a look at what they left on it. Header only, as commandlinerun.h.
#pragma once

#include "cluster/fileexchange.h"
#include "cluster/registrarview.h"
#include "cluster/scriptstore.h"
#include "support/commandlinerun.h"

#include "simulator/simulatedcluster.h"

namespace signalbox::test {

class ClusterWatch final
{
public:
    explicit ClusterWatch(simulator::ClusterConfig config = simulator::ClusterConfig::demo()) : cluster(std::move(config)) {}

    bool start() { return cluster.start().has_value(); }
    QString url() const { return cluster.nodes().constFirst().url.toString(); }

    /// Global options that name this cluster and, through the environment of prepare(), its secrets.
    QStringList access() const
    {
        return {QStringLiteral("--cluster"),      url(),
                QStringLiteral("--domain"),       cluster.config().domain,
                QStringLiteral("--login"),        cluster.config().users.constFirst().login,
                QStringLiteral("--password-env"), QStringLiteral("SBX_PASSWORD"),
                QStringLiteral("--token-env"),    QStringLiteral("SBX_TOKEN")};
    }
    QHash<QString, QString> environment() const
    {
        return {{QStringLiteral("SBX_PASSWORD"), cluster.config().users.constFirst().password},
                {QStringLiteral("SBX_TOKEN"), cluster.config().points.constFirst().token}};
    }

    /// Carriers, staged files and sessions of ours that are still there, as text; empty when all is clean.
    QStringList leftovers()
    {
        cluster::Profile profile;
        profile.address = cluster.nodes().constFirst().url;
        profile.domain = cluster.config().domain;
        profile.login = cluster.config().users.constFirst().login;
        cluster::ClusterSession session(profile, {cluster.config().users.constFirst().password, {}}, {clock, scheduler, random});
        QStringList left;
        if (!await<protocol::SessionInfo>(session.login()))
            return {QStringLiteral("no login")};
        const auto scripts = await<QList<cluster::StoredScript>>(session.scripts().list());
        const auto files = await<QList<protocol::FileRecord>>(session.files().list(QStringLiteral("custom")));
        const auto registrations = await<QList<cluster::Registration>>(session.registrar().list());
        if (!scripts || !files || !registrations)
            return {QStringLiteral("no answer")};
        for (const cluster::StoredScript &script : *scripts)
            left.append(QStringLiteral("script ") + script.code);
        for (const protocol::FileRecord &file : *files)
            left.append(QStringLiteral("file ") + file.name);
        // Only the virtual peers hold connections: a link of ours would be one of the point that starts scenarios.
        for (const cluster::Registration &registration : *registrations) {
            if (registration.connection.capabilities.contains(QStringLiteral("svcscript")))
                left.append(QStringLiteral("connection ") + registration.connection.connectionId);
        }
        await<void>(session.logout());
        return left;
    }

    template <typename T>
    core::Result<T> await(cluster::Call<T> call)
    {
        std::optional<core::Result<T>> answer;
        call->start([&answer](core::Result<T> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return core::fail(QStringLiteral("test"), QStringLiteral("No answer in time."));
        return *answer;
    }

    simulator::SimulatedCluster cluster;
    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
};

} // namespace signalbox::test
