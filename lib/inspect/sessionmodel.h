// SPDX-License-Identifier: GPL-3.0-or-later
// The web sessions of a cluster as administrators see them, as a table: whose, of which kind, how long they last, how many connections.
#pragma once

#include "core/clock.h"
#include "protocol/records.h"

#include <QAbstractTableModel>

namespace signalbox::inspect {

class SessionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HolderColumn, KindColumn, SiteColumn, LeftColumn, ConnectionsColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        SearchRole, ///< what a filter looks in: the same for all columns
        OwnRole     ///< bool: the session that looks
    };

    explicit SessionModel(core::Clock &clock, QObject *parent = nullptr);

    /// Rows that stay keep their places; own: the id of the session that asked.
    void take(const QList<protocol::SessionRecord> &sessions, const QString &own);
    void clear();
    /// nullptr when it is not there.
    const protocol::SessionRecord *find(const QString &sessionId) const;
    const protocol::SessionRecord &row(int row) const { return m_rows.at(row).record; }
    bool isOwn(const QString &sessionId) const { return !m_own.isEmpty() && sessionId == m_own; }

    /// The first and last characters: whoever has all of it is that session.
    static QString shortId(const QString &sessionId);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        protocol::SessionRecord record;
        qint64 endsMs = 0; ///< 0: not known
    };
    int placeOf(const QString &sessionId) const;

    core::Clock &m_clock;
    QList<Row> m_rows;
    QString m_own;
};

} // namespace signalbox::inspect
