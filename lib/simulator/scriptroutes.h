// SPDX-License-Identifier: GPL-3.0-or-later
// REST of the stored scenarios: /rest/v1/service/svcscripts[/<id>] (platform.md §5).
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

HttpHandling handleScripts(const RouteContext &context);

} // namespace signalbox::simulator
