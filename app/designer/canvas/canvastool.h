// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does on the canvas at the moment: selecting and moving, or drawing a transition. A tool sees events in the scene's
// coordinates and edits through the session; the view owns it and hands over.
#pragma once

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointF>

namespace signalbox::designer {

class CanvasView;

class CanvasTool
{
public:
    explicit CanvasTool(CanvasView &view) : m_view(view) {}
    virtual ~CanvasTool() = default;
    CanvasTool(const CanvasTool &) = delete;
    CanvasTool &operator=(const CanvasTool &) = delete;

    /// Each says whether it took the event; what no tool takes, the view handles.
    virtual bool press(QPointF point, const QMouseEvent &event) = 0;
    virtual bool move(QPointF point, const QMouseEvent &event) = 0;
    virtual bool release(QPointF point, const QMouseEvent &event) = 0;
    virtual bool key(const QKeyEvent &event) = 0;
    /// Over everything else: guides, an edge that is being drawn.
    virtual void paint(QPainter &painter) const { Q_UNUSED(painter) }
    /// Ends what is under way and changes nothing.
    virtual void cancel() = 0;

protected:
    CanvasView &m_view;
};

} // namespace signalbox::designer
