// SPDX-License-Identifier: GPL-3.0-or-later
// A schema put into a document of its own as a definition, its references led there: so any part of it can be compiled beside it.
#pragma once

#include "core/json.h"

namespace signalbox::capability {

/// {"definitions":{"_":schema}}. Values of "const", "enum", "default" and examples stay as they are.
core::Json asDefinition(const core::Json &schema);
/// The schema in such a document.
const core::Json &definitionIn(const core::Json &document);

} // namespace signalbox::capability
