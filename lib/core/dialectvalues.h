// SPDX-License-Identifier: GPL-3.0-or-later
// All fields of a dialect with their values, for who shows or edits them; Dialect::toJson() tells only what differs.
#pragma once

#include "core/dialect.h"

namespace signalbox::core {

/// In the order of Dialect::fieldNames().
Json dialectValues(const Dialect &dialect);

} // namespace signalbox::core
