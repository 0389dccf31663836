// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated cluster: N nodes on M sites in this process, each an HTTP and web socket listener on one port, on a thread of its
// own. Reached over its sockets only. Nothing of Boost shows here.
#pragma once

#include "simulator/clusterconfig.h"

#include <QUrl>

#include <memory>

namespace signalbox::simulator {

struct NodeAddress {
    QString site;
    QString node;
    QUrl url; ///< http://127.0.0.1:PORT
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

    /// Stops one node at once, as a crash would: its connections, websocktemp directories and temp files are gone.
    core::Result<void> killNode(const QString &site, const QString &node);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::simulator
