// SPDX-License-Identifier: GPL-3.0-or-later
// Examples of message bodies: the description's own where it has one that its schema allows, else one that is made from the schema. Pure
// and deterministic; what it gives always conforms. Not a validator: core::JsonSchema judges.
#pragma once

#include "capability/capabilities.h"

#include <stop_token>

namespace signalbox::capability {

/// A value that conforms to a JSON Schema (draft 7, references within the document only). With all properties that it names, as far as
/// they do not repeat themselves; arrays of one item where that is enough. Error: example.none (nothing was found that conforms, with the
/// place and the reason), example.too_large (the search was given up), schema.* of core::JsonSchema.
/// stop: the search is given up, too.
core::Result<core::Json> exampleOf(const core::Json &schema, const std::stop_token &stop = {});

/// An example of the message's body as the text that an editor shows: JSON laid out in lines, or the text itself where the message is not
/// JSON. Errors: as above; example.unknown where the description says nothing of the body.
core::Result<QString> exampleText(const Message &message, const std::stop_token &stop = {});

} // namespace signalbox::capability
