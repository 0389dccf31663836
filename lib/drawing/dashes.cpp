// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/dashes.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace signalbox::drawing {

namespace {

constexpr qsizetype mostStrokes = 20'000;

/// The point so far behind the beginning of this part of a line, or the line's end.
QPointF pointBehind(const QPolygonF &points, qsizetype part, double distance)
{
    for (; part + 1 < points.size(); ++part) {
        const QLineF line(points[part], points[part + 1]);
        const double length = line.length();
        if (length >= distance && length > 0)
            return line.pointAt(distance / length);
        distance -= length;
    }
    return points.last();
}

/// From where to where the line is in the rectangle, as distances from its beginning (Liang and Barsky); the first is the greater one where
/// it is nowhere.
std::pair<double, double> partIn(const QLineF &line, const QRectF &rect)
{
    double from = 0;
    double to = 1;
    const auto clip = [&](double direction, double room) {
        if (direction == 0) {
            if (room < 0)
                from = 2; // beside it all along
        } else if (direction < 0) {
            from = std::max(from, room / direction);
        } else {
            to = std::min(to, room / direction);
        }
    };
    clip(-line.dx(), line.x1() - rect.left());
    clip(line.dx(), rect.right() - line.x1());
    clip(-line.dy(), line.y1() - rect.top());
    clip(line.dy(), rect.bottom() - line.y1());
    return {from * line.length(), to * line.length()};
}

} // namespace

QList<QLineF> dashesOf(const QPainterPath &path, double stroke, double gap, double start, const QRectF &within)
{
    Q_ASSERT(stroke > 0 && gap > 0);
    const double period = stroke + gap;
    const QRectF room = within.adjusted(-period, -period, period, period);
    QList<QLineF> dashes;
    const QList<QPolygonF> polygons = path.toSubpathPolygons();
    for (const QPolygonF &polygon : polygons) {
        double passed = 0; // length of the parts before
        for (qsizetype part = 0; part + 1 < polygon.size(); ++part) {
            const QLineF line(polygon[part], polygon[part + 1]);
            const double length = line.length();
            const auto [from, to] = within.isEmpty() ? std::pair(0.0, length) : partIn(line, room);
            // Those that begin on this part, from the first one on that reaches into the room.
            const double first = std::max(0.0, std::ceil((passed + std::max(from - stroke, 0.0) - start) / period));
            for (double at = start + first * period; at < passed + std::min(to, length) && dashes.size() < mostStrokes; at += period)
                dashes.append({line.pointAt((at - passed) / length), pointBehind(polygon, part, at - passed + stroke)});
            passed += length;
        }
    }
    return dashes;
}

} // namespace signalbox::drawing
