// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clusterstate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto sweepInterval = std::chrono::seconds(10);

} // namespace

QString ClusterState::siteName(int index)
{
    return index == 0 ? u"main_site"_s : u"site_%1"_s.arg(index + 1);
}

ClusterState::ClusterState(const ClusterConfig &config, const core::Clock &clock, core::Scheduler &scheduler, core::Random &random)
    : m_config(config), m_extensions(config), m_descriptions(capability::Capabilities::builtIn(config.dialect.resultSuffix)),
      m_storage(config.limits.storageBytes, &m_faults, config.limits.files), m_targets(m_storage), m_sessions(config, clock, random),
      m_registrar(clock, config.limits.registrationTtlS), m_scripts(config, clock, random), m_ivrScripts(config, clock, random),
      m_subscriptions(clock), m_services{config,         clock,        scheduler,       random,     m_extensions,
                                         m_descriptions, m_storage,    m_targets,       m_sessions, m_registrar,
                                         m_scripts,      m_ivrScripts, m_subscriptions, m_bus,      m_faults}
{
    m_sessions.onClosed = [this](const SessionPtr &session, Reason reason) {
        m_bus.closeSession(session->id, reason);
    };
    m_registrar.onEvent = [this](const RegistrarEvent &event) {
        m_subscriptions.tell(event);
    };
    for (int i = 0; i < config.nodes; ++i) {
        const NodeName name{siteName(i % std::max(1, config.sites)), u"node%1"_s.arg(i + 1)};
        m_nodes.push_back(std::make_unique<Node>(m_services, name, i + 1));
        m_bus.join(*m_nodes.back());
    }
    for (const PeerConfig &peer : config.peers) {
        Node &holder = node(peer.node % config.nodes);
        m_peers.emplace_back(&holder, std::make_unique<VirtualPeer>(m_services, holder, peer));
    }
    sweep();
}

ClusterState::~ClusterState()
{
    m_sessions.onClosed = nullptr;
    m_registrar.onEvent = nullptr;
    for (const auto &node : m_nodes)
        crash(*node); // what is still there then: connections let go of their peers
    m_peers.clear();
    m_nodes.clear();
}

core::Result<void> ClusterState::prepare()
{
    if (const auto set = m_faults.set(m_config.faults); !set)
        return core::fail(u"config"_s, set.error().message);
    if (!m_storage.isValid())
        return core::fail(u"config"_s, QCoreApplication::translate("SimulatedCluster", "No temporary directory can be made for the files "
                                                                                       "of the simulated cluster."));
    for (const PluginConfig &plugin : m_config.plugins) {
        if (plugin.description.isEmpty())
            continue;
        if (const auto added = m_descriptions.addFile(plugin.description); !added)
            return core::fail(u"config"_s,
                              QCoreApplication::translate("SimulatedCluster", "The description of the plug-in \"%1\" cannot be used: %2")
                                  .arg(plugin.capability, added.error().message),
                              added.error().detail);
    }
    if (const auto stored = store(m_scripts, m_config.scripts); !stored)
        return stored;
    return store(m_ivrScripts, m_config.ivrScripts);
}

core::Result<void> ClusterState::store(Scripts &scripts, const core::Json &entities)
{
    for (const core::Json &entity : entities.items()) {
        if (const auto created = scripts.create(entity); !created)
            return core::fail(u"config"_s, QCoreApplication::translate("SimulatedCluster", "A scenario of the configuration cannot be "
                                                                                           "stored: %1")
                                               .arg(created.error().message));
    }
    return {};
}

void ClusterState::connectPeers()
{
    for (const auto &[node, peer] : m_peers)
        peer->connect();
}

void ClusterState::sweep()
{
    m_sessions.sweep();
    m_registrar.sweep();
    m_sweep.arm(m_services.scheduler, sweepInterval, [this] { sweep(); });
}

Node *ClusterState::find(const QString &site, const QString &node)
{
    const NodeName name{site, node};
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&name](const auto &each) { return each->name() == name; });
    return found == m_nodes.end() ? nullptr : found->get();
}

void ClusterState::stopPeers(const Node &node)
{
    for (const auto &[holder, peer] : m_peers) {
        if (holder == &node)
            peer->stop();
    }
}

void ClusterState::crash(Node &node)
{
    m_bus.leave(node);
    stopPeers(node);
    node.crash();
}

void ClusterState::stop(Node &node)
{
    m_bus.leave(node);
    stopPeers(node);
    node.shutDown();
}

void ClusterState::start(Node &node)
{
    node.restart();
    m_bus.join(node);
    for (const auto &[holder, peer] : m_peers) {
        if (holder == &node)
            peer->start();
    }
}

void ClusterState::timeMoved()
{
    for (const auto &node : m_nodes)
        node->renewAll();
}

void ClusterState::shutDown()
{
    m_sweep.cancel();
    for (const auto &[holder, peer] : m_peers)
        peer->stop();
    for (const auto &node : m_nodes)
        node->shutDown();
}

} // namespace signalbox::simulator
