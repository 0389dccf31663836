// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile says of the proxy, as Qt wants it, and how it is told that the cluster cannot be reached. Internal to the module.
#pragma once

#include "cluster/profile.h"
#include "core/result.h"

#include <QNetworkProxy>

namespace signalbox::cluster {

/// Everything goes through a tunnel (CONNECT, or SOCKS5), so that REST and web sockets take the same way and the proxy reads nothing that
/// TLS hides. The system's own way where the profile has no proxy.
QNetworkProxy networkProxy(const Profile &profile, const QString &password);

/// Error unreachable: the cluster, the proxy if there is one, and why.
core::Error unreachableError(const Profile &profile, const QString &reason);

} // namespace signalbox::cluster
