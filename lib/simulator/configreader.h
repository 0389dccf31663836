// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a cluster's configuration from JSON and says where the first fault is. Internal to lib/simulator.
#pragma once

#include "core/firstfault.h"
#include "simulator/extensions.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace signalbox::simulator {

class ConfigReader final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::simulator::ConfigReader)

public:
    ConfigReader();
    core::Result<ClusterConfig> read(const core::Json &document);

private:
    void readServer(const core::Json &json, ClusterConfig &config);
    void readRole(const core::Json &json, const QString &pointer, ClusterConfig &config);
    /// Capabilities: the ones that the owner is given itself, and those that its roles allow.
    QStringList readCapabilities(const core::Json &owner, const QString &pointer, Side side, const QStringList &roles);
    ControlConfig readControl(const core::Json &json, const QString &pointer);
    void readUser(const core::Json &json, const QString &pointer, ClusterConfig &config);
    void readPoint(const core::Json &json, const QString &pointer, ClusterConfig &config);
    void readPlugin(const core::Json &json, const QString &pointer, ClusterConfig &config);
    void readPeer(const core::Json &json, const QString &pointer, ClusterConfig &config);
    void readScript(const core::Json &json, const QString &pointer, QSet<QString> &codes);
    void readLimits(const core::Json &json, const QString &pointer, ServerLimits &limits);

    using Item = std::function<void(const core::Json &item, const QString &pointer)>;
    void eachOf(const core::Json &document, const QString &key, const Item &item);
    QString text(const core::Json &object, const QString &pointer, const QString &key, bool needed);
    QStringList texts(const core::Json &object, const QString &pointer, const QString &key);
    void unique(QSet<QString> &seen, const core::Json &place, const QString &pointer, const QString &value);

    core::FirstFault m_fault;
    std::optional<Extensions> m_extensions;
    bool m_hasRoles = false;
    QHash<QString, QStringList> m_routes; // by name of the role
    QSet<QString> m_roleNames;
    QSet<QString> m_ids;
    QSet<QString> m_logins;
    QSet<QString> m_codes;
    QSet<QString> m_tokens;
    QSet<QString> m_connections;
    QSet<QString> m_plugins;
    QSet<QString> m_scripts;
    QSet<QString> m_ivrScripts;
};

} // namespace signalbox::simulator
