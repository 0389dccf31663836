// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/filemodel.h"

#include "inspect/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox::inspect {

using protocol::FileRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr int wholeProgress = 1000;
constexpr qsizetype shownDigits = 12; ///< of a checksum

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::FileModel)
};

} // namespace

int FileModel::placeOf(const QString &name) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].file.name == name)
            return static_cast<int>(row);
    }
    return -1;
}

void FileModel::take(const QList<FileRecord> &files)
{
    QHash<QString, const FileRecord *> wanted;
    for (const FileRecord &file : files)
        wanted.insert(file.name, &file);
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[row].file.name) || m_rows[row].transfer != Transfer::None)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const FileRecord *const file = wanted.take(m_rows[row].file.name);
        Row &known = m_rows[row];
        known.isThere = file != nullptr;
        if (!file || (known.file.size == file->size && known.file.lastModified == file->lastModified))
            continue;
        if (known.transfer == Transfer::None && !known.file.lastModified.isEmpty()) {
            known.checksum.clear(); // it was of another file
            known.error.clear();
        }
        known.file = *file;
        tell(static_cast<int>(row));
    }
    for (const FileRecord &file : files) {
        if (!wanted.remove(file.name))
            continue;
        const int row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.append(Row{.file = file, .isThere = true, .error = {}, .checksum = {}});
        endInsertRows();
    }
}

void FileModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void FileModel::begin(const QString &name, Transfer transfer, qint64 size)
{
    int row = placeOf(name);
    if (row < 0) {
        row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.append(Row{.file = {name, size, {}}, .error = {}, .checksum = {}});
        endInsertRows();
    }
    Row &known = m_rows[row];
    known.transfer = transfer;
    known.done = 0;
    known.total = 0;
    known.error.clear();
    known.checksum.clear();
    tell(row);
}

void FileModel::progress(const QString &name, qint64 done, qint64 total)
{
    const int row = placeOf(name);
    if (row < 0)
        return;
    const int before = data(index(row, 0), ProgressRole).toInt();
    m_rows[row].done = done;
    m_rows[row].total = total;
    if (data(index(row, 0), ProgressRole).toInt() != before)
        tell(row);
}

void FileModel::end(const QString &name, const QString &error)
{
    const int row = placeOf(name);
    if (row < 0)
        return;
    m_rows[row].transfer = Transfer::None;
    m_rows[row].error = error;
    tell(row);
}

void FileModel::setChecksum(const QString &name, const QString &sha256)
{
    const int row = placeOf(name);
    if (row < 0)
        return;
    m_rows[row].checksum = sha256;
    tell(row);
}

bool FileModel::isBusy(const QString &name) const
{
    const int row = placeOf(name);
    return row >= 0 && m_rows[row].transfer != Transfer::None;
}

void FileModel::tell(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int FileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FileModel::stateText(const Row &row) const
{
    switch (row.transfer) {
    case Transfer::Upload:
        return Tr::tr("uploading");
    case Transfer::Download:
        return Tr::tr("downloading");
    case Transfer::Remove:
        return Tr::tr("deleting");
    case Transfer::None:
        break;
    }
    if (!row.error.isEmpty())
        return Tr::tr("failed");
    if (!row.checksum.isEmpty())
        return Tr::tr("SHA-256 %1…").arg(row.checksum.left(shownDigits));
    const qint64 time = timeOf(row.file.lastModified);
    if (time == 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(time);
    return when.date() == QDate::currentDate() ? QLocale().toString(when.time(), u"HH:mm:ss"_s)
                                               : QLocale().toString(when, QLocale::ShortFormat);
}

QVariant FileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return row.file.name;
        return index.column() == SizeColumn ? sizeText(row.file.size) : stateText(row);
    case Qt::ToolTipRole:
        if (!row.error.isEmpty())
            return row.error;
        return row.checksum.isEmpty() ? row.file.name : Tr::tr("SHA-256 %1").arg(row.checksum);
    case Qt::TextAlignmentRole:
        return int(index.column() == NameColumn ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleDescriptionRole:
        return row.error;
    case ProgressRole:
        if (row.transfer == Transfer::None)
            return {};
        return row.total <= 0 ? -1 : static_cast<int>(std::min<qint64>(wholeProgress, row.done * wholeProgress / row.total));
    case BusyRole:
        return row.transfer != Transfer::None;
    case FailedRole:
        return !row.error.isEmpty();
    case ChecksumRole:
        return row.checksum;
    default:
        return {};
    }
}

QVariant FileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return Tr::tr("File");
    case SizeColumn:
        return Tr::tr("Size");
    case StateColumn:
        return Tr::tr("State");
    default:
        return {};
    }
}

} // namespace signalbox::inspect
