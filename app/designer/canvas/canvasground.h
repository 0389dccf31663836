// SPDX-License-Identifier: GPL-3.0-or-later
// What lies below everything on a canvas: its colour, and the dots of the grid.
#pragma once

#include "drawing/theme.h"

class QPainter;

namespace signalbox::designer {

/// rect: what is to be painted, of the scene. Far out there are fewer dots, then none.
void paintGround(QPainter &painter, const drawing::Theme &theme, const QRectF &rect, double zoom, double pixelRatio);

} // namespace signalbox::designer
