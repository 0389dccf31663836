// SPDX-License-Identifier: GPL-3.0-or-later
// CardPainter's part for transitions.
#include "drawing/cardpainter.h"
#include "drawing/dashes.h"
#include "drawing/pens.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace signalbox::drawing {

namespace {

constexpr double arrowLength = 8;
constexpr double arrowHalf = 5;
constexpr double glowWidth = 9;
constexpr double glow = 0.18;
constexpr double jumpWidth = 1.2;
constexpr double jumpDot = 1.5;
constexpr double jumpGap = 5;
constexpr double breakpointWay = 30; ///< from the port
constexpr double leastPeriod = 4;    ///< device pixels: dashes that are closer look like a solid line, and are one

/// Direction of the path's end.
QPointF endDirection(const QPainterPath &path)
{
    const QPointF end = path.currentPosition();
    for (int i = path.elementCount() - 2; i >= 0; --i) {
        const QLineF line(path.elementAt(i), end);
        if (line.length() > 0)
            return (line.p2() - line.p1()) / line.length();
    }
    return {1, 0};
}

/// All that the painter's device can show.
QRectF deviceRect(const QPainter &painter)
{
    const QPaintDevice &device = *painter.paintEngine()->paintDevice(); // a widget paints on its window's, elsewhere than at its corner
    const double ratio = device.devicePixelRatioF();
    return painter.deviceTransform().inverted().mapRect(QRectF(0, 0, device.width() * ratio, device.height() * ratio));
}

void strokeDashed(QPainter &painter, const QPainterPath &path, const QPen &solid, const QList<double> &pattern, double hidden)
{
    QPen pen = solid;
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        // Round caps would cost twenty times as much, for corners of half a pixel.
        pen.setCapStyle(Qt::SquareCap);
        painter.setPen(pen);
        painter.drawLines(dashesOf(path, pattern[0], pattern[1], hidden, deviceRect(painter)));
        return;
    }
    QList<qreal> dashes;
    for (const double length : pattern)
        dashes.append(length / solid.widthF());
    pen.setDashPattern(dashes);
    const double period = pattern[0] + pattern[1];
    pen.setDashOffset((period - std::fmod(hidden, period)) / solid.widthF());
    painter.strokePath(path, pen);
}

void strokeHead(QPainter &painter, const QPainterPath &path, const QPen &pen)
{
    const QPointF tip = path.currentPosition();
    const QPointF along = endDirection(path) * arrowLength;
    const QPointF across = QPointF(-along.y(), along.x()) * (arrowHalf / arrowLength);
    QPainterPath head(tip - along + across);
    head.lineTo(tip);
    head.lineTo(tip - along - across);
    painter.strokePath(head, pen);
}

} // namespace

void CardPainter::paintJump(QPainter &painter, const QPainterPath &path) const
{
    if (path.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double detail = std::sqrt(std::abs(painter.combinedTransform().determinant()));
    const QPen pen = roundPen(m_theme.color(Role::Muted), jumpWidth);
    const QList<double> dots{jumpDot, jumpGap};
    if ((jumpDot + jumpGap) * detail >= leastPeriod)
        strokeDashed(painter, path, pen, dots, 0);
    else
        painter.strokePath(path, pen);
    if (detail >= cardDetail)
        strokeHead(painter, path, pen);
    painter.restore();
}

void CardPainter::paintEdge(QPainter &painter, const QPainterPath &path, QStringView outcome, const EdgeState &state) const
{
    if (path.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double detail = std::sqrt(std::abs(painter.combinedTransform().determinant()));
    const bool isStrong = state.isSelected || state.isTaken;
    const QColor color = state.isSelected ? m_theme.color(Role::Selection) : m_theme.outcome(outcome);
    const double width = isStrong ? m_theme.sizes().takenWidth : m_theme.sizes().edgeWidth;
    const QPen pen = roundPen(color, width);
    if (isStrong || state.isHovered)
        painter.strokePath(path, roundPen(withAlpha(color, glow), glowWidth));
    const QList<double> pattern = m_theme.linePattern(outcome);
    if (!pattern.isEmpty() && (pattern[0] + pattern[1]) * detail >= leastPeriod)
        strokeDashed(painter, path, pen, pattern, m_theme.sizes().pip / 2 + 1); // the first stroke begins where the pip ends
    else
        painter.strokePath(path, pen);
    if (detail >= cardDetail)
        strokeHead(painter, path, pen);
    if (detail >= textDetail && !state.label.isEmpty()) {
        const QSizeF size = chipSize(state.label);
        const QPointF middle = path.pointAtPercent(0.5);
        const Role role = Theme::roleOf(outcome).value_or(Role::Plain);
        paintChip(painter, {middle - QPointF(size.width(), size.height()) / 2, size}, state.label, state.isSelected ? Role::Accent : role);
    }
    if (detail >= cardDetail && state.breakpoint != Breakpoint::None) {
        const double length = path.length();
        const double along = std::min(breakpointWay, length / 3);
        paintBreakpoint(painter, path.pointAtPercent(length > 0 ? path.percentAtLength(along) : 0), state.breakpoint);
    }
    painter.restore();
}

} // namespace signalbox::drawing
