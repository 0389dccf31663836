// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a scenario for others: pictures and texts as files, and paper. All of it off the interface thread, of the scenario as it
// was when it was asked for, shown by the task strip, cancelled there. Asks nothing: files and printers are chosen elsewhere.
#pragma once

#include "designer/files/taskstrip.h"
#include "designer/shell/workbench.h"
#include "scenario/scenario.h"

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
    /// Cancels what goes on.
    ~Outputs() override;

    /// The suffix says what to write.
    void exportTo(const QString &path, const scenario::Scenario &scenario);
    /// name: stands below each page.
    void print(const std::shared_ptr<QPrinter> &printer, const scenario::Scenario &scenario, const QString &name);

Q_SIGNALS:
    /// What came of it.
    void notice(const QString &text);

private:
    const Workbench &m_workbench;
    TaskStrip &m_tasks;
    std::stop_source m_end;
    QThreadPool m_thread; // last: ends before what its task uses
};

} // namespace signalbox::designer
