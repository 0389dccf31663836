// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/dashes.h"

#include <QPolygonF>

namespace signalbox::drawing {

namespace {

constexpr qsizetype mostStrokes = 20'000;

/// Walks along a line of straight parts.
class Walker final
{
public:
    explicit Walker(const QPolygonF &points) : m_points(points) {}

    /// The point so far from the beginning, or the end of the line; distances must not decrease.
    QPointF at(double distance)
    {
        while (m_part + 1 < m_points.size()) {
            const QLineF part(m_points[m_part], m_points[m_part + 1]);
            const double length = part.length();
            if (m_passed + length >= distance && length > 0)
                return part.pointAt((distance - m_passed) / length);
            m_passed += length;
            ++m_part;
        }
        m_isOver = true;
        return m_points.last();
    }
    bool isOver() const { return m_isOver; }

private:
    const QPolygonF &m_points;
    qsizetype m_part = 0;
    double m_passed = 0; // length of the parts before
    bool m_isOver = false;
};

} // namespace

QList<QLineF> dashesOf(const QPainterPath &path, double stroke, double gap, double start)
{
    Q_ASSERT(stroke > 0 && gap > 0);
    QList<QLineF> dashes;
    const QList<QPolygonF> polygons = path.toSubpathPolygons();
    for (const QPolygonF &polygon : polygons) {
        if (polygon.size() < 2)
            continue;
        Walker walker(polygon);
        for (double at = start; dashes.size() < mostStrokes; at += stroke + gap) {
            const QPointF begin = walker.at(at);
            if (walker.isOver())
                break;
            dashes.append({begin, walker.at(at + stroke)});
        }
    }
    return dashes;
}

} // namespace signalbox::drawing
