// SPDX-License-Identifier: GPL-3.0-or-later
// Constraints of our own where valijson's would end the program or answer wrongly: std::regex overflows the stack on long texts,
// multipleOf truncates fractions, uniqueItems reports each pair. Internal to JsonSchema.
#pragma once

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/constraint_builder.hpp>
#include <valijson/schema_parser.hpp>

namespace signalbox::core {

/// Makes the parser know the keywords of schemakeyword.
void addConstraints(valijson::SchemaParser &parser);

} // namespace signalbox::core
