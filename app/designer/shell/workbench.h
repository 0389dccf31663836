// SPDX-License-Identifier: GPL-3.0-or-later
// What all parts of the program share, passed in and never looked up: descriptions, dialect, capabilities, appearance, time.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "core/dialect.h"
#include "core/scheduler.h"
#include "designer/shell/appearance.h"

namespace signalbox::designer {

struct Workbench {
    const catalogue::Catalogue &catalogue;
    const core::Dialect &dialect;
    const capability::Capabilities &capabilities;
    const core::Clock &clock;
    core::Scheduler &scheduler;
    Appearance &appearance;
};

} // namespace signalbox::designer
