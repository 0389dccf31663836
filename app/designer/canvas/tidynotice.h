// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet line over the canvas of a scenario whose cards lie on one another, as those laid out for small icons do: it offers to tidy.
// Moves nothing by itself, and goes when nothing lies on anything any more.
#pragma once

#include "core/scheduler.h"
#include "designer/canvas/canvasoverlay.h"

#include <QThreadPool>

class QLabel;
class QPushButton;
class QToolButton;

namespace signalbox::designer {

struct Workbench;

class TidyNotice final : public CanvasOverlay
{
    Q_OBJECT

public:
    /// Lies over the view, hidden at first. workbench must outlive it.
    TidyNotice(const Workbench &workbench, CanvasView &view);

    /// Shows itself where cards lie on one another; they are counted beside the interface thread, again some time after edits.
    void offer();
    void place();

Q_SIGNALS:
    /// So many lie on another one.
    void counted(qsizetype count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void count();
    void take(qsizetype count);
    void close() override;
    void retranslate();

    const Workbench &m_workbench;
    QLabel *m_text;
    QPushButton *m_tidy;
    QToolButton *m_close;
    qsizetype m_count = 0;
    bool m_isOffered = false; // until nothing lies on anything, or a person closes it
    core::Deadline m_pause;
    quint64 m_generation = 0;
    QThreadPool m_threads;
};

} // namespace signalbox::designer
