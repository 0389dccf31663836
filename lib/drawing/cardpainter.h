// SPDX-License-Identifier: GPL-3.0-or-later
// Paints cards and transitions with a theme, on screen, in exports and in print alike. Costs nothing to make.
#pragma once

#include "drawing/cardgeometry.h"
#include "drawing/runstate.h"

class QPainter;

namespace signalbox::drawing {

/// By a search.
enum class Found : quint8 { No, Hit, Current };

struct CardState {
    bool isSelected = false;
    bool isHovered = false;
    bool hasError = false;
    bool hasWarning = false;
    bool isDropTarget = false; ///< an edge that is being drawn would end here
    int hoveredPort = -1;
    Found found = Found::No;
    QString badge = {};           ///< at the top right: a run's time, a count; empty for none
    Role badgeRole = Role::Plain; ///< its colour
    bool isTaken = false;         ///< by a run
    bool isCurrent = false;       ///< a run is here
    Breakpoint breakpoint = Breakpoint::None;
};

struct EdgeState {
    bool isSelected = false;
    bool isHovered = false;
    bool isTaken = false; ///< by a run
    QString label = {};   ///< in the middle: a count; empty for none
    Breakpoint breakpoint = Breakpoint::None;
};

class CardPainter final
{
public:
    /// theme must outlive it.
    explicit CardPainter(const Theme &theme) : m_theme(theme) {}

    /// With the painter's origin at the card's top left. detail: how many device pixels a unit is; below some, text gives way to blocks.
    void paintCard(QPainter &painter, const Card &card, const CardState &state, double detail = 1) const;
    void paintEdge(QPainter &painter, const QPainterPath &path, QStringView outcome, const EdgeState &state) const;
    /// From a goto to its label: quieter than any transition.
    void paintJump(QPainter &painter, const QPainterPath &path) const;
    /// The symbol of a component type (components of no known symbol get their number), in its family's colour on a soft tile.
    void paintIcon(QPainter &painter, const QRectF &rect, qint64 type, QStringView family) const;

    /// Device pixels per unit below which texts become bars, and cards flat blocks.
    static constexpr double textDetail = 0.45;
    static constexpr double cardDetail = 0.2;

private:
    void paintBlock(QPainter &painter, const Card &card, const CardState &state) const;
    void paintBody(QPainter &painter, const Card &card, const CardState &state, const QRectF &rect, bool isFine) const;
    void paintHalo(QPainter &painter, const QRectF &rect, Found found) const;
    void paintShadow(QPainter &painter, const QRectF &rect) const;
    void paintTexts(QPainter &painter, const Card &card, const CardGeometry &geometry) const;
    void paintBars(QPainter &painter, const Card &card, const CardGeometry &geometry) const;
    void paintPorts(QPainter &painter, const Card &card, const CardState &state, const CardGeometry &geometry, bool isFine) const;
    void paintPip(QPainter &painter, QPointF middle, const QColor &color, bool isSet, bool isHovered) const;
    void paintMark(QPainter &painter, QPointF middle, bool isError) const;
    void paintCurrent(QPainter &painter, const QRectF &rect, bool isSelected) const;
    void paintBreakpoint(QPainter &painter, QPointF middle, Breakpoint breakpoint) const;
    void paintChip(QPainter &painter, const QRectF &rect, const QString &text, Role role) const;
    QSizeF chipSize(const QString &text) const;

    const Theme &m_theme;
};

} // namespace signalbox::drawing
