// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/neighbour.h"

#include "designer/canvas/canvasscene.h"

#include <cmath>

namespace signalbox::designer {

qint64 neighbourOf(const CanvasScene &scene, qint64 id, int key)
{
    const CardItem *const from = scene.card(id);
    if (!from)
        return 0;
    if (key == Qt::Key_Right) {
        const QList<EdgeItem *> edges = scene.edgesFrom(id);
        if (!edges.isEmpty())
            return edges.first()->to();
    } else if (key == Qt::Key_Left) {
        const QList<EdgeItem *> edges = scene.edgesTo(id);
        if (!edges.isEmpty())
            return edges.first()->from();
    }
    // Else the nearest that lies that way: distance across counts twice.
    const QPointF middle = from->cardRect().center();
    qint64 best = 0;
    double bestDistance = 0;
    for (const CardItem *card : scene.cards()) {
        const QPointF to = card->cardRect().center() - middle;
        const double along = key == Qt::Key_Right ? to.x() : key == Qt::Key_Left ? -to.x() : key == Qt::Key_Down ? to.y() : -to.y();
        const double across = key == Qt::Key_Right || key == Qt::Key_Left ? to.y() : to.x();
        if (card == from || along <= 1)
            continue;
        const double distance = along + 2 * std::abs(across);
        if (best == 0 || distance < bestDistance) {
            best = card->id();
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace signalbox::designer
