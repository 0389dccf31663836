// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/connectionmodel.h"

#include "inspect/timetext.h"

#include <QLocale>
#include <QMimeData>

namespace signalbox::inspect {

using cluster::RegistrarEvent;
using cluster::Registration;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds purgeEvery{10};
constexpr qint64 latelyMs = 60'000;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::ConnectionModel)
};

/// The registrar's words (platform.md §3) for people; one that nobody documented stays as it is.
QString reasonText(const QString &reason)
{
    if (reason.isEmpty())
        return Tr::tr("It left while nobody was told.");
    if (reason == "expired_contact"_L1)
        return Tr::tr("Its registration was not renewed in time.");
    if (reason == "unregister_contact"_L1)
        return Tr::tr("It closed the connection.");
    if (reason == "delete_contact"_L1)
        return Tr::tr("The cluster removed its registration.");
    if (reason == "delete_aor"_L1)
        return Tr::tr("The cluster removed all registrations of its owner.");
    return reason;
}

/// Runs of neighbouring rows, first and last of each.
QList<std::pair<int, int>> runsOf(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QList<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.isEmpty() && runs.last().second + 1 >= row)
            runs.last().second = row;
        else
            runs.append({row, row});
    }
    return runs;
}

} // namespace

QString ConnectionRow::holder() const
{
    if (isOwn())
        return ownName;
    const protocol::SessionInfo &session = registration.session;
    if (!session.login.isEmpty())
        return session.login;
    if (!registration.connection.integrationPointId.isEmpty())
        return registration.connection.integrationPointId;
    return session.userId;
}

QString ConnectionRow::kind() const
{
    // One that no list has told of yet lacks what its kind is seen by.
    const bool isKnown = !registration.session.login.isEmpty() || !registration.connection.ownerType.isEmpty();
    return isKnown ? registration.kind() : QString();
}

QString ConnectionRow::address() const
{
    const protocol::ConnectionRecord &connection = registration.connection;
    if (connection.peerAddress.isEmpty())
        return {};
    const QString host = connection.peerAddress.contains(u':') ? u'[' + connection.peerAddress + u']' : connection.peerAddress;
    return connection.peerPort == 0 ? connection.peerAddress : u"%1:%2"_s.arg(host).arg(connection.peerPort);
}

ConnectionModel::ConnectionModel(core::Clock &clock, core::Scheduler &scheduler, TrafficCounts *counts, QObject *parent)
    : QAbstractTableModel(parent), m_clock(clock), m_scheduler(scheduler), m_counts(counts)
{}

ConnectionModel::~ConnectionModel() = default;

QString ConnectionModel::mimeType()
{
    return u"application/x-signalbox-connection"_s;
}

// What is there ---------------------------------------------------------------------------------------------------------

void ConnectionModel::reset(const QList<Registration> &list, bool keepGone)
{
    m_waiting.clear();
    m_next.cancel();
    beginResetModel();
    std::vector<ConnectionRow> kept;
    for (ConnectionRow &row : m_rows) {
        if ((row.isOwn() && !row.isGone()) || (row.isGone() && keepGone))
            kept.push_back(std::move(row));
    }
    m_rows = std::move(kept);
    number();
    m_leftOut = 0;
    for (const Registration &registration : list) {
        const auto known = m_places.constFind(registration.connection.connectionId);
        if (known != m_places.constEnd()) {
            ConnectionRow &row = m_rows[static_cast<size_t>(*known)];
            row.goneMs = 0;
            fill(row, registration);
        } else if (m_rows.size() < mostRows) {
            ConnectionRow row;
            fill(row, registration);
            m_places.insert(row.id(), static_cast<int>(m_rows.size()));
            m_rows.push_back(std::move(row));
        } else {
            ++m_leftOut;
        }
    }
    endResetModel();
    if (there() < static_cast<int>(m_rows.size()))
        m_purge.arm(m_scheduler, purgeEvery, [this] { purge(); });
    Q_EMIT changed();
}

void ConnectionModel::apply(const RegistrarEvent &event)
{
    m_waiting.append(event);
    schedule();
}

void ConnectionModel::schedule()
{
    if (!m_next.isArmed())
        m_next.arm(m_scheduler, batch, [this] { flush(); });
}

void ConnectionModel::flush()
{
    m_next.cancel();
    const bool hasEvents = !m_waiting.isEmpty();
    std::vector<ConnectionRow> added;
    QSet<int> touched;
    for (const RegistrarEvent &event : std::exchange(m_waiting, {}))
        put(event, added, touched);
    append(std::move(added));
    if (m_counts) {
        for (const QString &id : m_counts->takeChanged()) {
            if (const auto place = m_places.constFind(id); place != m_places.constEnd())
                touched.insert(*place);
        }
    }
    tell(std::move(touched));
    if (hasEvents)
        Q_EMIT changed();
}

void ConnectionModel::put(const RegistrarEvent &event, std::vector<ConnectionRow> &added, QSet<int> &touched)
{
    const QString &id = event.registration.connection.connectionId;
    const int place = m_places.value(id, -1);
    const bool isLeaving = event.kind == RegistrarEvent::Kind::Unregistered;
    if (place < 0) {
        if (isLeaving)
            return;
        if (m_rows.size() + added.size() >= mostRows) {
            ++m_leftOut;
            return;
        }
    }
    const bool isNew = place >= static_cast<int>(m_rows.size()); // of this batch
    ConnectionRow fresh;
    ConnectionRow &row = place < 0 ? fresh : isNew ? added[static_cast<size_t>(place) - m_rows.size()] : m_rows[static_cast<size_t>(place)];
    if (isLeaving) {
        leave(row, reasonText(event.reason));
    } else {
        if (event.kind != RegistrarEvent::Kind::Renewed || place < 0 || row.isGone()) {
            row.goneMs = 0;
            row.reason.clear();
            fill(row, event.registration);
        }
        const qint64 now = m_clock.nowMs();
        row.renewedMs = now;
        row.expiresMs = event.ttlS > 0 ? now + event.ttlS * 1000 : row.expiresMs;
        if (row.sinceMs == 0 && event.kind == RegistrarEvent::Kind::Registered)
            row.sinceMs = now;
    }
    if (place >= 0) {
        if (!isNew)
            touched.insert(place);
        return;
    }
    m_places.insert(id, static_cast<int>(m_rows.size() + added.size()));
    added.push_back(std::move(fresh));
}

void ConnectionModel::fill(ConnectionRow &row, const Registration &registration) const
{
    row.registration = registration;
    const qint64 since = timeOf(registration.connection.since);
    if (since != 0)
        row.sinceMs = since;
    if (registration.session.ttlS > 0)
        row.sessionEndsMs = m_clock.nowMs() + registration.session.ttlS * 1000;
}

void ConnectionModel::leave(ConnectionRow &row, const QString &reason) const
{
    if (row.isGone())
        return;
    row.goneMs = m_clock.nowMs();
    row.reason = reason;
}

void ConnectionModel::append(std::vector<ConnectionRow> added)
{
    if (added.empty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    endInsertRows();
}

void ConnectionModel::tell(QSet<int> rows)
{
    bool hasGone = false;
    for (const int row : std::as_const(rows))
        hasGone = hasGone || m_rows[static_cast<size_t>(row)].isGone();
    const auto runs = runsOf(rows.values());
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (hasGone && !m_purge.isArmed())
        m_purge.arm(m_scheduler, purgeEvery, [this] { purge(); });
}

void ConnectionModel::takeSessions(const QList<protocol::SessionRecord> &sessions)
{
    const qint64 now = m_clock.nowMs();
    QHash<QString, qint64> ends;
    for (const protocol::SessionRecord &record : sessions) {
        if (record.session.ttlS > 0)
            ends.insert(record.session.sessionId, now + record.session.ttlS * 1000);
    }
    // The cell is painted anew each second anyway: nobody need be told.
    for (ConnectionRow &row : m_rows)
        row.sessionEndsMs = row.isGone() ? row.sessionEndsMs : ends.value(row.registration.session.sessionId, row.sessionEndsMs);
}

void ConnectionModel::hold(const QString &name, const Registration &registration)
{
    flush();
    const int place = m_places.value(registration.connection.connectionId, -1);
    if (place < 0) {
        ConnectionRow row;
        row.ownName = name;
        fill(row, registration);
        if (row.sinceMs == 0)
            row.sinceMs = m_clock.nowMs();
        m_places.insert(row.id(), static_cast<int>(m_rows.size()));
        append({row});
    } else {
        m_rows[static_cast<size_t>(place)].ownName = name;
        tell({place});
    }
    Q_EMIT changed();
}

void ConnectionModel::release(const QString &id, const QString &reason)
{
    flush();
    const int place = m_places.value(id, -1);
    if (place < 0)
        return;
    leave(m_rows[static_cast<size_t>(place)], reason);
    tell({place});
    Q_EMIT changed();
}

void ConnectionModel::removeGone()
{
    QList<int> rows;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].isGone())
            rows.append(static_cast<int>(row));
    }
    removeRowsAt(rows);
}

void ConnectionModel::purge()
{
    const qint64 oldest = m_clock.nowMs() - std::chrono::milliseconds(goneStays).count();
    std::vector<std::pair<qint64, int>> gone;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].isGone())
            gone.emplace_back(m_rows[row].goneMs, static_cast<int>(row));
    }
    std::sort(gone.begin(), gone.end());
    QList<int> rows;
    for (size_t i = 0; i < gone.size(); ++i) {
        if (gone[i].first < oldest || gone.size() - i > static_cast<size_t>(mostGone))
            rows.append(gone[i].second);
    }
    removeRowsAt(rows);
    if (gone.size() > static_cast<size_t>(rows.size()))
        m_purge.arm(m_scheduler, purgeEvery, [this] { purge(); });
}

void ConnectionModel::removeRowsAt(QList<int> rows)
{
    flush(); // places of the batch hold for these rows
    const auto runs = runsOf(std::move(rows));
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        for (int row = run->first; row <= run->second; ++row) {
            if (m_counts)
                m_counts->forget(m_rows[static_cast<size_t>(row)].id());
        }
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->second + 1);
        number();
        endRemoveRows();
    }
    if (!runs.isEmpty())
        Q_EMIT changed();
}

void ConnectionModel::number()
{
    m_places.clear();
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_places.insert(m_rows[row].id(), static_cast<int>(row));
}

// What is asked ----------------------------------------------------------------------------------------------------------

const ConnectionRow *ConnectionModel::find(const QString &id) const
{
    const int place = m_places.value(id, -1);
    return place < 0 ? nullptr : &m_rows[static_cast<size_t>(place)];
}

QModelIndex ConnectionModel::indexOf(const QString &id) const
{
    const int place = m_places.value(id, -1);
    return place < 0 ? QModelIndex() : index(place, 0);
}

int ConnectionModel::there() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const ConnectionRow &row) { return !row.isGone(); }));
}

int ConnectionModel::sites() const
{
    QSet<QString> names;
    for (const ConnectionRow &row : m_rows) {
        if (!row.isGone() && !row.registration.connection.site.isEmpty())
            names.insert(row.registration.connection.site);
    }
    return static_cast<int>(names.size());
}

int ConnectionModel::nodes() const
{
    QSet<std::pair<QString, QString>> names;
    for (const ConnectionRow &row : m_rows) {
        const protocol::ConnectionRecord &connection = row.registration.connection;
        if (!row.isGone() && !connection.node.isEmpty())
            names.insert({connection.site, connection.node});
    }
    return static_cast<int>(names.size());
}

int ConnectionModel::leftLately() const
{
    const qint64 from = m_clock.nowMs() - latelyMs;
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [from](const ConnectionRow &row) { return row.isGone() && row.goneMs >= from; }));
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionRow &row = this->row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case SortRole:
        return sortKey(row, index.column());
    case IdRole:
        return row.id();
    case GoneRole:
        return row.isGone();
    case OwnRole:
        return row.isOwn();
    case SearchRole: {
        const protocol::ConnectionRecord &connection = row.registration.connection;
        return QStringList{row.holder(), row.kind(),    connection.capabilities.join(u' '), connection.site, connection.node,
                           row.id(),     row.address(), row.registration.session.login}
            .join(u' ');
    }
    case Qt::ToolTipRole:
        if (row.isGone())
            return Tr::tr("Gone %1 ago: %2").arg(roughText(m_clock.nowMs() - row.goneMs), row.reason);
        return index.column() == HolderColumn ? QVariant(row.id()) : display(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == HolderColumn && row.isGone())
            return Tr::tr("%1, gone").arg(row.holder());
        return {};
    case Qt::TextAlignmentRole:
        return int(index.column() == MessagesColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

const ConnectionTraffic *ConnectionModel::trafficOf(const ConnectionRow &row) const
{
    return m_counts ? m_counts->of(row.id()) : nullptr;
}

QVariant ConnectionModel::display(const ConnectionRow &row, int column) const
{
    const protocol::ConnectionRecord &connection = row.registration.connection;
    const qint64 now = m_clock.nowMs();
    switch (column) {
    case HolderColumn:
        return row.holder();
    case KindColumn:
        return row.kind();
    case CapabilitiesColumn:
        return connection.capabilities.join(u", "_s);
    case SiteColumn:
        return connection.site;
    case NodeColumn:
        return connection.node;
    case SinceColumn:
        if (row.isGone())
            return u"–"_s;
        return row.sinceMs == 0 ? QString() : clockText(now - row.sinceMs);
    case AddressColumn:
        return row.address();
    case SessionColumn:
        return row.isGone() || row.sessionEndsMs == 0 ? QString() : clockText(row.sessionEndsMs - now);
    case RoundTripColumn:
        if (const ConnectionTraffic *traffic = trafficOf(row); traffic && traffic->roundTripUs)
            return roundTripText(*traffic->roundTripUs);
        return QString();
    case MessagesColumn:
        if (const ConnectionTraffic *traffic = trafficOf(row); traffic && traffic->messages > 0)
            return QLocale().toString(traffic->messages);
        return QString();
    default:
        return {};
    }
}

QVariant ConnectionModel::sortKey(const ConnectionRow &row, int column) const
{
    const ConnectionTraffic *const traffic = trafficOf(row);
    switch (column) {
    case SinceColumn: // the longest first, when numbers go up
        return row.isGone() ? row.goneMs : row.sinceMs;
    case SessionColumn:
        return row.sessionEndsMs;
    case RoundTripColumn:
        return traffic && traffic->roundTripUs ? *traffic->roundTripUs : qint64(-1);
    case MessagesColumn:
        return traffic ? traffic->messages : qint64(-1);
    default:
        return display(row, column);
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == MessagesColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == RoundTripColumn || section == MessagesColumn))
        return Tr::tr("Known for connections that this program holds and for its own operations on others");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HolderColumn:
        return Tr::tr("Holder");
    case KindColumn:
        return Tr::tr("Kind");
    case CapabilitiesColumn:
        return Tr::tr("Capabilities");
    case SiteColumn:
        return Tr::tr("Site");
    case NodeColumn:
        return Tr::tr("Node");
    case SinceColumn:
        return Tr::tr("Since");
    case AddressColumn:
        return Tr::tr("Address");
    case SessionColumn:
        return Tr::tr("Session left");
    case RoundTripColumn:
        return Tr::tr("Round trip");
    case MessagesColumn:
        return Tr::tr("Messages");
    default:
        return {};
    }
}

Qt::ItemFlags ConnectionModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && !row(index.row()).isGone() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList ConnectionModel::mimeTypes() const
{
    return {mimeType(), u"text/plain"_s};
}

QMimeData *ConnectionModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const QString id = row(indexes.first().row()).id();
    auto *const data = new QMimeData;
    data->setData(mimeType(), id.toUtf8());
    data->setText(id);
    return data;
}

} // namespace signalbox::inspect
