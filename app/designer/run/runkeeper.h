// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a run into the journal as it goes: its beginning, each step as it ends, its end. What it writes is masked. Reads nothing back.
#pragma once

#include "designer/run/runsession.h"
#include "journal/journal.h"

namespace signalbox::designer {

/// The journal's form of a step, and back; what the journal does not keep is left out.
journal::RunStep toJournal(const runner::StepRecord &step);
runner::StepRecord fromJournal(const journal::RunStep &step, qint64 runStartedMs);

class RunKeeper final : public QObject
{
    Q_OBJECT

public:
    /// journal must outlive it; the session is its parent.
    RunKeeper(journal::Journal &journal, RunSession &session);
    ~RunKeeper() override;

    const QString &id() const { return m_run.id; }

private:
    void onState();
    void begin();
    void end();

    journal::Journal &m_journal;
    RunSession &m_session;
    runner::StepRecorder m_mask;
    journal::Run m_run;
    bool m_isBegun = false;
};

} // namespace signalbox::designer
