// SPDX-License-Identifier: GPL-3.0-or-later
// The whole document small, with what the canvas shows of it; click or drag to go there.
#pragma once

#include "designer/canvas/overview.h"

#include <QMouseEvent>
#include <QTransform>
#include <QWidget>

namespace signalbox::designer {

class CanvasView;

class Minimap final : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(CanvasView &view);
    QSize sizeHint() const override { return {150, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override { goTo(event); }
    void mouseMoveEvent(QMouseEvent *event) override { goTo(event); }
    void mouseReleaseEvent(QMouseEvent *event) override { event->accept(); } // nothing below is meant

private:
    void goTo(QMouseEvent *event);
    QRectF all() const; ///< what it shows
    QTransform toMap() const;
    QRectF seen() const;

    CanvasView &m_view;
    Overview m_cards;
};

} // namespace signalbox::designer
