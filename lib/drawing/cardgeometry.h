// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a card lie, relative to its top left, and the curves of transitions. Arithmetic only.
#pragma once

#include "drawing/card.h"
#include "drawing/theme.h"

#include <QPainterPath>
#include <QRectF>

#include <span>

namespace signalbox::drawing {

class CardGeometry final
{
public:
    /// sizes must outlive it.
    CardGeometry(const Card &card, const Sizes &sizes);

    QRectF rect() const; ///< from (0, 0)
    QRectF iconRect() const;
    QRectF nameRect() const;
    QRectF summaryRect() const;
    QPointF input() const;           ///< middle of the left port
    QPointF port(int index) const;   ///< middle of the port
    QPointF exit() const;            ///< where a way leaves that has no port: a jump
    QRectF portRow(int index) const; ///< where its label stands; empty where there are no rows
    /// The port whose pip or row is there, or -1.
    int portAt(QPointF point) const;

private:
    Sizes m_sizes;
    int m_ports = 0;
    bool m_hasRows = false;
    bool m_hasSummary = true;
};

/// A transition's curve from a port to an input; it ends where the arrow's tip is, a little before the input. Back edges go around below
/// both cards. Where it is cheap it keeps a margin to the obstacles (rectangles of cards; those of the two ends may be among them, and
/// beyond 64 that are near none counts). from and to are rectangles of the two cards, start and end are at their borders.
QPainterPath edgePath(QPointF start, QPointF end, const QRectF &from, const QRectF &to, std::span<const QRectF> obstacles = {});
/// To a free point, while an edge is being drawn.
QPainterPath looseEdgePath(QPointF start, QPointF end);

} // namespace signalbox::drawing
