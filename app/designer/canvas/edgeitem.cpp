// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/edgeitem.h"

#include "drawing/runtext.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

namespace signalbox::designer {

namespace {

constexpr double reach = 12;         // how near the pointer must be, in all
constexpr double margin = 14;        // for the arrow head and a glow
constexpr double labelMargin = 60;   // for a count, beside an upright curve
constexpr double leastDetail = 0.12; // below this a curve is a hairline
constexpr double takenWidth = 12;    // then, of one that a run took
constexpr double takenLayer = 0.5;   // over the others, below cards

} // namespace

EdgeItem::EdgeItem(const drawing::Theme &theme, qint64 from, QString outcome, qint64 to)
    : m_theme(theme), m_from(from), m_outcome(std::move(outcome)), m_to(to)
{
    setFlags(ItemIsSelectable | ItemUsesExtendedStyleOption);
}

void EdgeItem::setPath(const QPainterPath &path)
{
    if (path == m_path)
        return;
    prepareGeometryChange();
    m_path = path;
    m_shape = {};
    bound();
    update();
}

void EdgeItem::bound()
{
    const double room = m_state.label.isEmpty() ? margin : labelMargin;
    m_bounds = m_path.controlPointRect().adjusted(-room, -margin, room, margin);
}

void EdgeItem::setHovered(bool isHovered)
{
    if (m_state.isHovered == isHovered)
        return;
    m_state.isHovered = isHovered;
    update();
}

void EdgeItem::setRun(const drawing::EdgeRun &run)
{
    if (m_run == run)
        return;
    m_run = run;
    const bool hadLabel = !m_state.label.isEmpty();
    m_state.isTaken = run.taken > 0;
    m_state.label = drawing::countText(run.taken);
    if (hadLabel == m_state.label.isEmpty()) {
        prepareGeometryChange();
        bound();
    }
    m_state.breakpoint = run.breakpoint;
    setZValue(m_state.isTaken ? takenLayer : 0);
    update();
}

QPainterPath EdgeItem::shape() const
{
    if (m_shape.isEmpty() && !m_path.isEmpty()) {
        QPainterPathStroker stroker;
        stroker.setWidth(reach);
        m_shape = stroker.createStroke(m_path);
    }
    return m_shape;
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    Q_UNUSED(option)
    m_state.isSelected = isSelected();
    if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < leastDetail && !m_state.isSelected) {
        painter->setPen(QPen(m_theme.outcome(m_outcome), m_state.isTaken ? takenWidth : 0));
        painter->setBrush(Qt::NoBrush);
        painter->drawLine(m_path.pointAtPercent(0), m_path.currentPosition());
        return;
    }
    drawing::CardPainter(m_theme).paintEdge(*painter, m_path, m_outcome, m_state);
}

} // namespace signalbox::designer
