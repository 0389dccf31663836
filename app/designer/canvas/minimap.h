// SPDX-License-Identifier: GPL-3.0-or-later
// The whole document small, with what the canvas shows of it; click or drag to go there.
#pragma once

#include <QMouseEvent>
#include <QPixmap>
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

private:
    void goTo(QMouseEvent *event);
    QTransform toMap() const;
    QRectF seen() const;
    void paintCards();

    CanvasView &m_view;
    QPixmap m_cards; // painted when the content changes
    QRectF m_content;
    bool m_isStale = true;
};

} // namespace signalbox::designer
