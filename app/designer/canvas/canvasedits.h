// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a document from the canvas where places on it matter: putting components, inserting, deleting what is selected, aligning,
// tidying. Each is one undo step.
#pragma once

#include <QCoreApplication>
#include <QPointF>

#include <memory>

namespace signalbox::editing {
class EditSession;
}

namespace signalbox::designer {

class CanvasScene;
class CanvasView;
class EdgeItem;
class TidyRun;

class CanvasEdits final
{
    Q_DECLARE_TR_FUNCTIONS(CanvasEdits)

public:
    /// Belongs to the view.
    explicit CanvasEdits(CanvasView &view);
    ~CanvasEdits();
    CanvasEdits(const CanvasEdits &) = delete;
    CanvasEdits &operator=(const CanvasEdits &) = delete;

    /// Where there is room for a new card: behind the current one, or in the middle of what is seen.
    QPointF freePlace() const;
    QPoint snapped(QPointF point) const; ///< in the platform's units, on the grid
    static QPoint snapped(QPointF point, double grid);

    /// Puts one where there is room, linked from the current card's first unset port where there is one. Its oId.
    qint64 add(qint64 type);
    qint64 addAt(qint64 type, QPointF point);
    /// On this transition: from → new → target.
    void insertOn(const EdgeItem &edge, qint64 type, QPointF point);
    void removeSelection();
    /// One of left, right, top, bottom, and the middles across (AlignHCenter) and down (AlignVCenter).
    void align(Qt::Alignment edge);
    void distribute(Qt::Orientation orientation);
    /// Lays the selection out anew, or everything; a second call while one is under way cancels it.
    void tidy();

private:
    CanvasScene &scene() const;
    editing::EditSession &session() const;

    CanvasView &m_view;
    std::unique_ptr<TidyRun> m_tidy;
};

} // namespace signalbox::designer
