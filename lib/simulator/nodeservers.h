// SPDX-License-Identifier: GPL-3.0-or-later
// The listeners of a cluster, one for each node and one for the control, and what opening and closing them means for the nodes. Used on
// the loop's thread; who runs the loop is SimulatedCluster's.
#pragma once

#include "simulator/asioscheduler.h"
#include "simulator/clusterstate.h"
#include "simulator/controlapi.h"
#include "simulator/httpapi.h"
#include "simulator/listener.h"
#include "simulator/offsetclock.h"
#include "simulator/tls.h"

namespace signalbox::simulator {

class NodeServers final : public ClusterControl
{
public:
    /// What is given must outlive it, and the loop's handlers too.
    NodeServers(Loop &loop, const ClusterConfig &config, ClusterState &state, OffsetClock &clock, AsioScheduler &scheduler,
                const QString &controlToken);

    /// All nodes listen, and the control where the configuration wants it. Errors: listen, tls (its files are no good).
    core::Result<void> open();
    /// Of the control; invalid without it.
    QUrl controlUrl() const;

    QList<NodeState> nodes() const override;
    qint64 nowMs() const override { return m_clock.nowMs(); }
    core::Result<void> stopNode(const NodeName &name) override;
    core::Result<void> killNode(const NodeName &name) override;
    core::Result<void> startNode(const NodeName &name) override;
    core::Result<void> advanceClock(std::chrono::milliseconds by) override;
    core::Json faults() const override { return m_state.faults().toJson(); }
    core::Result<void> setFaults(const core::Json &rules) override { return m_state.faults().set(rules); }

    /// No more connections and requests; those that are there may end.
    void stopListening();
    std::size_t openCount() const;
    /// Ends all at once.
    void closeAll();
    /// Before the loop goes, to which they belong; nothing else may be called then.
    void dropListeners();

private:
    struct Server {
        explicit Server(Node &served) : node(served), api(served) {}
        Node &node;
        HttpApi api;
        std::shared_ptr<Listener> listener;
        QUrl url;
    };

    core::Result<void> listen(Server &server, quint16 port);
    std::vector<Listener *> listeners() const; ///< those that are there
    core::Result<Server *> find(const NodeName &name, bool isRunning);

    Loop &m_loop;
    const ClusterConfig &m_config;
    ClusterState &m_state;
    OffsetClock &m_clock;
    AsioScheduler &m_scheduler;
    std::unique_ptr<TlsContext> m_tls;
    std::vector<std::unique_ptr<Server>> m_servers;
    std::unique_ptr<ControlApi> m_controlApi;
    std::shared_ptr<Listener> m_control;
};

} // namespace signalbox::simulator
