// SPDX-License-Identifier: GPL-3.0-or-later
// Channels and operations of an AsyncAPI 3.0 document: the channel's address is the capability's key; the messages of an operation that has
// a reply are requests.
#pragma once

#include "capability/asyncapireader.h"
#include "capability/references.h"

namespace signalbox::capability {

/// Errors: capability.reference, capability.schema.
Found<AsyncApiDocument> readAsyncApi3(const core::Json &root);

} // namespace signalbox::capability
