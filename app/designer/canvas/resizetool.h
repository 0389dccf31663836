// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes a note or a frame by its lower right corner, on the grid; with Alt freely; or by the keys. Hands back to selecting when it is done.
#pragma once

#include "designer/canvas/canvastool.h"

#include <QString>

namespace signalbox::designer {

class ResizeTool final : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void begin(const QString &id, QPointF point);
    /// By the keys: larger by this much, on the canvas. One after the other they are one undo step.
    void step(const QString &id, QPointF by);

    bool press(QPointF point, const QMouseEvent &event) override;
    bool move(QPointF point, const QMouseEvent &event) override;
    bool release(QPointF point, const QMouseEvent &event) override;
    bool key(const QKeyEvent &event) override;
    void cancel() override;

private:
    void write(const QString &id, QSizeF size);
    void end();

    QString m_id;
    QPointF m_begun;
    QSizeF m_before;
    QSizeF m_size;
};

} // namespace signalbox::designer
