// SPDX-License-Identifier: GPL-3.0-or-later
// What all that the window does with clusters shares, for the program's life: profiles, secrets, counted failures of logins, the embedded
// cluster, and sessions that are on their way out. Shows nothing.
#pragma once

#include "designer/cluster/clusterconnection.h"
#include "designer/cluster/embeddedcluster.h"
#include "designer/cluster/profiles.h"
#include "secrets/secretstore.h"

#include <list>

namespace signalbox::designer {

/// What clusters are reached with; each has a real implementation in main.cpp and a double in tests.
struct ClusterWorld {
    cluster::Surroundings surroundings;
    /// Where the profiles are kept (cluster::ProfileStore).
    QString profilesFile;
    /// The keychain; may be slow, so only when a secret is needed.
    std::function<secrets::SecretStoreCall()> openSecrets;
    EmbeddedCluster::Config simulated;
};

class Clusters final
{
public:
    explicit Clusters(ClusterWorld world);
    ~Clusters();
    Clusters(const Clusters &) = delete;
    Clusters &operator=(const Clusters &) = delete;

    const ClusterWorld &world() const { return m_world; }
    EmbeddedCluster &embedded() { return m_embedded; }

    Profiles &profiles() { return m_profiles; }

    /// Hears the end of what goes on whoever waits for it; not after this is gone.
    using Told = std::function<void(const core::Result<void> &)>;

    // Secrets ---------------------------------------------------------------------------------------------------------------
    /// The keychain, or what stands for it; opened once, also for several that wait at the same time, so that nobody is asked twice to
    /// unlock it. Never an error but cancelled.
    secrets::SecretStoreCall keychain();
    /// What this session remembers, else what the keychain has; nothing where the keychain gives none, for whatever reason.
    cluster::Call<std::optional<QString>> findSecret(cluster::SecretKind kind, const ClusterChoice &choice);
    /// For this session, and in the keychain where that is wanted. Errors: keychain (it is kept for this session all the same).
    void keepSecret(cluster::SecretKind kind, const ClusterChoice &choice, const QString &secret, bool inKeychain, Told told);
    /// From this session and the keychain, where there is such a secret.
    void dropSecret(cluster::SecretKind kind, const ClusterChoice &choice);
    /// To a profile's new name. Where it is meant for somebody or something else now, nothing is handed over.
    void moveSecret(cluster::SecretKind kind, const cluster::Profile &from, const cluster::Profile &to);
    /// Whether this session remembers the password.
    bool remembers(const ClusterChoice &choice) const;
    /// A password or token that the cluster refused is not offered again in this session.
    void forget(cluster::SecretKind kind, const ClusterChoice &choice);

    // Sessions --------------------------------------------------------------------------------------------------------------
    /// Of all logins to the same cluster.
    std::shared_ptr<cluster::LoginGuard> guard(const cluster::Profile &profile);
    /// Logs out in the background and lets it go; the program does not end before. At most some seconds.
    void leave(std::shared_ptr<ClusterConnection> connection);

private:
    class KeychainCall;
    class SecretCall;
    class KeepSecretCall;
    class MoveSecretCall;
    struct Departure;
    void openKeychain();
    void finishWriting(cluster::Call<void> call, Told told);

    ClusterWorld m_world;
    EmbeddedCluster m_embedded;
    Profiles m_profiles;
    std::shared_ptr<secrets::SecretStore> m_keychain;
    secrets::SecretStoreCall m_opening;    // of the keychain
    std::list<KeychainCall *> m_waiting;   // for it
    std::list<KeychainCall *> m_answering; // waited for it, to be told
    QHash<QString, QString> m_remembered;  // by key
    QHash<QString, std::shared_ptr<cluster::LoginGuard>> m_guards;
    std::list<std::unique_ptr<Departure>> m_departures;
    std::list<cluster::Call<void>> m_writing;
};

} // namespace signalbox::designer
