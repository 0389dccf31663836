// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of a simulated cluster but its sockets: what its nodes share, the nodes, and the virtual peers. Lives on one thread; time
// and randomness are given to it.
#pragma once

#include "simulator/bus.h"
#include "simulator/extensions.h"
#include "simulator/faults.h"
#include "simulator/node.h"
#include "simulator/registrar.h"
#include "simulator/scripts.h"
#include "simulator/services.h"
#include "simulator/sessions.h"
#include "simulator/storage.h"
#include "simulator/subscriptions.h"
#include "simulator/targets.h"
#include "simulator/virtualpeer.h"

#include <memory>
#include <vector>

namespace signalbox::simulator {

class ClusterState final
{
public:
    /// config, clock, scheduler and random must outlive it.
    ClusterState(const ClusterConfig &config, const core::Clock &clock, core::Scheduler &scheduler, core::Random &random);
    ~ClusterState();
    ClusterState(const ClusterState &) = delete;
    ClusterState &operator=(const ClusterState &) = delete;

    /// What the constructor could not: the storage, descriptions of plug-ins, scenarios of the configuration. Error: config.
    core::Result<void> prepare();
    void connectPeers();

    const Services &services() const { return m_services; }
    Faults &faults() { return m_faults; }
    int nodeCount() const { return static_cast<int>(m_nodes.size()); }
    Node &node(int index) { return *m_nodes.at(static_cast<std::size_t>(index)); }
    Node *find(const QString &site, const QString &node);
    /// As a crash of the node would; its virtual peers are gone with it.
    void crash(Node &node);
    /// The node's connections are closed in good order; its virtual peers are gone with it.
    void stop(Node &node);
    /// After a crash or a stop: the node begins anew, and its virtual peers come back.
    void start(Node &node);
    /// The clock has been moved on: what is held by running nodes is renewed, as it would have been meanwhile.
    void timeMoved();
    /// Connections are closed in good order, scenarios dropped.
    void shutDown();

    /// "main_site", then "site_2" and so on.
    static QString siteName(int index);

private:
    void stopPeers(const Node &node);
    void sweep();
    static core::Result<void> store(Scripts &scripts, const core::Json &entities);

    const ClusterConfig &m_config;
    Extensions m_extensions;
    capability::Capabilities m_descriptions;
    Faults m_faults;
    Storage m_storage;
    Targets m_targets;
    Sessions m_sessions;
    Registrar m_registrar;
    Scripts m_scripts;
    Scripts m_ivrScripts;
    Subscriptions m_subscriptions;
    LocalBus m_bus;
    Services m_services;
    core::Deadline m_sweep;
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::vector<std::pair<Node *, std::unique_ptr<VirtualPeer>>> m_peers;
};

} // namespace signalbox::simulator
