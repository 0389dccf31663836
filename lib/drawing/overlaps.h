// SPDX-License-Identifier: GPL-3.0-or-later
// Whether cards lie on one another, as they do where a scenario was laid out for smaller icons. Arithmetic only.
#pragma once

#include <QList>
#include <QRectF>

namespace signalbox::drawing {

/// How many of these rectangles lie on another one; touching does not count. At most the limit, which ends the counting. Linear where
/// they spread.
qsizetype overlapping(const QList<QRectF> &rects, qsizetype limit);

} // namespace signalbox::drawing
