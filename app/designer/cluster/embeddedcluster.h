// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated cluster inside the program: started when it is first wanted, beside the interface thread, and there until the program
// ends. Knows nothing of who uses it.
#pragma once

#include "cluster/clustersession.h"
#include "simulator/clusterconfig.h"

#include <QFuture>
#include <QThreadPool>

namespace signalbox::simulator {
class SimulatedCluster;
}

namespace signalbox::designer {

class EmbeddedCluster final
{
    Q_DECLARE_TR_FUNCTIONS(EmbeddedCluster)

public:
    using Config = std::function<simulator::ClusterConfig()>;

    /// config is called beside the interface thread, too. scheduler must outlive it.
    EmbeddedCluster(Config config, core::Scheduler &scheduler);
    /// Waits for a start that is under way and stops the cluster: at most 5 s.
    ~EmbeddedCluster();
    EmbeddedCluster(const EmbeddedCluster &) = delete;
    EmbeddedCluster &operator=(const EmbeddedCluster &) = delete;

    /// The built-in demo cluster, with the examples kept on it.
    static simulator::ClusterConfig demo();
    /// Who logs in there: domain and login of its administrator, the password, and the token of a point that may start scenarios.
    struct DemoUser {
        cluster::Profile profile;
        QString password;
        QString token;
    };
    const DemoUser &demoUser();

    /// Starts it where it does not run. The profile's address and nodes. Errors: listen, config, timeout.
    cluster::Call<cluster::Profile> start();

private:
    using Running = std::shared_ptr<simulator::SimulatedCluster>;
    using Started = core::Result<Running>;

    Config m_config;
    core::Scheduler &m_scheduler;
    std::optional<DemoUser> m_user;
    QFuture<Started> m_started;
    QThreadPool m_thread;
};

} // namespace signalbox::designer
