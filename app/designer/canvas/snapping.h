// SPDX-License-Identifier: GPL-3.0-or-later
// Where a moved rectangle snaps to, and why: to edges and middles of others, else to the grid. Arithmetic only.
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

#include <span>

namespace signalbox::designer {

struct Snap {
    QPointF offset;       ///< to add to the rectangle's place
    QList<QLineF> guides; ///< what it is in line with now; none for the grid
};

/// reach: how near, in the scene's units. others should be what is near by: it is linear in them.
Snap snapTo(const QRectF &moved, std::span<const QRectF> others, double grid, double reach);

} // namespace signalbox::designer
