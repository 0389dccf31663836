// SPDX-License-Identifier: GPL-3.0-or-later
// Cards and notes that move together, and where they are: what is selected, and what lies wholly inside a frame that is.
#pragma once

#include <QHash>
#include <QPointF>
#include <QRectF>

namespace signalbox::designer {

class CanvasView;
class CanvasScene;

class MovedSet final
{
public:
    MovedSet() = default;
    static MovedSet ofSelection(const CanvasScene &scene);

    bool isEmpty() const { return m_cards.isEmpty() && m_notes.isEmpty(); }
    bool hasCard(qint64 id) const { return m_cards.contains(id); }
    /// What they cover, in the scene; of those that are still there.
    QRectF rect(const CanvasScene &scene) const;
    /// On the screen alone, this far from where they are.
    void preview(CanvasScene &scene, QPointF by) const;
    /// In the document, as one step. key: as EditSession::joinSteps has it.
    void move(CanvasView &view, QPointF by, const QString &key) const;
    /// Tells this set from others.
    QString key() const;

private:
    QHash<qint64, QPointF> m_cards;
    QHash<QString, QPointF> m_notes;
};

} // namespace signalbox::designer
