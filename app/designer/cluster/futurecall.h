// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for work beside the interface thread, with a deadline. The work itself is not stopped: one that is no longer wanted ends unheard.
#pragma once

#include "core/asynccall.h"
#include "core/scheduler.h"

#include <QFutureWatcher>

namespace signalbox::designer {

template <typename T>
class FutureCall final : public core::AsyncCall<T>
{
public:
    using Future = QFuture<core::Result<T>>;

    /// late: the error when the deadline passes. scheduler must outlive the call.
    FutureCall(Future future, core::Scheduler &scheduler, std::chrono::milliseconds deadline, core::Error late)
        : m_future(std::move(future)), m_scheduler(scheduler), m_wait(deadline), m_late(std::move(late))
    {}

private:
    void begin() override
    {
        m_watcher = std::make_unique<QFutureWatcher<core::Result<T>>>();
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(), [this] {
            m_deadline.cancel();
            m_watcher.release()->deleteLater(); // it is telling this
            this->finish(m_future.result());
        });
        m_watcher->setFuture(m_future);
        m_deadline.arm(m_scheduler, m_wait, [this] {
            abort();
            this->finish(tl::unexpected(m_late));
        });
    }
    void abort() override
    {
        m_deadline.cancel();
        m_watcher.reset();
    }

    Future m_future;
    core::Scheduler &m_scheduler;
    const std::chrono::milliseconds m_wait;
    const core::Error m_late;
    std::unique_ptr<QFutureWatcher<core::Result<T>>> m_watcher;
    core::Deadline m_deadline;
};

} // namespace signalbox::designer
