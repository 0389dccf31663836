// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/overlaps.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace signalbox::drawing {

namespace {

constexpr double cell = 256; // about a card

qint64 cellOf(double place)
{
    return static_cast<qint64>(std::floor(std::clamp(place, -1e12, 1e12) / cell));
}

} // namespace

qsizetype overlapping(const QList<QRectF> &rects, qsizetype limit)
{
    // Each in the cells that it covers: a few, as a card is hardly larger than one.
    QHash<std::pair<qint64, qint64>, QList<qsizetype>> cells;
    QSet<qsizetype> found;
    for (qsizetype i = 0; i < rects.size() && found.size() < limit; ++i) {
        const QRectF &rect = rects.at(i);
        for (qint64 x = cellOf(rect.left()); x <= cellOf(rect.right()) && found.size() < limit; ++x) {
            for (qint64 y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y) {
                QList<qsizetype> &others = cells[{x, y}];
                for (const qsizetype other : std::as_const(others)) {
                    if (found.size() >= limit)
                        break;
                    if (rects.at(other).intersects(rect)) {
                        found.insert(other);
                        found.insert(i);
                    }
                }
                others.append(i);
            }
        }
    }
    return std::min(found.size(), limit);
}

} // namespace signalbox::drawing
