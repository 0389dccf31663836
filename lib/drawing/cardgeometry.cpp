// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/cardgeometry.h"

namespace signalbox::drawing {

namespace {

constexpr double padding = 12;    ///< left and right of a card's content
constexpr double tileGap = 10;    ///< between tile and texts
constexpr double nameHeight = 17; ///< lines of text
constexpr double captionHeight = 16;
constexpr double rowsBottom = 6; ///< below the last port
constexpr double catchment = 4;  ///< around a pip: so far off still hits it

} // namespace

CardGeometry::CardGeometry(const Card &card, const Sizes &sizes)
    : m_sizes(sizes), m_ports(static_cast<int>(card.ports.size())), m_hasRows(card.hasPortRows), m_hasSummary(!card.summary.isEmpty())
{}

QRectF CardGeometry::rect() const
{
    const double rows = m_hasRows ? m_ports * m_sizes.portRow + rowsBottom : 0;
    return {0, 0, m_sizes.cardWidth, m_sizes.cardHeader + rows};
}

QRectF CardGeometry::iconRect() const
{
    return {padding, (m_sizes.cardHeader - m_sizes.tile) / 2, m_sizes.tile, m_sizes.tile};
}

QRectF CardGeometry::nameRect() const
{
    const double left = padding + m_sizes.tile + tileGap;
    const double height = m_hasSummary ? nameHeight + captionHeight : nameHeight;
    return {left, (m_sizes.cardHeader - height) / 2, m_sizes.cardWidth - padding - left, nameHeight};
}

QRectF CardGeometry::summaryRect() const
{
    const QRectF name = nameRect();
    return {name.left(), name.bottom(), name.width(), m_hasSummary ? captionHeight : 0};
}

QPointF CardGeometry::input() const
{
    return {0, m_sizes.cardHeader / 2};
}

QPointF CardGeometry::port(int index) const
{
    return {m_sizes.cardWidth, m_hasRows ? m_sizes.cardHeader + (index + 0.5) * m_sizes.portRow : m_sizes.cardHeader / 2};
}

QPointF CardGeometry::exit() const
{
    return {m_sizes.cardWidth, m_sizes.cardHeader / 2};
}

QRectF CardGeometry::portRow(int index) const
{
    if (!m_hasRows)
        return {};
    return {padding, m_sizes.cardHeader + index * m_sizes.portRow, m_sizes.cardWidth - padding, m_sizes.portRow};
}

int CardGeometry::portAt(QPointF point) const
{
    const double reach = m_sizes.pip / 2 + catchment;
    int nearest = -1;
    double least = reach;
    for (int i = 0; i < m_ports; ++i) {
        const double distance = QLineF(point, port(i)).length();
        if (distance <= least) {
            nearest = i;
            least = distance;
        }
        if (nearest < 0 && portRow(i).contains(point))
            nearest = i;
    }
    return nearest;
}

} // namespace signalbox::drawing
