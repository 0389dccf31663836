// SPDX-License-Identifier: GPL-3.0-or-later
// The connections of a cluster as a table: the registrar's list and its events, and the connections that we hold. Events are put in
// together, ten times a second at most, so that thousands of rows stay quick. One that goes away stays for a while, with the reason. A
// cell that no documented API fills is empty. Sorting and filtering are for a proxy.
#pragma once

#include "cluster/registrarwatch.h"
#include "inspect/trafficcounts.h"

#include <QAbstractTableModel>

namespace signalbox::inspect {

struct ConnectionRow {
    cluster::Registration registration;
    qint64 sinceMs = 0;       ///< 0: not known
    qint64 renewedMs = 0;     ///< when an event told last that it is registered; 0: not since we look
    qint64 expiresMs = 0;     ///< when the registration ends unless it is renewed; 0: not known
    qint64 sessionEndsMs = 0; ///< unless it is used; 0: not known
    qint64 goneMs = 0;        ///< 0: it is there
    QString reason;           ///< gone: for people
    QString ownName;          ///< one that we hold: what we call it

    const QString &id() const { return registration.connection.connectionId; }
    bool isGone() const { return goneMs != 0; }
    bool isOwn() const { return !ownName.isEmpty(); }
    /// Whose it is, for people.
    QString holder() const;
    /// "token", "user", or empty where that is not known.
    QString kind() const;
    /// ADDRESS:PORT; empty where it is not known.
    QString address() const;
};

class ConnectionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        HolderColumn,
        KindColumn,
        CapabilitiesColumn,
        SiteColumn,
        NodeColumn,
        SinceColumn, ///< for how long
        AddressColumn,
        SessionColumn, ///< time left
        RoundTripColumn,
        MessagesColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< a number, or text
        SearchRole,              ///< what a filter looks in: the same for all columns
        IdRole,
        GoneRole, ///< bool
        OwnRole   ///< bool
    };

    static constexpr std::chrono::milliseconds batch{100};
    static constexpr std::chrono::minutes goneStays{10};
    static constexpr qsizetype mostGone = 500;
    static constexpr qsizetype mostRows = 50'000; ///< beyond it new ones are left out and counted

    /// counts may be null; all must outlive it.
    ConnectionModel(core::Clock &clock, core::Scheduler &scheduler, TrafficCounts *counts, QObject *parent = nullptr);
    ~ConnectionModel() override;

    /// The registrar's whole list anew. Ours stay; gone ones stay where keepGone says so.
    void reset(const QList<cluster::Registration> &list, bool keepGone);
    /// Shown with the next batch.
    void apply(const cluster::RegistrarEvent &event);
    /// The sessions as administrators see them now: how long they last.
    void takeSessions(const QList<protocol::SessionRecord> &sessions);
    /// A connection of ours is there, whether a registrar tells of it or not.
    void hold(const QString &name, const cluster::Registration &registration);
    /// It is over: gone, with this reason, unless the registrar has said so already.
    void release(const QString &id, const QString &reason);
    /// Puts in what waits, now.
    void flush();
    void removeGone();

    const ConnectionRow &row(int row) const { return m_rows.at(static_cast<size_t>(row)); }
    /// nullptr when it is not there.
    const ConnectionRow *find(const QString &id) const;
    QModelIndex indexOf(const QString &id) const;
    int there() const; ///< rows that are not gone
    int sites() const; ///< of them
    int nodes() const; ///< of them
    int leftOut() const { return m_leftOut; }
    /// Gone within the last minute.
    int leftLately() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The connections' ids, for a card.
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    /// What a drag carries: the id as UTF-8.
    static QString mimeType();

Q_SIGNALS:
    /// After a batch: counts may be others.
    void changed();

private:
    void schedule();
    void put(const cluster::RegistrarEvent &event, std::vector<ConnectionRow> &added, QSet<int> &touched);
    void fill(ConnectionRow &row, const cluster::Registration &registration) const;
    void leave(ConnectionRow &row, const QString &reason) const;
    void append(std::vector<ConnectionRow> added);
    void tell(QSet<int> rows);
    void removeRowsAt(QList<int> rows);
    void purge();
    void number();
    QVariant display(const ConnectionRow &row, int column) const;
    QVariant sortKey(const ConnectionRow &row, int column) const;
    const ConnectionTraffic *trafficOf(const ConnectionRow &row) const;

    core::Clock &m_clock;
    core::Scheduler &m_scheduler;
    TrafficCounts *m_counts;
    std::vector<ConnectionRow> m_rows;
    QHash<QString, int> m_places; // by id
    QHash<QString, qint64> m_sessionEnds;
    QList<cluster::RegistrarEvent> m_waiting;
    core::Deadline m_next;
    core::Deadline m_purge;
    int m_leftOut = 0;
};

} // namespace signalbox::inspect
