// SPDX-License-Identifier: GPL-3.0-or-later
// Turns valijson's error list into problems for a person: the deepest first, without the cascade above them. Internal to JsonSchema.
#pragma once

#include "core/jsonschema.h"

#include <valijson/validation_results.hpp>

namespace signalbox::core {

QList<SchemaProblem> schemaProblems(const valijson::ValidationResults &results);

} // namespace signalbox::core
