// SPDX-License-Identifier: GPL-3.0-or-later
// The notes and frames of a scene: an item for each that the document holds, by its id. Follows when it is told to; changes no document.
#pragma once

#include "designer/canvas/noteitem.h"
#include "scenario/scenario.h"

#include <QGraphicsScene>
#include <QHash>

namespace signalbox::designer {

class NoteLayer final
{
public:
    /// Both must outlive it.
    NoteLayer(QGraphicsScene &scene, const drawing::Theme &theme) : m_scene(scene), m_theme(theme) {}

    /// As the document has them. True when there is any other than before.
    bool sync(const scenario::Scenario &scenario);
    /// The scene has deleted its items.
    void forget();

    NoteItem *item(const QString &id) const;
    const QList<NoteItem *> &items() const { return m_items; } ///< in the document's order
    NoteItem *at(QPointF point) const;
    QList<NoteItem *> selected() const;
    QStringList selectedIds() const;
    /// What they cover, or an empty rectangle.
    QRectF contentRect() const;

private:
    QGraphicsScene &m_scene;
    const drawing::Theme &m_theme;
    QList<NoteItem *> m_items;
};

} // namespace signalbox::designer
