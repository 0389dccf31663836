// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP of files (platform.md §4): /rest/v1/fs/targets/{custom,files,www,websocktemp}[/<name>], the public side of www, and temporary
// links. Who may do what is decided here; what is answered about a stored file is download's.
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// rest: target and, maybe, a file's name.
HttpHandling handleTargets(const RouteContext &context);
/// GET and HEAD of a file of www. rest: domain and the file's name. Needs nobody.
HttpHandling handlePublic(const RouteContext &context);
/// GET and HEAD of a temporary link. Needs nobody.
HttpHandling handleTempLink(Node &node, const HttpRequest &request);

} // namespace signalbox::simulator
