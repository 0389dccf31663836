// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the canvas, near its border: a panel of its own look that keeps keys to itself. What is on it is the subclass's.
#pragma once

#include <QFrame>

namespace signalbox::designer {

class CanvasView;

class CanvasOverlay : public QFrame
{
    Q_OBJECT

public:
    /// Hidden at first.
    explicit CanvasOverlay(CanvasView &view);

protected:
    static constexpr int margin = 12; ///< to the view's borders

    CanvasView &view() const { return m_view; }
    /// Escape.
    virtual void close() = 0;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    CanvasView &m_view;
};

} // namespace signalbox::designer
