// SPDX-License-Identifier: GPL-3.0-or-later
// A component that is dragged over the canvas from the list of components: dropped on a transition it is inserted there, else put.
#pragma once

#include <QPointF>

#include <optional>

class QMimeData;

namespace signalbox::catalogue {
class Catalogue;
}

namespace signalbox::designer {

class CanvasView;
class EdgeItem;

class ComponentDrop final
{
public:
    /// Belongs to the view; the catalogue must outlive it.
    ComponentDrop(CanvasView &view, const catalogue::Catalogue &catalogue) : m_view(view), m_catalogue(catalogue) {}

    bool takes(const QMimeData &data) const { return typeOf(data).has_value(); }
    /// At this point of the scene: the transition there shows itself. False for what is not taken.
    bool hover(const QMimeData &data, QPointF point);
    void leave() { hoverEdge(nullptr); }
    bool drop(const QMimeData &data, QPointF point);

private:
    std::optional<qint64> typeOf(const QMimeData &data) const;
    void hoverEdge(EdgeItem *edge);

    CanvasView &m_view;
    const catalogue::Catalogue &m_catalogue;
    EdgeItem *m_edge = nullptr;
};

} // namespace signalbox::designer
