// SPDX-License-Identifier: GPL-3.0-or-later
// The few small symbols on a sheet's buttons, drawn in the theme's colours.
#pragma once

#include "drawing/theme.h"

#include <QIcon>

class QPainter;

namespace signalbox::designer {

enum class SheetIcon : quint8 { Arrow, Reset, Add, Remove, Up, Down };

/// In the middle of a rectangle, as large as it allows.
void paintSheetIcon(QPainter &painter, const QRectF &rect, SheetIcon icon, const QColor &color);
/// For widgets that take icons.
QIcon sheetIcon(SheetIcon icon, const drawing::Theme &theme);

} // namespace signalbox::designer
