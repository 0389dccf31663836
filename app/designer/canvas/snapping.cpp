// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/snapping.h"

#include <array>
#include <cmath>
#include <optional>

namespace signalbox::designer {

namespace {

/// Along one axis: of a rectangle its near edge, middle and far edge.
using Lines = std::array<double, 3>;

Lines linesOf(double from, double length)
{
    return {from, from + length / 2, from + length};
}

/// The smallest shift within reach that puts one of ours on one of theirs.
std::optional<double> shiftTo(const Lines &ours, const Lines &theirs, double reach)
{
    std::optional<double> best;
    for (std::size_t i = 0; i < ours.size(); ++i) { // like to like: edges to edges, middles to middles
        const double shift = theirs[i] - ours[i];
        if (std::abs(shift) <= reach && (!best || std::abs(shift) < std::abs(*best)))
            best = shift;
    }
    return best;
}

double toGrid(double value, double grid)
{
    return std::round(value / grid) * grid - value;
}

} // namespace

Snap snapTo(const QRectF &moved, std::span<const QRectF> others, double grid, double reach)
{
    std::optional<double> dx;
    std::optional<double> dy;
    for (const QRectF &other : others) {
        const auto x = shiftTo(linesOf(moved.x(), moved.width()), linesOf(other.x(), other.width()), reach);
        const auto y = shiftTo(linesOf(moved.y(), moved.height()), linesOf(other.y(), other.height()), reach);
        if (x && (!dx || std::abs(*x) < std::abs(*dx)))
            dx = x;
        if (y && (!dy || std::abs(*y) < std::abs(*dy)))
            dy = y;
    }
    Snap snap;
    snap.offset = QPointF(dx.value_or(toGrid(moved.x(), grid)), dy.value_or(toGrid(moved.y(), grid)));
    const QRectF placed = moved.translated(snap.offset);
    for (const QRectF &other : others) {
        const QRectF both = placed | other;
        const Lines xs = linesOf(placed.x(), placed.width());
        const Lines otherXs = linesOf(other.x(), other.width());
        const Lines ys = linesOf(placed.y(), placed.height());
        const Lines otherYs = linesOf(other.y(), other.height());
        for (std::size_t i = 0; i < xs.size(); ++i) {
            if (dx && std::abs(xs[i] - otherXs[i]) < 0.01)
                snap.guides.append(QLineF(xs[i], both.top(), xs[i], both.bottom()));
            if (dy && std::abs(ys[i] - otherYs[i]) < 0.01)
                snap.guides.append(QLineF(both.left(), ys[i], both.right(), ys[i]));
        }
    }
    return snap;
}

} // namespace signalbox::designer
