// SPDX-License-Identifier: GPL-3.0-or-later
// A path cut into the strokes of a dashed line. On screen, short lines cost a tenth of what a stroker does with a dash pattern.
#pragma once

#include <QLineF>
#include <QList>
#include <QPainterPath>

namespace signalbox::drawing {

/// Strokes of this length with gaps of that between, along the path; the first begins at start. Lengths must be positive (asserted).
/// Linear in the path's length; at most 20,000 strokes.
QList<QLineF> dashesOf(const QPainterPath &path, double stroke, double gap, double start);

} // namespace signalbox::drawing
