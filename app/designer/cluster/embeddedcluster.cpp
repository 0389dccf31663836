// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/embeddedcluster.h"

#include "cluster/calls.h"
#include "designer/cluster/futurecall.h"
#include "scenario/scenarioreader.h"
#include "simulator/administrator.h"
#include "simulator/simulatedcluster.h"

#include <QDir>
#include <QPromise>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::Profile;
using core::Json;

namespace {

constexpr std::chrono::milliseconds startDeadline{15'000};
const auto scriptCapability = u"svcscript"_s;

Profile profileOf(const simulator::SimulatedCluster &cluster)
{
    Profile profile;
    profile.dialect = cluster.config().dialect;
    const QList<simulator::NodeAddress> nodes = cluster.nodes();
    profile.address = nodes.constFirst().url;
    for (const simulator::NodeAddress &node : nodes)
        profile.nodes.insert(node.site + u'/' + node.node, node.url);
    return profile;
}

} // namespace

EmbeddedCluster::EmbeddedCluster(Config config, core::Scheduler &scheduler) : m_config(std::move(config)), m_scheduler(scheduler)
{
    m_thread.setMaxThreadCount(1);
}

EmbeddedCluster::~EmbeddedCluster()
{
    m_thread.waitForDone();
}

simulator::ClusterConfig EmbeddedCluster::demo()
{
    simulator::ClusterConfig config = simulator::ClusterConfig::demo();
    QList<Json> scripts;
    const QStringList examples = QDir(u":/examples"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : examples) {
        if (const auto read = scenario::readScenarioFile(u":/examples/"_s + name); read.scenario)
            scripts.append(read.scenario->stripped().root());
    }
    config.scripts = Json::array(scripts);
    return config;
}

const EmbeddedCluster::DemoUser &EmbeddedCluster::demoUser()
{
    if (m_user)
        return *m_user;
    const simulator::ClusterConfig config = m_config();
    const simulator::UserConfig *const admin = simulator::administratorOf(config);
    DemoUser user;
    user.profile.domain = config.domain;
    if (admin) {
        user.profile.login = admin->login;
        user.password = admin->password;
    }
    const auto point = std::find_if(config.points.begin(), config.points.end(),
                                    [](const simulator::PointConfig &one) { return one.capabilities.contains(scriptCapability); });
    if (point != config.points.end())
        user.token = point->token;
    m_user = user;
    return *m_user;
}

cluster::Call<Profile> EmbeddedCluster::start()
{
    const bool isUnderWay = m_started.isValid() && !m_started.isFinished();
    const bool isRunning = m_started.isValid() && m_started.isFinished() && m_started.result().has_value();
    if (!isUnderWay && !isRunning) {
        const auto promise = std::make_shared<QPromise<Started>>();
        m_started = promise->future();
        m_thread.start([promise, config = m_config] {
            promise->start();
            auto made = std::make_shared<simulator::SimulatedCluster>(config());
            const core::Result<void> started = made->start();
            promise->addResult(started ? Started(Running(made)) : tl::unexpected(started.error()));
            promise->finish();
        });
    }
    core::Error late{u"timeout"_s,
                     tr("The simulated cluster has not started within %1 s. Try again.")
                         .arg(std::chrono::duration_cast<std::chrono::seconds>(startDeadline).count()),
                     {}};
    auto waiting = std::make_unique<FutureCall<Running>>(m_started, m_scheduler, startDeadline, std::move(late));
    return cluster::mapped(cluster::Call<Running>(std::move(waiting)), [](const core::Result<Running> &running) -> core::Result<Profile> {
        if (running)
            return profileOf(**running);
        return core::fail(running.error().code, tr("The simulated cluster did not start: %1").arg(running.error().message));
    });
}

} // namespace signalbox::designer
