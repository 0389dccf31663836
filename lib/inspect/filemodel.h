// SPDX-License-Identifier: GPL-3.0-or-later
// The files of one session as a list, with the transfers under way and what became of them. Moves no byte itself.
#pragma once

#include "protocol/records.h"

#include <QAbstractTableModel>

namespace signalbox::inspect {

class FileModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, StateColumn, ColumnCount };
    enum Role {
        ProgressRole = Qt::UserRole, ///< of a transfer under way: 0 to 1000, or -1 where it is not known how far it is
        BusyRole,                    ///< bool: a transfer is under way
        FailedRole,                  ///< bool: the last one failed
        ChecksumRole                 ///< SHA-256 of the file as it was brought here, in hex
    };
    enum class Transfer : quint8 { None, Upload, Download, Remove };

    using QAbstractTableModel::QAbstractTableModel;

    /// What there is now. What is told of a file's last transfer stays while the file is the same.
    void take(const QList<protocol::FileRecord> &files);
    void clear();
    /// The row of a file; a new one where there is none. size: of an upload.
    void begin(const QString &name, Transfer transfer, qint64 size = 0);
    void progress(const QString &name, qint64 done, qint64 total);
    /// It is over; error empty when it went well. A row that was there for the upload alone goes with its failure only by take().
    void end(const QString &name, const QString &error);
    void setChecksum(const QString &name, const QString &sha256);

    int placeOf(const QString &name) const; ///< or -1
    QString nameAt(int row) const { return m_rows.at(row).file.name; }
    bool isBusy(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        protocol::FileRecord file;
        bool isThere = false; ///< on the cluster, as far as is known
        Transfer transfer = Transfer::None;
        qint64 done = 0;
        qint64 total = 0;
        QString error;
        QString checksum;
    };
    void tell(int row);
    QString stateText(const Row &row) const;

    QList<Row> m_rows;
};

} // namespace signalbox::inspect
