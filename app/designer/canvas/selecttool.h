// SPDX-License-Identifier: GPL-3.0-or-later
// Selects by click, moves what is selected with snapping that shows why, begins a transition at a port and plugs one elsewhere by an end.
#pragma once

#include "designer/canvas/canvastool.h"
#include "designer/canvas/snapping.h"

#include <QHash>

namespace signalbox::designer {

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
    void hover(QPointF point);
    void drag(QPointF point, bool isFree);

    bool m_isPressed = false; // on a card
    bool m_isMoving = false;
    QPointF m_pressedAt;
    qint64 m_pressed = 0;            // the card
    bool m_selectsAlone = false;     // at release: the click was on one of several that are selected
    QHash<qint64, QPointF> m_places; // where the moved cards were
    Snap m_snap;
    qint64 m_hovered = 0;
};

} // namespace signalbox::designer
