// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasground.h"

#include <QPainter>

#include <cmath>

namespace signalbox::designer {

namespace {

constexpr double dotsFrom = 0.4; // zoom from which on the grid is shown
constexpr double dotRadius = 1.1;
constexpr double closestDots = 16; // pixels

} // namespace

void paintGround(QPainter &painter, const drawing::Theme &theme, const QRectF &rect, double zoom, double pixelRatio)
{
    painter.fillRect(rect, theme.color(drawing::Role::Canvas));
    if (zoom < dotsFrom)
        return;
    // Every other dot, where they would stand too close.
    double step = theme.sizes().grid;
    while (step * zoom < closestDots)
        step *= 2;
    const QTransform toDevice = painter.worldTransform();
    const double size = std::max(2.0, std::round(2 * dotRadius * pixelRatio)) / pixelRatio;
    const auto left = static_cast<qint64>(std::floor(rect.left() / step));
    const auto right = static_cast<qint64>(std::floor(rect.right() / step));
    const auto top = static_cast<qint64>(std::floor(rect.top() / step));
    const auto bottom = static_cast<qint64>(std::floor(rect.bottom() / step));
    QList<QRectF> dots;
    dots.reserve((right - left + 1) * (bottom - top + 1));
    for (qint64 row = top; row <= bottom; ++row) {
        for (qint64 column = left; column <= right; ++column) {
            const QPointF dot = toDevice.map(QPointF(static_cast<double>(column) * step, static_cast<double>(row) * step));
            dots.append(QRectF(dot.x() - size / 2, dot.y() - size / 2, size, size));
        }
    }
    // As rectangles of whole pixels: round points cost ten times as much.
    painter.save();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(drawing::Role::Grid));
    painter.drawRects(dots);
    painter.restore();
}

} // namespace signalbox::designer
