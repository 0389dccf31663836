// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/movedset.h"

#include "designer/canvas/canvasview.h"
#include "editing/noteedits.h"

namespace signalbox::designer {

MovedSet MovedSet::ofSelection(const CanvasScene &scene)
{
    MovedSet set;
    const QList<qint64> ids = scene.selectedIds();
    for (const qint64 id : ids)
        set.m_cards.insert(id, scene.card(id)->pos());
    const QList<NoteItem *> notes = scene.notes().selected();
    for (const NoteItem *note : notes) {
        set.m_notes.insert(note->id(), note->pos());
        if (!note->isFrame())
            continue;
        const QRectF frame = note->noteRect();
        for (const CardItem *card : scene.cards()) {
            if (frame.contains(card->cardRect()))
                set.m_cards.insert(card->id(), card->pos());
        }
        for (const NoteItem *inner : scene.notes().items()) {
            if (inner != note && frame.contains(inner->noteRect()))
                set.m_notes.insert(inner->id(), inner->pos());
        }
    }
    return set;
}

QRectF MovedSet::rect(const CanvasScene &scene) const
{
    QRectF rect;
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card) {
        if (const CardItem *const item = scene.card(card.key()))
            rect |= item->geometry().rect().translated(*card);
    }
    for (auto note = m_notes.begin(); note != m_notes.end(); ++note) {
        if (const NoteItem *const item = scene.notes().item(note.key()))
            rect |= QRectF(*note, item->noteRect().size());
    }
    return rect;
}

void MovedSet::preview(CanvasScene &scene, QPointF by) const
{
    MovedSet moved = *this;
    for (QPointF &place : moved.m_cards)
        place += by;
    for (QPointF &place : moved.m_notes)
        place += by;
    scene.movePreview(moved.m_cards, moved.m_notes);
}

void MovedSet::move(CanvasView &view, QPointF by, const QString &key) const
{
    QList<std::pair<qint64, QPoint>> cards;
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card) {
        if (view.canvas().card(card.key()))
            cards.append({card.key(), drawing::toPlatform(*card + by)});
    }
    QList<std::pair<QString, QPoint>> notes;
    for (auto note = m_notes.begin(); note != m_notes.end(); ++note)
        notes.append({note.key(), drawing::toPlatform(*note + by)});
    view.session().joinSteps(key);
    const editing::EditSession::Gesture gesture(view.session(), [] { return CanvasView::tr("Move"); });
    if (!cards.isEmpty())
        view.session().moveObjects(cards);
    if (!notes.isEmpty())
        editing::NoteEdits(view.session()).move(notes);
}

QString MovedSet::key() const
{
    QStringList parts;
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card)
        parts.append(QString::number(card.key()));
    for (auto note = m_notes.begin(); note != m_notes.end(); ++note)
        parts.append(QStringLiteral("note ") + note.key());
    parts.sort();
    return parts.join(u' ');
}

} // namespace signalbox::designer
