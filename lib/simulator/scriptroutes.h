// SPDX-License-Identifier: GPL-3.0-or-later
// REST of the stored scenarios (platform.md §5): /rest/v1/service/svcscripts[/<id>], and /rest/v1/uc/ivrscripts[/<id>], which is the same
// for IVR scenarios; those are kept and do not run here.
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

HttpHandling handleSvcScripts(const RouteContext &context);
HttpHandling handleIvrScripts(const RouteContext &context);

} // namespace signalbox::simulator
