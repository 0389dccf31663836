// SPDX-License-Identifier: GPL-3.0-or-later
// Which API extensions (capabilities) there are on each side, who may hold them, and which come from plug-ins (platform.md §3). What
// their messages look like is known to capability::Capabilities.
#pragma once

#include "simulator/clusterconfig.h"

#include <QSet>

namespace signalbox::simulator {

enum class Side : quint8 { Token, User };

/// "token" or "user", as connection_info's ownertype spells it.
QString sideName(Side side);

class Extensions final
{
public:
    explicit Extensions(const ClusterConfig &config);

    bool isKnown(Side side, const QString &key) const;
    bool isPlugin(Side side, const QString &key) const;

private:
    QSet<QString> m_known[2];
    QSet<QString> m_plugins[2];
};

} // namespace signalbox::simulator
