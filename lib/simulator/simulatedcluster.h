// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated cluster: N nodes on M sites in this process, each an HTTP and web socket listener on one port, on a thread of its
// own. Reached over its sockets only, but for what breaks and mends it. Nothing of Boost shows here.
#pragma once

#include "simulator/clusterconfig.h"

#include <QUrl>

#include <chrono>
#include <memory>

namespace signalbox::simulator {

struct NodeAddress {
    QString site;
    QString node;
    QUrl url; ///< http://127.0.0.1:PORT
};

struct ControlAddress {
    QUrl url; ///< invalid where the configuration does not ask for it
    QString token;
};

class SimulatedCluster final
{
public:
    explicit SimulatedCluster(ClusterConfig config);
    /// Stops it.
    ~SimulatedCluster();

    /// Returns when every node listens and every virtual peer is registered. Errors: listen (address or port in use), config.
    core::Result<void> start();
    /// Closes listeners and connections, removes its directories, joins the thread. At most 5 s.
    void stop();

    const ClusterConfig &config() const;
    QList<NodeAddress> nodes() const;

    ControlAddress control() const;

    // Each takes effect before it returns. Where the cluster has not been started: not_running.
    /// In good order: its connections are closed with 1001 and unregistered. Errors: not_found, not_running.
    core::Result<void> stopNode(const QString &site, const QString &node);
    /// At once, as a crash would: its connections, websocktemp directories and temp files are gone; what it registered stays until it
    /// expires. Errors: not_found, not_running.
    core::Result<void> killNode(const QString &site, const QString &node);
    /// A stopped or killed node comes back on the port that it had, with nothing of what it held, and its virtual peers with it. Errors:
    /// not_found, running, listen.
    core::Result<void> startNode(const QString &site, const QString &node);
    /// Moves the time of sessions, registrations, temp links and deadlines on; what falls due happens, each thing once. The times of
    /// sockets (heads, bodies, idleness) are real ones. Error: bad_argument.
    core::Result<void> advanceClock(std::chrono::milliseconds by);
    /// What goes wrong from now on, as "faults" of a cluster file; null: nothing. Errors: faults.invalid, not_running.
    core::Result<void> setFaults(const core::Json &rules);
    /// The rules and how often each has acted (Faults::toJson). Error: not_running.
    core::Result<core::Json> faults() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::simulator
