// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a description or a message of one, as rich text.
#pragma once

#include "capability/capabilities.h"
#include "drawing/theme.h"

namespace signalbox::designer {

/// overriding: whose word counts instead, or nullptr.
QString descriptionText(const capability::Message &message, const capability::Source *overriding);
/// With its problem, where it is and where to look.
QString descriptionText(const capability::Source &source, const drawing::Theme &theme);

} // namespace signalbox::designer
