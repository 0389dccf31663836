// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/pantool.h"

#include "designer/canvas/canvasview.h"

#include <QMouseEvent>

namespace signalbox::designer {

bool PanTool::press(QPointF, const QMouseEvent &event)
{
    if (event.button() != Qt::MiddleButton)
        return false;
    m_from = event.pos();
    m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    return true;
}

bool PanTool::move(QPointF, const QMouseEvent &event)
{
    if (!m_from)
        return false;
    m_view.scrollBy(event.pos() - *m_from);
    m_from = event.pos();
    return true;
}

bool PanTool::release(QPointF, const QMouseEvent &event)
{
    if (event.button() != Qt::MiddleButton || !m_from)
        return false;
    cancel();
    return true;
}

void PanTool::cancel()
{
    m_from.reset();
    m_view.viewport()->unsetCursor();
}

} // namespace signalbox::designer
