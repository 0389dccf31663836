// SPDX-License-Identifier: GPL-3.0-or-later
// Paints cards and transitions with a theme, on screen, in exports and in print alike.
#pragma once

#include "drawing/cardgeometry.h"

class QPainter;

namespace signalbox::drawing {

struct CardState {
    bool isSelected = false;
    bool isHovered = false;
    bool hasError = false;
    bool hasWarning = false;
    bool isDropTarget = false; ///< an edge that is being drawn would end here
    int hoveredPort = -1;
    QString badge; ///< at the top right: a run's time, a count; empty for none
};

struct EdgeState {
    bool isSelected = false;
    bool isHovered = false;
    QString label; ///< in the middle: a count; empty for none
};

class CardPainter final
{
public:
    /// theme must outlive it.
    explicit CardPainter(const Theme &theme) : m_theme(theme) {}

    /// With the painter's origin at the card's top left. detail: how many device pixels a unit is; below some, text gives way to blocks.
    void paintCard(QPainter &painter, const Card &card, const CardState &state, double detail = 1) const;
    void paintEdge(QPainter &painter, const QPainterPath &path, QStringView outcome, const EdgeState &state) const;
    /// The symbol of a component type (components of no known symbol get their number), in its family's colour on a soft tile.
    void paintIcon(QPainter &painter, const QRectF &rect, qint64 type, QStringView family) const;

private:
    const Theme &m_theme;
};

} // namespace signalbox::drawing
