// SPDX-License-Identifier: GPL-3.0-or-later
// Which API extensions (capabilities) there are on each side, which of them come from plug-ins, and which a role's routes allow
// (platform.md §3). What their messages look like is known to capability::Capabilities.
#pragma once

#include "simulator/clusterconfig.h"

namespace signalbox::simulator {

enum class Side : quint8 { Token, User };

/// "token" or "user", as connection_info's ownertype spells it.
QString sideName(Side side);

class Extensions final
{
public:
    explicit Extensions(const ClusterConfig &config);

    bool isKnown(Side side, const QString &key) const { return known(side).contains(key); }
    bool isPlugin(Side side, const QString &key) const { return m_plugins[static_cast<std::size_t>(side)].contains(key); }
    /// The standard ones, then those of plug-ins.
    const QStringList &known(Side side) const { return m_known[static_cast<std::size_t>(side)]; }
    /// Those of this side that any of the routes allows: "/ws#<capability>", or "/ws#*" for all.
    QStringList allowedBy(Side side, const QStringList &routes) const;
    /// The capability that a route is for, "*" for all; empty when it is no route of a capability.
    static QString capabilityOf(const QString &route);

private:
    QStringList m_known[2];
    QStringList m_plugins[2];
};

} // namespace signalbox::simulator
