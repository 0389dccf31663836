// SPDX-License-Identifier: GPL-3.0-or-later
// REST of files: /rest/v1/fs/targets/{custom,websocktemp}[/<name>], and temporary links (platform.md §4).
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// rest: target and, maybe, a file's name.
HttpHandling handleTargets(const RouteContext &context);
/// GET and HEAD of a temporary link. Needs nobody.
HttpHandling handleTempLink(Node &node, const HttpRequest &request);

} // namespace signalbox::simulator
