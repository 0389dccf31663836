// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasoverlay.h"

#include "designer/canvas/canvasview.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox::designer {

CanvasOverlay::CanvasOverlay(CanvasView &view) : QFrame(&view), m_view(view)
{
    hide();
}

void CanvasOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept(); // the canvas below takes no key from here
}

void CanvasOverlay::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const drawing::Theme &theme = m_view.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(drawing::Role::ControlLine));
    painter.setBrush(theme.color(drawing::Role::Panel));
    const double radius = theme.sizes().tileRadius;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace signalbox::designer
