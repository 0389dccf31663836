// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/noteitem.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

namespace signalbox::designer {

namespace {

constexpr double margin = 3; // for the outline
constexpr double reach = 12; // how near a frame's outline the pointer must be, in all
constexpr double frameLayer = -2;
constexpr double noteLayer = -1;

} // namespace

NoteItem::NoteItem(const drawing::Theme &theme, const scenario::Note &note) : m_theme(theme), m_picture(note, theme)
{
    setFlags(ItemIsSelectable | ItemUsesExtendedStyleOption);
    setNote(note);
}

void NoteItem::setNote(const scenario::Note &note)
{
    prepareGeometryChange();
    m_picture = drawing::NotePicture(note, m_theme);
    setPos(m_picture.rect().topLeft());
    setZValue(isFrame() ? frameLayer : noteLayer);
    update();
}

void NoteItem::setSize(QSizeF size)
{
    prepareGeometryChange();
    m_picture.setSize(size, m_theme);
    update();
}

void NoteItem::setHovered(bool isHovered)
{
    if (m_state.isHovered == isHovered)
        return;
    m_state.isHovered = isHovered;
    update();
}

void NoteItem::setEdited(bool isEdited)
{
    if (m_state.isEdited == isEdited)
        return;
    m_state.isEdited = isEdited;
    update();
}

QRectF NoteItem::boundingRect() const
{
    return QRectF(QPointF(), m_picture.rect().size()).adjusted(-margin, -margin, margin, margin);
}

QPainterPath NoteItem::shape() const
{
    const QRectF all(QPointF(), m_picture.rect().size());
    QPainterPath path;
    path.addRect(all);
    if (!isFrame())
        return path;
    QPainterPathStroker stroker;
    stroker.setWidth(reach);
    QPainterPath taken = stroker.createStroke(path);
    taken.setFillRule(Qt::WindingFill);
    taken.addRect(QRectF(all.topLeft(), QSizeF(all.width(), m_picture.textRect().height())));
    taken.addRect(m_picture.grip());
    return taken;
}

void NoteItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    Q_UNUSED(option)
    m_state.isSelected = isSelected();
    m_picture.paint(*painter, m_theme, m_state, QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()));
}

} // namespace signalbox::designer
