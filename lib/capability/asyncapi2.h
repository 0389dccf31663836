// SPDX-License-Identifier: GPL-3.0-or-later
// Channels of an AsyncAPI 2.6 document: the channel's name is the capability's key; the messages of "publish" and of "subscribe" are its
// messages. Version 2 knows no replies: a message is a request where its answer is described in the channel too, or "x-reply" says so.
#pragma once

#include "capability/asyncapireader.h"
#include "capability/references.h"

namespace signalbox::capability {

/// resultSuffix makes the name of a message's answer. Errors: capability.reference, capability.schema.
Found<AsyncApiDocument> readAsyncApi2(const core::Json &root, const QString &resultSuffix);

} // namespace signalbox::capability
