// SPDX-License-Identifier: GPL-3.0-or-later
// A note or a frame laid out for the canvas, and its picture: on screen, in exports and in print alike.
#pragma once

#include "drawing/theme.h"
#include "scenario/notes.h"

#include <QRectF>
#include <QStringList>

class QPainter;

namespace signalbox::drawing {

struct NoteState {
    bool isSelected = false;
    bool isHovered = false;
    bool isEdited = false; ///< its text stands in an editor over it
};

class NotePicture final
{
public:
    NotePicture(scenario::Note note, const Theme &theme);

    const scenario::Note &note() const { return m_note; }
    const QRectF &rect() const { return m_rect; } ///< on the canvas
    /// Where its text stands, from its top left: all of a note but its margins, the title of a frame.
    QRectF textRect() const { return textRect(m_note.kind, m_rect.size()); }
    static QRectF textRect(scenario::NoteKind kind, QSizeF size);
    static QFont font(scenario::NoteKind kind, const Theme &theme);
    /// The lower right corner that sizes it, from its top left.
    QRectF grip() const;
    /// As large as this while it is being sized.
    void setSize(QSizeF size, const Theme &theme);

    /// With the painter's origin at its top left. detail: how many device pixels a unit is; below some, there is no text.
    void paint(QPainter &painter, const Theme &theme, const NoteState &state, double detail) const;

    static QColor paper(const Theme &theme);

private:
    void layOut(const Theme &theme);
    void paintNote(QPainter &painter, const Theme &theme) const;
    void paintFrame(QPainter &painter, const Theme &theme, const NoteState &state) const;

    scenario::Note m_note;
    QRectF m_rect;
    QStringList m_lines; ///< as many as fit
};

} // namespace signalbox::drawing
