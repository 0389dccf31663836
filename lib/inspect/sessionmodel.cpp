// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/sessionmodel.h"

#include "inspect/timetext.h"

#include <QCoreApplication>

namespace signalbox::inspect {

using protocol::SessionRecord;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCharacters = 8; ///< of a session's id

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::SessionModel)
};

QString holderOf(const protocol::SessionInfo &session)
{
    return session.login.isEmpty() ? session.userId : session.login;
}

} // namespace

SessionModel::SessionModel(core::Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock)
{}

QString SessionModel::shortId(const QString &sessionId)
{
    return sessionId.size() <= shownCharacters ? sessionId : sessionId.left(shownCharacters) + u"…"_s;
}

int SessionModel::placeOf(const QString &sessionId) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&sessionId](const Row &row) { return row.record.session.sessionId == sessionId; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void SessionModel::take(const QList<SessionRecord> &sessions, const QString &own)
{
    m_own = own;
    const qint64 now = m_clock.nowMs();
    QHash<QString, const SessionRecord *> wanted;
    for (const SessionRecord &record : sessions)
        wanted.insert(record.session.sessionId, &record);
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        if (wanted.contains(m_rows[row].record.session.sessionId))
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.removeAt(row);
        endRemoveRows();
    }
    const auto read = [now](const SessionRecord &record) {
        return Row{record, record.session.ttlS > 0 ? now + record.session.ttlS * 1000 : 0};
    };
    for (Row &row : m_rows)
        row = read(*wanted.take(row.record.session.sessionId));
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    QList<Row> added;
    for (const SessionRecord &record : sessions) {
        if (wanted.remove(record.session.sessionId))
            added.append(read(record));
    }
    if (added.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.append(added);
    endInsertRows();
}

void SessionModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_own.clear();
    endResetModel();
}

const SessionRecord *SessionModel::find(const QString &sessionId) const
{
    const int place = placeOf(sessionId);
    return place < 0 ? nullptr : &m_rows[place].record;
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SessionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const protocol::SessionInfo &session = row.record.session;
    if (role == OwnRole)
        return isOwn(session.sessionId);
    if (role == SearchRole)
        return QStringList{holderOf(session), session.sessionType, row.record.site}.join(u' ');
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == ConnectionsColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == SortRole && index.column() == LeftColumn)
        return row.endsMs;
    if (role == SortRole && index.column() == ConnectionsColumn)
        return row.record.connections.size();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case HolderColumn:
        return isOwn(session.sessionId) ? Tr::tr("%1 (this program)").arg(holderOf(session)) : holderOf(session);
    case KindColumn:
        return session.sessionType;
    case SiteColumn:
        return row.record.site;
    case LeftColumn:
        return row.endsMs == 0 ? QString() : clockText(row.endsMs - m_clock.nowMs());
    case ConnectionsColumn:
        return row.record.connections.isEmpty() ? QString() : QString::number(row.record.connections.size());
    default:
        return {};
    }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == ConnectionsColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HolderColumn:
        return Tr::tr("Whose");
    case KindColumn:
        return Tr::tr("Kind");
    case SiteColumn:
        return Tr::tr("Site");
    case LeftColumn:
        return Tr::tr("Time left");
    case ConnectionsColumn:
        return Tr::tr("Connections");
    default:
        return {};
    }
}

} // namespace signalbox::inspect
