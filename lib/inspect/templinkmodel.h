// SPDX-License-Identifier: GPL-3.0-or-later
// The temporary links that we have made, with the time that is left of each; no API lists those of others. A link that has ended stays
// for a minute.
#pragma once

#include "core/clock.h"
#include "core/scheduler.h"

#include <QAbstractTableModel>

namespace signalbox::inspect {

struct TempLink {
    QString connectionId;
    QString url;      ///< whole; whoever has it needs no login
    QString fileName; ///< of the file that it leads to
    qint64 endsMs = 0;
};

class TempLinkModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LinkColumn, LeftColumn, ColumnCount };
    enum Role {
        UrlRole = Qt::UserRole, ///< whole
        EndedRole               ///< bool
    };

    static constexpr std::chrono::seconds endedStays{60};
    static constexpr qsizetype mostLinks = 1000; ///< beyond it the oldest go

    TempLinkModel(core::Clock &clock, core::Scheduler &scheduler, QObject *parent = nullptr);

    void add(const TempLink &link);
    /// Only the links of this connection are shown; empty: none.
    void show(const QString &connectionId);
    const TempLink &link(int row) const { return m_all.at(m_shown.at(row)); }
    /// The link with the middle of its random part left out.
    static QString shortText(const QString &url);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void tick();
    void select();

    core::Clock &m_clock;
    core::Scheduler &m_scheduler;
    QList<TempLink> m_all;    // in the order of making
    QList<qsizetype> m_shown; // places in m_all, newest first
    QString m_connectionId;
    core::Deadline m_next;
};

} // namespace signalbox::inspect
