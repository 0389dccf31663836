// SPDX-License-Identifier: GPL-3.0-or-later
// A verb's way to the cluster: starts the embedded one or finds the secrets for a real one, logs in, opens the token API where operations
// are to run, and leaves nothing behind when it closes.
#pragma once

#include "cli/context.h"
#include "cli/globaloptions.h"
#include "cli/secretsource.h"
#include "runner/remoteoperations.h"
#include "simulator/simulatedcluster.h"

namespace signalbox::cli {

/// Why a verb ends early.
struct Failure {
    int exitCode = 0;
    QString message;
};

class ClusterLink final
{
    Q_DECLARE_TR_FUNCTIONS(ClusterLink)

public:
    enum class Need : quint8 {
        Rest,      ///< a login
        Token,     ///< a login, and the token at hand
        Operations ///< a login and a token API link that may start scenarios
    };
    using Opened = std::function<void(std::optional<Failure>)>;

    /// All must outlive this.
    ClusterLink(Context &context, const GlobalOptions &globals, runner::LocalFiles &files);
    ~ClusterLink();

    /// opened comes once, perhaps from within this call; after a failure close() is still due.
    void open(Need need, Opened opened);
    /// Ends whatever is going on: carriers and staged files are removed, the session is logged out, the embedded cluster stops. closed
    /// comes once, perhaps from within this call, with a message when something was left behind; within about half a minute in any case.
    void close(std::function<void(const QString &warning)> closed);

    /// The dialect of the cluster; known before open().
    const core::Dialect &dialect() const { return m_profile.dialect; }
    cluster::ClusterSession &session() { return *m_session; }        ///< after open()
    runner::RemoteOperations &operations() { return *m_operations; } ///< after open(Need::Operations)

    static Failure failureOf(const core::Error &error);

private:
    std::optional<Failure> startSimulated();
    void findSecrets();
    void login();
    void openLink();
    void ready();
    void fail(Failure failure);
    void logout();
    void closed();

    Context &m_context;
    const GlobalOptions &m_globals;
    runner::LocalFiles &m_files;
    simulator::ClusterConfig m_config;
    cluster::Profile m_profile;
    cluster::Credentials m_credentials;
    Need m_need = Need::Rest;
    QList<cluster::SecretKind> m_missing; ///< secrets that are still to be found
    Opened m_opened;
    std::function<void(const QString &)> m_closed;
    QString m_warning;
    // Destroyed in reverse: calls before what they belong to.
    std::unique_ptr<simulator::SimulatedCluster> m_simulated;
    std::unique_ptr<SecretSource> m_secrets;
    std::unique_ptr<cluster::ClusterSession> m_session;
    std::unique_ptr<runner::SessionAccess> m_access;
    std::unique_ptr<runner::RemoteOperations> m_operations;
    cluster::Call<protocol::SessionInfo> m_login;
    cluster::Call<void> m_step;
    cluster::Call<int> m_sweep;
    core::Deadline m_patience;
    bool m_loggedIn = false;
};

} // namespace signalbox::cli
