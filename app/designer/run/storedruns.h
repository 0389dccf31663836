// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that the journal kept: which there are for a document, and one of them read back. Shows nothing.
#pragma once

#include "core/scheduler.h"
#include "designer/run/runlog.h"
#include "journal/reader.h"

namespace signalbox::designer {

class StoredRuns final : public QObject
{
    Q_OBJECT

public:
    /// Listed at most.
    static constexpr qsizetype mostListed = 50;
    static constexpr std::chrono::milliseconds listPause{500}; ///< between two readings of the list

    /// Both must outlive it.
    StoredRuns(journal::Journal &journal, core::Scheduler &scheduler, QObject *parent = nullptr);
    ~StoredRuns() override;

    /// Those of this document, the newest first; of one without a file by its title.
    QList<journal::Run> of(const QString &path, const QString &title) const;
    /// Reads a run with its steps, but not what was asked and answered. read: nullptr where it cannot be read, with the reason.
    using Read = std::function<void(std::unique_ptr<RunLog> log, const QString &why)>;
    void read(const QString &id, const scenario::Scenario &otherwise, Read read);
    /// All that is kept of a step; not called where it cannot be read. Another call ends this one.
    void readStep(const QString &id, qint64 number, qint64 runStartedMs, std::function<void(const runner::StepRecord &)> read);

Q_SIGNALS:
    /// Other runs are there.
    void changed();

private:
    void readList();
    void readSteps();

    core::Scheduler &m_scheduler;
    journal::Reader m_reader;
    QList<journal::Run> m_runs;
    core::Deadline m_pause;
    std::unique_ptr<core::AsyncCall<QList<journal::Run>>> m_listing;
    // A run that is being read.
    std::unique_ptr<core::AsyncCall<journal::Run>> m_reading;
    std::unique_ptr<core::AsyncCall<QList<journal::RunStep>>> m_stepping;
    std::unique_ptr<core::AsyncCall<journal::RunStep>> m_step;
    std::unique_ptr<RunLog> m_log;
    std::optional<journal::Run> m_run;
    Read m_read;
};

} // namespace signalbox::designer
