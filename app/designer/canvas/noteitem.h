// SPDX-License-Identifier: GPL-3.0-or-later
// A note or a frame on the canvas: below transitions and components, frames lowest. Holds what it shows, never the document. A frame is
// taken by its outline and its title, so that its inside is as free as the canvas. All interaction is the tools'.
#pragma once

#include "drawing/notepainter.h"

#include <QGraphicsItem>

namespace signalbox::designer {

class NoteItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 3 };

    /// theme must outlive it.
    NoteItem(const drawing::Theme &theme, const scenario::Note &note);

    int type() const override { return Type; }
    const scenario::Note &note() const { return m_picture.note(); }
    const QString &id() const { return note().id; }
    bool isFrame() const { return note().kind == scenario::NoteKind::Frame; }
    void setNote(const scenario::Note &note);
    /// On the screen alone, while it is being sized.
    void setSize(QSizeF size);
    void setHovered(bool isHovered);
    void setEdited(bool isEdited);

    /// Of the scene.
    QRectF noteRect() const { return {pos(), m_picture.rect().size()}; }
    QRectF textRect() const { return m_picture.textRect().translated(pos()); }
    QRectF gripRect() const { return m_picture.grip().translated(pos()); }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const drawing::Theme &m_theme;
    drawing::NotePicture m_picture;
    drawing::NoteState m_state;
};

} // namespace signalbox::designer
