// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet of all widgets, with a theme's colours and sizes.
#pragma once

#include "drawing/theme.h"

namespace signalbox::designer {

QString styleSheet(const drawing::Theme &theme);

/// A colour between two: share of the first (0 … 1).
QColor mixed(const QColor &first, const QColor &second, double share);

} // namespace signalbox::designer
