// SPDX-License-Identifier: GPL-3.0-or-later
// Whom our own programs log in as at a simulated cluster that they start themselves.
#pragma once

#include "simulator/clusterconfig.h"

namespace signalbox::simulator {

/// The first user with the role admin, or nullptr. Lives as long as the configuration.
const UserConfig *administratorOf(const ClusterConfig &config);

} // namespace signalbox::simulator
