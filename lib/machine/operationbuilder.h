// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluates the arguments of a component 144 and makes the operation that they describe. Performs nothing.
#pragma once

#include "machine/memory.h"

namespace signalbox::machine {

/// Error: bad_argument, naming the property, or what operation::check() says.
core::Result<operation::Operation> buildOperation(const WebsockNode &node, Memory &memory, const core::Dialect &dialect);

} // namespace signalbox::machine
