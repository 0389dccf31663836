// SPDX-License-Identifier: GPL-3.0-or-later
// Names of JSON's kinds of values as messages say them.
#pragma once

#include "core/json.h"

namespace signalbox::scenario {

/// "null", "true or false", "a number", "a string", "an array" or "an object", translated.
QString kindText(core::Json::Type type);
inline QString kindText(const core::Json &value)
{
    return kindText(value.type());
}

} // namespace signalbox::scenario
