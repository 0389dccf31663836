// SPDX-License-Identifier: GPL-3.0-or-later
// A path cut into the strokes of a dashed line. On screen, short lines cost a tenth of what a stroker does with a dash pattern.
#pragma once

#include <QLineF>
#include <QList>
#include <QPainterPath>
#include <QRectF>

namespace signalbox::drawing {

/// Strokes of this length with gaps of that between, along the path; the first begins at start. Lengths must be positive (asserted). Of a
/// path that goes beyond within (not empty), those near it are enough. Linear in their number; at most 20,000.
QList<QLineF> dashesOf(const QPainterPath &path, double stroke, double gap, double start, const QRectF &within = {});

} // namespace signalbox::drawing
