// SPDX-License-Identifier: GPL-3.0-or-later
// A large canvas from afar: one picture instead of thousands of items, and what it is painted from.
#pragma once

#include "designer/canvas/canvasscene.h"

#include <QGraphicsView>

namespace signalbox::designer {

enum class FarLines : quint8 { No, Yes };
/// All of the scene as blocks and, if wanted, lines.
Overview::Content farView(const CanvasScene &scene, FarLines lines);

class FarPicture final : public QObject
{
    Q_OBJECT

public:
    /// Asks the view to paint when there is something new. Both must outlive it.
    FarPicture(const CanvasScene &scene, QGraphicsView &view, QObject *parent = nullptr);

    /// At the view's zoom there is a picture in place of items.
    bool isShown() const;
    void paint(QPainter &painter, const QRectF &part);

private:
    double zoom() const { return m_view.transform().m11(); }

    const CanvasScene &m_scene;
    QGraphicsView &m_view;
    Overview m_overview;
};

} // namespace signalbox::designer
