// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet line over the canvas of a scenario whose cards lie on one another, as those laid out for small icons do: it offers to tidy.
// Moves nothing by itself, and goes when nothing lies on anything any more.
#pragma once

#include "designer/canvas/canvasoverlay.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace signalbox::designer {

class TidyNotice final : public CanvasOverlay
{
    Q_OBJECT

public:
    /// Lies over the view, hidden at first.
    explicit TidyNotice(CanvasView &view);

    /// Shows itself where cards lie on one another.
    void offer();
    void place();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void close() override;
    void retranslate();

    QLabel *m_text;
    QPushButton *m_tidy;
    QToolButton *m_close;
    qsizetype m_count = 0;
};

} // namespace signalbox::designer
