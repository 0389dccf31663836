// SPDX-License-Identifier: GPL-3.0-or-later
// The middle button takes hold of the canvas and moves what is seen of it, whatever other tool is in use.
#pragma once

#include "designer/canvas/canvastool.h"

#include <QPoint>

#include <optional>

namespace signalbox::designer {

class PanTool final : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    bool press(QPointF point, const QMouseEvent &event) override;
    bool move(QPointF point, const QMouseEvent &event) override;
    bool release(QPointF point, const QMouseEvent &event) override;
    bool key(const QKeyEvent &) override { return false; }
    void cancel() override;

private:
    std::optional<QPoint> m_from; // on the viewport
};

} // namespace signalbox::designer
