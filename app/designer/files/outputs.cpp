// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/outputs.h"

#include "core/filestore.h"
#include "designer/files/offthread.h"
#include "designer/files/printrun.h"
#include "drawing/exporting.h"

#include <QFileInfo>

namespace signalbox::designer {

Outputs::Outputs(const Workbench &workbench, TaskStrip &tasks, QObject *parent) : QObject(parent), m_workbench(workbench), m_tasks(tasks)
{
    m_thread.setMaxThreadCount(1);
}

Outputs::~Outputs()
{
    m_end.request_stop();
}

void Outputs::whenDone(std::function<void()> task)
{
    if (isIdle())
        return task();
    m_whenDone = std::move(task);
}

int Outputs::begin(const QString &text, const QString &name, std::function<void()> cancel)
{
    const int task = m_tasks.begin(text, std::move(cancel));
    m_running.insert(task, name);
    return task;
}

void Outputs::end(int task, bool isMade)
{
    m_running.remove(task);
    m_tasks.end(task);
    if (!isMade)
        m_whenDone = nullptr; // what went wrong is to be read first
    if (isIdle() && m_whenDone)
        std::exchange(m_whenDone, nullptr)();
}

void Outputs::exportTo(const QString &path, const scenario::Scenario &scenario)
{
    const QString name = QFileInfo(path).fileName();
    std::stop_source stop;
    const int task = begin(tr("Exporting “%1”…").arg(name), name, [this, stop, name]() mutable {
        stop.request_stop();
        Q_EMIT notice(tr("“%1” was not exported: cancelled").arg(name));
    });
    workOff(
        m_thread, this,
        [path, scenario, stop, end = m_end.get_token(), &catalogue = m_workbench.catalogue, &dialect = m_workbench.dialect,
         theme = m_workbench.appearance.theme().kind()]() -> core::Result<void> {
            std::stop_source asked = stop;
            const std::stop_callback ends(end, [&asked] { asked.request_stop(); });
            const auto content = drawing::exported(scenario, QFileInfo(path).suffix(), catalogue, dialect, theme, stop.get_token());
            if (!content)
                return tl::unexpected(content.error());
            return stop.stop_requested() ? core::fail(QStringLiteral("cancelled"), {}) : core::writeFile(path, *content);
        },
        [this, stop, task, name](const core::Result<void> &made) {
            if (!stop.stop_requested()) // that was told
                Q_EMIT notice(made ? tr("Exported to “%1”").arg(name) : made.error().message);
            end(task, made.has_value());
        });
}

void Outputs::print(const std::shared_ptr<QPrinter> &printer, const scenario::Scenario &scenario, const QString &name)
{
    auto *const run = new PrintRun(printer, scenario, m_workbench.catalogue, m_workbench.dialect, name, this);
    const int task = begin(tr("Printing “%1”…").arg(name), name, [this, run, name] {
        run->cancel();
        Q_EMIT notice(tr("Printing “%1” was cancelled").arg(name));
    });
    connect(run, &PrintRun::printing, this, [this, task, name](int page, int pages) {
        m_tasks.progress(task, tr("Printing “%1”: page %2 of %3").arg(name).arg(page).arg(pages), page - 1, pages);
    });
    connect(run, &PrintRun::finished, this, [this, run, task](int pages, const QString &message) {
        run->deleteLater();
        if (!run->isCancelled()) // that was told
            Q_EMIT notice(message.isEmpty() ? tr("Printed: %n page(s)", nullptr, pages) : message);
        end(task, message.isEmpty() && !run->isCancelled());
    });
    run->start();
}

} // namespace signalbox::designer
