// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on off the interface thread and takes a while: says what, how far it is, and lets a person cancel it. It does nothing of it
// itself. Quick ones are never seen.
#pragma once

#include "core/scheduler.h"

#include <QList>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace signalbox::designer {

class TaskStrip final : public QWidget
{
    Q_OBJECT

public:
    /// The scheduler must outlive it.
    explicit TaskStrip(core::Scheduler &scheduler, QWidget *parent = nullptr);

    /// The number to speak of it later. cancel: what Cancel does beside ending the task here; empty: it cannot be cancelled.
    int begin(const QString &text, std::function<void()> cancel = {});
    /// done of all; a task that never says so shows that it goes on.
    void progress(int task, const QString &text, int done, int all);
    void end(int task);
    bool isIdle() const { return m_tasks.isEmpty(); }
    bool canCancel() const;
    /// The one that is shown.
    void cancel();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Task {
        int number = 0;
        QString text;
        std::function<void()> cancel;
        int done = 0;
        int all = 0;
    };
    void refresh();
    void retranslate();

    core::Scheduler &m_scheduler;
    QList<Task> m_tasks; // the first one is shown
    int m_last = 0;
    core::Deadline m_patience;
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace signalbox::designer
