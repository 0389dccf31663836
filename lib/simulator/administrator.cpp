// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/administrator.h"

#include <algorithm>

namespace signalbox::simulator {

using namespace Qt::StringLiterals;

const UserConfig *administratorOf(const ClusterConfig &config)
{
    const auto found =
        std::find_if(config.users.cbegin(), config.users.cend(), [](const UserConfig &user) { return user.roles.contains("admin"_L1); });
    return found == config.users.cend() ? nullptr : &*found;
}

} // namespace signalbox::simulator
