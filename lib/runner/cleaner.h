// SPDX-License-Identifier: GPL-3.0-or-later
// Removes carriers and staged files from the cluster, in the background and a few at a time, and knows what could not be removed.
// Does not decide what is to go.
#pragma once

#include "runner/clusteraccess.h"

#include <QList>

namespace signalbox::runner {

class Cleaner final
{
public:
    explicit Cleaner(ClusterAccess &access) : m_access(access) {}

    /// what is for a person. ours: a failure counts among the leftovers; those of others are best effort.
    void removeScript(const QString &id, const QString &what, bool ours);
    void removeFile(const QString &target, const QString &name, bool ours);

    bool isIdle() const { return m_waiting.isEmpty() && m_running.isEmpty(); }
    /// Called once, when nothing waits or runs any more, and not from within this call.
    void whenIdle(std::function<void()> idle) { m_idle = std::move(idle); }
    /// Gives up what waits and runs; it counts among the leftovers.
    void abandon();
    const QStringList &leftovers() const { return m_leftovers; }

private:
    struct Task {
        quint64 id = 0;
        std::function<cluster::Call<void>()> make;
        QString what;
        bool ours = true;
    };
    struct Running {
        Task task;
        std::shared_ptr<core::AsyncCall<void>> call;
    };
    void add(Task task);
    void startNext();
    void ended(quint64 id, const core::Result<void> &result);

    ClusterAccess &m_access;
    QList<Task> m_waiting;
    QList<Running> m_running;
    QStringList m_leftovers;
    std::function<void()> m_idle;
    quint64 m_last = 0;
};

} // namespace signalbox::runner
