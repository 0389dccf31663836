// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/cleaner.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype parallel = 4; // gentle with the cluster, and quick enough for a few dozen
}

void Cleaner::removeScript(const QString &id, const QString &what, bool ours)
{
    add({0, [this, id] { return m_access.removeScript(id); }, what, ours});
}

void Cleaner::removeFile(const QString &target, const QString &name, bool ours)
{
    add({0, [this, target, name] { return m_access.removeFile(target, name); }, target + u'/' + name, ours});
}

void Cleaner::add(Task task)
{
    task.id = ++m_last;
    m_waiting.append(std::move(task));
    startNext();
}

void Cleaner::startNext()
{
    while (m_running.size() < parallel && !m_waiting.isEmpty()) {
        Task task = m_waiting.takeFirst();
        const quint64 id = task.id;
        const std::shared_ptr<core::AsyncCall<void>> call = task.make();
        m_running.append({std::move(task), call});
        call->start([this, id](const core::Result<void> &result) { ended(id, result); });
    }
}

void Cleaner::ended(quint64 id, const core::Result<void> &result)
{
    const auto running = std::find_if(m_running.begin(), m_running.end(), [id](const Running &entry) { return entry.task.id == id; });
    if (running == m_running.end())
        return;
    // What is gone already is as good as removed.
    const bool isGone = !result && (result.error().code == "not_found"_L1 || result.error().code == "file_not_found"_L1);
    if (!result && running->task.ours && !isGone)
        m_leftovers.append(running->task.what);
    m_running.erase(running);
    startNext();
    if (isIdle() && m_idle)
        std::exchange(m_idle, nullptr)();
}

void Cleaner::abandon()
{
    for (const Running &running : std::as_const(m_running)) {
        if (running.task.ours)
            m_leftovers.append(running.task.what);
    }
    for (const Task &task : std::as_const(m_waiting)) {
        if (task.ours)
            m_leftovers.append(task.what);
    }
    m_waiting.clear();
    m_running.clear();
    m_idle = nullptr;
}

} // namespace signalbox::runner
