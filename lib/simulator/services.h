// SPDX-License-Identifier: GPL-3.0-or-later
// What every node of a cluster shares, passed in instead of being global.
#pragma once

#include "capability/capabilities.h"
#include "core/clock.h"
#include "core/random.h"
#include "core/scheduler.h"
#include "simulator/clusterconfig.h"

namespace signalbox::simulator {

class Bus;
class Extensions;
class Faults;
class Registrar;
class Scripts;
class Sessions;
class Storage;
class Subscriptions;
class Targets;

struct Services {
    const ClusterConfig &config;
    const core::Clock &clock;
    core::Scheduler &scheduler;
    core::Random &random;
    const Extensions &extensions;
    const capability::Capabilities &descriptions;
    Storage &storage;
    Targets &targets;
    Sessions &sessions;
    Registrar &registrar;
    Scripts &scripts;
    Scripts &ivrScripts; ///< kept, not run
    Subscriptions &subscriptions;
    Bus &bus;
    Faults &faults;
};

} // namespace signalbox::simulator
