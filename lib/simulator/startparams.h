// SPDX-License-Identifier: GPL-3.0-or-later
// The start parameters of a scenario in the body that starts it: startparam1 to startparam20 (platform.md §3, §5).
#pragma once

#include "core/json.h"
#include "core/value.h"

#include <QMap>

namespace signalbox::simulator {

/// By number. Numbers are taken as numbers, everything else as text; null is as good as absent, other members are not looked at.
QMap<int, core::Value> startParamsOf(const core::Json &body);

} // namespace signalbox::simulator
