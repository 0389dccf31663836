// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/componentdrop.h"

#include "designer/canvas/canvasview.h"
#include "designer/panels/componentpalette.h"

#include <QMimeData>

namespace signalbox::designer {

std::optional<qint64> ComponentDrop::typeOf(const QMimeData &data) const
{
    bool isNumber = false;
    const qint64 type = data.data(QLatin1String(componentMimeType)).toLongLong(&isNumber);
    return isNumber && m_catalogue.find(type) ? std::optional(type) : std::nullopt;
}

void ComponentDrop::hoverEdge(EdgeItem *edge)
{
    if (m_edge == edge)
        return;
    if (m_edge)
        m_edge->setHovered(false);
    m_edge = edge;
    if (edge)
        edge->setHovered(true);
}

bool ComponentDrop::hover(const QMimeData &data, QPointF point)
{
    const bool isTaken = takes(data);
    hoverEdge(isTaken ? m_view.canvas().edgeAt(point) : nullptr);
    return isTaken;
}

bool ComponentDrop::drop(const QMimeData &data, QPointF point)
{
    const auto type = typeOf(data);
    if (!type)
        return false;
    EdgeItem *const edge = m_view.canvas().edgeAt(point);
    hoverEdge(nullptr);
    const drawing::Sizes &sizes = m_view.theme().sizes();
    if (edge)
        m_view.edits().insertOn(*edge, *type, point);
    else
        m_view.edits().addAt(*type, point - QPointF(sizes.cardWidth / 2, sizes.cardHeader / 2));
    return true;
}

} // namespace signalbox::designer
