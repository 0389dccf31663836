// SPDX-License-Identifier: GPL-3.0-or-later
// LOOKUP on a collection (platform.md §5): finds by the exact value of one field, given in the query or as a member of the body [A].
#pragma once

#include "simulator/http.h"

namespace signalbox::simulator {

/// Takes the value, then answers by it; 400 without one.
HttpHandling takeLookup(const RouteContext &context, const QString &field, std::function<HttpReply(const QString &value)> then);

/// The records (objects) with this value in the field, as an array; 404 when there are none.
HttpReply lookUpIn(const QList<core::Json> &records, const QString &field, const QString &value);

} // namespace signalbox::simulator
