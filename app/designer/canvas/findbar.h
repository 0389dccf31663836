// SPDX-License-Identifier: GPL-3.0-or-later
// The line over the canvas that searches in it: what is typed, how, and which hit of how many is shown. Searching is CanvasFind's.
#pragma once

#include "designer/canvas/canvasfind.h"
#include "designer/canvas/canvasoverlay.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace signalbox::designer {

class FindBar final : public CanvasOverlay
{
    Q_OBJECT

public:
    /// Lies over the view, hidden at first.
    FindBar(const Workbench &workbench, CanvasView &view);
    ~FindBar() override;

    void open();
    void close() override; ///< the hits are no longer shown; the property that was found gets the focus, or else the canvas
    void next();           ///< opens the bar where it is closed
    void previous();
    void place();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void step(int by);
    void arrive(const scenario::SearchHit &hit);
    void showState();
    void retranslate();

    const Workbench &m_workbench;
    CanvasFind m_find;
    QLineEdit *m_query;
    QLabel *m_state;
    QToolButton *m_case;
    QToolButton *m_pattern;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    core::Deadline m_pause;
};

} // namespace signalbox::designer
