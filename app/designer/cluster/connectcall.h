// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a cluster: starts the embedded one or finds the secrets, and logs in. Cancelling it leaves no session behind.
#pragma once

#include "cluster/calls.h"
#include "designer/cluster/clusters.h"

namespace signalbox::designer {

/// What was typed in; what is empty is looked for.
struct TypedSecrets {
    QString password;
    QString proxyPassword;
    QString token = {}; ///< of the token API
};

/// Errors: no_password, no_proxy_password (nothing was typed and nothing is kept), those of EmbeddedCluster::start and of a login.
class ConnectCall final : public cluster::StepsCall<std::shared_ptr<ClusterConnection>>
{
    Q_DECLARE_TR_FUNCTIONS(ConnectCall)

public:
    /// phase tells what is being waited for. clusters must outlive it.
    ConnectCall(Clusters &clusters, ClusterChoice choice, TypedSecrets typed, std::function<void(const QString &)> phase);
    ~ConnectCall() override;
    ConnectCall(const ConnectCall &) = delete;
    ConnectCall &operator=(const ConnectCall &) = delete;

private:
    void begin() override;
    void abort() override;
    void findPassword();
    void findProxyPassword();
    void login();

    Clusters &m_clusters;
    ClusterChoice m_choice;
    cluster::Credentials m_credentials;
    std::function<void(const QString &)> m_phase;
    std::unique_ptr<ClusterConnection> m_connection; ///< while it logs in
};

} // namespace signalbox::designer
