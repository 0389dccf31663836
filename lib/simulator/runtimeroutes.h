// SPDX-License-Identifier: GPL-3.0-or-later
// REST of the running scenarios: /rest/v1/service/svcscript_runtimes[/<id>] (platform.md §5), of all nodes.
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

HttpHandling handleRuntimes(const RouteContext &context);

} // namespace signalbox::simulator
