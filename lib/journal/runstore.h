// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of runs and their steps, written and read. Internal to lib/journal.
#pragma once

#include "journal/database.h"
#include "journal/run.h"

#include <QHash>

namespace signalbox::journal {

class RunStore final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::RunStore)

public:
    explicit RunStore(Database &database) : m_database(database) {}

    core::Result<void> begin(const Run &run);
    /// Without effect for a run that is not there.
    core::Result<void> add(const QString &run, const RunStep &step);
    core::Result<void> end(const Run &run);
    core::Result<void> remove(const QString &run);
    /// Removes the oldest ones that have ended beyond so many.
    core::Result<void> keep(qint64 runs);
    /// After a transaction that was rolled back.
    void forget() { m_open.clear(); }

    core::Result<QList<Run>> runs(qsizetype limit);
    core::Result<Run> run(const QString &id);
    core::Result<QList<RunStep>> steps(const QString &run, qint64 from, qsizetype limit);
    core::Result<RunStep> step(const QString &run, qint64 number);

private:
    struct Open {
        qint64 number = 0;
        qint64 steps = 0;
    };
    /// 0 for a run that is not there.
    core::Result<qint64> numberOf(const QString &run);
    core::Result<void> removeNumber(qint64 number);

    Database &m_database;
    QHash<QString, Open> m_open; ///< runs that are going on
};

} // namespace signalbox::journal
