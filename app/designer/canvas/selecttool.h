// SPDX-License-Identifier: GPL-3.0-or-later
// Selects cards, transitions and notes by click, moves what is selected with snapping that shows why, begins a transition at a port and
// plugs one elsewhere by an end.
#pragma once

#include "designer/canvas/canvastool.h"
#include "designer/canvas/movedset.h"
#include "designer/canvas/snapping.h"

namespace signalbox::designer {

class CardItem;

class SelectTool final : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    bool press(QPointF point, const QMouseEvent &event) override;
    bool move(QPointF point, const QMouseEvent &event) override;
    bool release(QPointF point, const QMouseEvent &event) override;
    bool key(const QKeyEvent &event) override;
    void paint(QPainter &painter) const override;
    void cancel() override;

private:
    bool pressPort(QPointF point);
    bool pressEdge(QPointF point, bool adds);
    bool pressGrip(QPointF point);
    bool pressNote(QPointF point, bool adds);
    void hover(QPointF point);
    void hoverNote(QPointF point, const CardItem *card);
    void drag(QPointF point, bool isFree);

    bool m_isPressed = false; // on a card or a note
    bool m_isMoving = false;
    QPointF m_pressedAt;
    qint64 m_pressed = 0;        // the card, or 0
    QString m_pressedNote;       // the note, or nothing
    bool m_selectsAlone = false; // at release: the click was on one of several that are selected
    MovedSet m_moved;            // where what moves was
    QPointF m_by;                // and how far it is moved now
    Snap m_snap;
    qint64 m_hovered = 0;
    QString m_hoveredNote;
};

} // namespace signalbox::designer
