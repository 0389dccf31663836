// SPDX-License-Identifier: GPL-3.0-or-later
// One login to a cluster: its session, and whose it is. Logs in, and logs out when it is told to; letting it go otherwise leaves the
// session to expire on the cluster (Clusters::leave sees to that).
#pragma once

#include "cluster/clustersession.h"
#include "designer/cluster/clusterchoice.h"
#include "runner/clusteraccess.h"

namespace signalbox::designer {

class ClusterConnection final
{
public:
    using LoggedIn = std::function<void(const core::Result<void> &)>;

    ClusterConnection(ClusterChoice choice, cluster::Credentials credentials, cluster::Surroundings surroundings,
                      std::shared_ptr<cluster::LoginGuard> guard);

    /// done comes once, never from within this call.
    void login(LoggedIn done);
    bool isLoggingIn() const { return m_login && m_login->isRunning(); }
    bool isLoggedIn() const { return m_isLoggedIn; }
    /// Another one hears the end of a login that is under way.
    void setLoggedIn(LoggedIn done) { m_done = std::move(done); }
    /// Never an error.
    cluster::Call<void> logout() { return m_session.logout(); }

    /// With where the cluster really is.
    const ClusterChoice &choice() const { return m_choice; }
    cluster::ScriptStore &scripts() { return m_session.scripts(); }
    cluster::ClusterSession &session() { return m_session; }
    /// What runner::RemoteOperations are made with, one for each run; once the link is open (LiveCluster::Need::Operations).
    runner::ClusterAccess &access() { return m_access; }

    /// A further session of the same login, not logged in yet: for what needs a web socket of its own, such as a registrar watch. Whoever
    /// logs it in logs it out again, since a user has only so many.
    std::unique_ptr<cluster::ClusterSession> anotherSession() const;
    /// For a cluster::Peer; in memory alone.
    const cluster::Credentials &credentials() const { return m_credentials; }
    void setToken(const QString &token);
    const cluster::Surroundings &surroundings() const { return m_surroundings; }

private:
    ClusterChoice m_choice;
    cluster::Credentials m_credentials;
    cluster::Surroundings m_surroundings;
    std::shared_ptr<cluster::LoginGuard> m_guard;
    cluster::ClusterSession m_session;
    runner::SessionAccess m_access{m_session};
    cluster::Call<protocol::SessionInfo> m_login;
    LoggedIn m_done;
    bool m_isLoggedIn = false;
};

} // namespace signalbox::designer
