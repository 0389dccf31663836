// SPDX-License-Identifier: GPL-3.0-or-later
// REST of sessions: one's own (iam/sessions) and, for administrators, everybody's (master/logicalroles/ws/sessions; platform.md §2).
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// POST /rest/v1/iam/sessions. Needs nobody.
HttpHandling handleLogin(const RouteContext &context);
/// /rest/v1/iam/sessions/current
HttpHandling handleCurrentSession(const RouteContext &context);
/// /rest/v1/master/logicalroles/ws/sessions[/<id>]
HttpHandling handleSessionList(const RouteContext &context);

/// The cookie of a session, with its lifetime; "expired" takes it away.
std::pair<QByteArray, QByteArray> sessionCookie(const Node &node, const Session &session, bool expired = false);

} // namespace signalbox::simulator
