// SPDX-License-Identifier: GPL-3.0-or-later
// Prepares a JSON Schema for valijson: keeps the keywords of draft 7, resolves every reference to a numbered definition, and refuses
// what would keep valijson busy for ever or end the program. Internal to JsonSchema.
#pragma once

#include "core/json.h"
#include "core/result.h"

namespace signalbox::core {

/// Keywords that constraints of our own stand in for (schemaconstraints.h), under names that valijson does not know.
namespace schemakeyword {
constexpr const char *pattern = "x-pattern";
constexpr const char *format = "x-format";
constexpr const char *multipleOf = "x-multipleOf";
constexpr const char *uniqueItems = "x-uniqueItems";
} // namespace schemakeyword

/// A schema whose only references are "#/definitions/<number>". Errors: schema.invalid, schema.remote_reference.
Result<Json> prepareSchema(const Json &schema);

} // namespace signalbox::core
