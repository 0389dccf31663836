// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a run as rows: number, component, when, how long, what came of it. Follows a run that goes on a few times a second, however
// fast its steps end.
#pragma once

#include "core/scheduler.h"
#include "designer/run/runlog.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace signalbox::designer {

class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, NameColumn, BarColumn, DurationColumn, WhatColumn, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole + 1, ///< code; empty for the step that waits
        StartRole,                      ///< in the whole length, 0 to 1
        EndRole
    };
    static constexpr std::chrono::milliseconds framePause{100};

    /// scheduler must outlive it.
    explicit TimelineModel(core::Scheduler &scheduler, QObject *parent = nullptr);

    /// nullptr: no rows.
    void show(const RunLog *log);
    const RunLog *log() const { return m_log; }
    /// The step of a row; nullptr for the one that waits.
    const runner::StepRecord *step(int row) const;
    /// What has come since is shown now.
    void catchUp();
    /// The run has gone on for this long: the open row and all bars are other.
    void setElapsed(qint64 us);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const runner::StepRecord &step, int column) const;
    QString whatCameOf(const runner::StepRecord &step) const;
    QString openText(int column) const;
    QString spoken(int row) const;
    double fraction(qint64 us) const;

    core::Scheduler &m_scheduler;
    QPointer<const RunLog> m_log;
    int m_steps = 0; ///< shown
    bool m_hasOpen = false;
    qint64 m_elapsedUs = 0;
    core::Deadline m_frame;
};

/// What a person calls an outcome's code.
QString outcomeText(const QString &outcome);

} // namespace signalbox::designer
