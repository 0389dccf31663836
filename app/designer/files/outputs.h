// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a scenario for others: pictures and texts as files, and paper. All of it off the interface thread, of the scenario as it
// was when it was asked for, shown by the task strip, cancelled there. Asks nothing: files and printers are chosen elsewhere.
#pragma once

#include "designer/files/taskstrip.h"
#include "designer/shell/workbench.h"
#include "scenario/scenario.h"

#include <QMap>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

class QPrinter;

namespace signalbox::designer {

class Outputs final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Outputs(const Workbench &workbench, TaskStrip &tasks, QObject *parent = nullptr);
    /// Cancels what goes on, and waits until it has stopped.
    ~Outputs() override;

    /// The suffix says what to write.
    void exportTo(const QString &path, const scenario::Scenario &scenario);
    /// name: stands below each page.
    void print(const std::shared_ptr<QPrinter> &printer, const scenario::Scenario &scenario, const QString &name);

    bool isIdle() const { return m_running.isEmpty(); }
    /// Names of what is being made.
    QStringList running() const { return m_running.values(); }
    /// Called once all that goes on now is done; not at all where some of it failed or was cancelled.
    void whenDone(std::function<void()> task);

Q_SIGNALS:
    /// What came of it.
    void notice(const QString &text);

private:
    /// Shown from now on. cancel: how.
    int begin(const QString &text, const QString &name, std::function<void()> cancel);
    void end(int task, bool isMade);

    const Workbench &m_workbench;
    TaskStrip &m_tasks;
    QMap<int, QString> m_running; // by the strip's numbers
    std::function<void()> m_whenDone;
    std::stop_source m_end;
    QThreadPool m_thread; // last: ends before what its task uses
};

} // namespace signalbox::designer
