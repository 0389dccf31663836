// SPDX-License-Identifier: GPL-3.0-or-later
// Logs in as the connect form says: asks the keychain whether it can keep the password, says what went wrong at the form, counts what may
// bring a ban, and keeps what worked. Shows nothing but the form's content; what comes of the connection is for others.
#pragma once

#include "designer/cluster/connectcall.h"

class QSettings;

namespace signalbox::designer {

class ConnectForm;

class FormLogin final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    FormLogin(Clusters &clusters, QSettings &settings, ConnectForm &form);
    ~FormLogin() override;

    /// Another cluster; cancels what is under way.
    void show(const ClusterChoice &choice);
    /// What somebody else's login said of it.
    void showError(const core::Error &error);
    void start();
    void stop();
    bool isRunning() const { return m_connecting != nullptr; }
    /// One more failed login, and the cluster refuses this computer.
    bool mayBan() const { return m_mayBan; }

    /// The address that was typed in last, with whom.
    static ClusterChoice lastTyped(const QSettings &settings);

Q_SIGNALS:
    /// What is being waited for has changed.
    void phaseChanged(const QString &phase);
    void connected(std::shared_ptr<signalbox::designer::ClusterConnection> connection);
    /// It says why at the form.
    void refused();
    /// What of it was kept, or why not.
    void noticed(const QString &text);

private:
    void findKeychain();
    void onConnected(const ClusterChoice &typed, const TypedSecrets &secrets, std::shared_ptr<ClusterConnection> connection);
    void onRefused(const ClusterChoice &typed, const TypedSecrets &secrets, const core::Error &error);
    void keepWhatWorked(const ClusterChoice &choice, const TypedSecrets &secrets);

    Clusters &m_clusters;
    QSettings &m_settings;
    ConnectForm &m_form;
    bool m_isKeptRefused = false; ///< the password that is kept is not the right one
    bool m_mayBan = false;
    cluster::Call<std::shared_ptr<ClusterConnection>> m_connecting;
    secrets::SecretStoreCall m_keychain;
};

} // namespace signalbox::designer
