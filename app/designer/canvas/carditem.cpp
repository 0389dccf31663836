// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/carditem.h"

#include "drawing/runtext.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace signalbox::designer {

namespace {

constexpr double margin = 14; // for the selection's ring, the pips and a badge

} // namespace

CardItem::CardItem(const drawing::Theme &theme, drawing::Card card)
    : m_theme(theme), m_card(std::move(card)), m_geometry(m_card, theme.sizes())
{
    setFlags(ItemIsSelectable | ItemUsesExtendedStyleOption);
    setPos(m_card.place);
    setZValue(1);
}

void CardItem::setCard(drawing::Card card)
{
    prepareGeometryChange();
    m_card = std::move(card);
    m_geometry = drawing::CardGeometry(m_card, m_theme.sizes());
    setPos(m_card.place);
    dress(); // its ports' titles may be other
    update();
}

int CardItem::portOf(QStringView outcome) const
{
    for (qsizetype i = 0; i < m_card.ports.size(); ++i) {
        if (m_card.ports[i].outcome == outcome)
            return static_cast<int>(i);
    }
    return -1;
}

void CardItem::setHovered(bool isHovered, int port)
{
    if (m_state.isHovered == isHovered && m_state.hoveredPort == port)
        return;
    m_state.isHovered = isHovered;
    m_state.hoveredPort = port;
    update();
}

void CardItem::setProblems(bool hasError, bool hasWarning)
{
    if (m_state.hasError == hasError && m_state.hasWarning == hasWarning)
        return;
    m_state.hasError = hasError;
    m_state.hasWarning = hasWarning;
    update();
}

void CardItem::setDropTarget(bool isOn)
{
    if (m_state.isDropTarget == isOn)
        return;
    m_state.isDropTarget = isOn;
    update();
}

void CardItem::setFound(drawing::Found found)
{
    if (m_state.found == found)
        return;
    m_state.found = found;
    update();
}

void CardItem::setRun(const drawing::CardRun &run)
{
    m_run = run;
    dress();
}

void CardItem::dress()
{
    const drawing::RunBadge badge = drawing::runBadge(m_run, m_card);
    const bool isCurrent = m_run.phase != drawing::RunPhase::None;
    if (m_state.badge == badge.text && m_state.badgeRole == badge.role && m_state.isTaken == m_run.isTaken() &&
        m_state.isCurrent == isCurrent && m_state.breakpoint == m_run.breakpoint)
        return;
    m_state.badge = badge.text;
    m_state.badgeRole = badge.role;
    m_state.isTaken = m_run.isTaken();
    m_state.isCurrent = isCurrent;
    m_state.breakpoint = m_run.breakpoint;
    update();
}

QRectF CardItem::boundingRect() const
{
    return m_geometry.rect().adjusted(-margin, -margin, margin, margin);
}

QPainterPath CardItem::shape() const
{
    QPainterPath path;
    const double pip = m_theme.sizes().pip;
    path.addRect(m_geometry.rect().adjusted(-pip, 0, pip, 0));
    return path;
}

void CardItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    m_state.isSelected = isSelected();
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    Q_UNUSED(option)
    drawing::CardPainter(m_theme).paintCard(*painter, m_card, m_state, detail);
}

} // namespace signalbox::designer
