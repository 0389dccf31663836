// SPDX-License-Identifier: GPL-3.0-or-later
// What a plain YAML scalar stands for by the core schema of YAML 1.2 (§10.3.2).
#pragma once

#include "core/json.h"

#include <optional>
#include <string_view>

namespace signalbox::capability {

/// null, true, false or a number; nothing where the text is a string. Numbers that JSON could hold keep their text, hexadecimal and octal
/// ones become decimal. Infinities, not-a-number and integers of more than 64 bits in another base give no value: see isBeyondJson.
std::optional<core::Json> coreScalar(std::string_view text);

/// Whether the text is a number of the core schema that JSON cannot hold.
bool isBeyondJson(std::string_view text);

} // namespace signalbox::capability
