// SPDX-License-Identifier: GPL-3.0-or-later
// A property's value as a command line gives it, made into what a scenario file holds.
#pragma once

#include "catalogue/property.h"
#include "core/dialect.h"
#include "core/result.h"

namespace signalbox::cli {

/// Choices and yes/no take an option's code or id (yes/no also yes and no); arguments become constants. Error: usage, naming the options.
core::Result<core::Json> propertyValue(const catalogue::Property &property, const QString &text, const core::Dialect &dialect);

} // namespace signalbox::cli
