// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/notelayer.h"

namespace signalbox::designer {

bool NoteLayer::sync(const scenario::Scenario &scenario)
{
    QHash<QString, NoteItem *> known;
    for (NoteItem *item : std::as_const(m_items))
        known.insert(item->id(), item);
    bool isOther = false;
    QList<NoteItem *> now;
    const QList<scenario::Note> notes = scenario::readNotes(scenario).notes;
    for (const scenario::Note &note : notes) {
        NoteItem *item = known.take(note.id);
        if (!item) {
            item = new NoteItem(m_theme, note);
            m_scene.addItem(item);
            isOther = true;
        } else if (item->note() != note) {
            item->setNote(note);
            isOther = true;
        }
        now.append(item);
    }
    isOther = isOther || !known.isEmpty();
    m_items = now;
    qDeleteAll(known);
    return isOther;
}

void NoteLayer::forget()
{
    m_items.clear();
}

NoteItem *NoteLayer::item(const QString &id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&id](const NoteItem *item) { return item->id() == id; });
    return found == m_items.end() ? nullptr : *found;
}

NoteItem *NoteLayer::at(QPointF point) const
{
    if (m_items.isEmpty())
        return nullptr;
    const QList<QGraphicsItem *> items = m_scene.items(point);
    for (QGraphicsItem *item : items) {
        if (NoteItem *const found = qgraphicsitem_cast<NoteItem *>(item))
            return found;
    }
    return nullptr;
}

QList<NoteItem *> NoteLayer::selected() const
{
    QList<NoteItem *> selected;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(selected), [](const NoteItem *item) { return item->isSelected(); });
    return selected;
}

QStringList NoteLayer::selectedIds() const
{
    QStringList ids;
    for (const NoteItem *item : m_items) {
        if (item->isSelected())
            ids.append(item->id());
    }
    return ids;
}

QRectF NoteLayer::contentRect() const
{
    QRectF rect;
    for (const NoteItem *item : m_items)
        rect |= item->noteRect();
    return rect;
}

} // namespace signalbox::designer
