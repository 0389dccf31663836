// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagemodel.h"

#include "designer/messages/messagetext.h"
#include "inspect/timetext.h"

#include <QDateTime>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using journal::Message;
using journal::MessageId;

namespace {

constexpr int mostCached = 5000; ///< messages, each with the start of its payload
constexpr int aroundWanted = 60; ///< rows that are fetched beside one that is looked at
/// Requests that are older wait for nothing any more: the longest timeout of the platform's operations, and some.
constexpr qint64 longestWaitUs = 120'000'000;
/// Ids of an answer that may come for a request that is shown.
constexpr MessageId recent = 2000;

} // namespace

MessageModel::MessageModel(journal::Reader &reader, const core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_reader(reader), m_clock(clock), m_cache(mostCached)
{
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &MessageModel::fetch);
}

MessageModel::~MessageModel() = default;

void MessageModel::setExtent(const journal::Extent &extent)
{
    const bool isFewer = extent.last < m_extent.last || extent.first < m_extent.first;
    m_extent = extent;
    if (isFewer) { // cleared
        setFilter(m_filter);
        return;
    }
    if (!m_isPaused)
        showExtent();
    Q_EMIT stateChanged();
}

void MessageModel::showExtent()
{
    if (m_isPlain) {
        growPlain();
    } else {
        shrinkTo(m_extent.first);
        if (!m_search && m_extent.last > m_shownLast) {
            m_isTail = true;
            search({.from = m_shownLast + 1, .to = m_extent.last});
        }
    }
    // A request that is shown may have its answer now.
    for (MessageId id = std::max<MessageId>(m_extent.last - recent, 1); id <= m_extent.last; ++id) {
        const Message *const known = m_cache.object(id);
        if (known && known->answer == 0 && journal::asksForAnswer(*known))
            want(id);
    }
}

void MessageModel::growPlain()
{
    shrinkTo(m_extent.first == 0 ? m_extent.last + 1 : m_extent.first);
    if (m_extent.last > m_last) {
        if (m_last < m_first) {
            m_first = std::max<MessageId>(m_extent.first, 1);
            m_last = m_first - 1;
        }
        const int rows = rowCount();
        beginInsertRows({}, rows, rows + static_cast<int>(m_extent.last - m_last) - 1);
        m_last = m_extent.last;
        endInsertRows();
    }
    m_shownLast = m_last;
}

void MessageModel::shrinkTo(MessageId first)
{
    qint64 gone = 0;
    if (m_isPlain) {
        gone = std::clamp<qint64>(first - m_first, 0, m_last - m_first + 1);
    } else if (!m_filter.pinnedOnly) {
        gone = std::lower_bound(m_ids.begin(), m_ids.end(), first) - m_ids.begin();
    }
    if (gone == 0)
        return;
    beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
    if (m_isPlain)
        m_first += gone;
    else
        m_ids.erase(m_ids.begin(), m_ids.begin() + gone);
    endRemoveRows();
}

void MessageModel::setFilter(const journal::Filter &filter)
{
    m_search.reset();
    m_filter = filter;
    m_error = {};
    m_skipped = 0;
    m_progress = {};
    if (filter.isEmpty()) {
        beginResetModel();
        m_isPlain = true;
        m_ids.clear();
        m_cache.clear();
        m_first = std::max<MessageId>(m_extent.first, 1);
        m_last = m_extent.first == 0 ? m_first - 1 : m_extent.last;
        m_shownLast = m_extent.last;
        endResetModel();
    } else {
        // What stood there stays until there is something else, or nothing: a list that blinks at each letter is no help.
        m_isFresh = true;
        m_isTail = false;
        m_shownLast = m_extent.last;
        if (m_extent.last > 0)
            search({.from = 1, .to = m_extent.last});
        else
            begin();
    }
    Q_EMIT stateChanged();
}

void MessageModel::setPaused(bool paused)
{
    m_isPaused = paused;
    if (!paused)
        showExtent();
    Q_EMIT stateChanged();
}

void MessageModel::refresh()
{
    if (m_filter.pinnedOnly)
        return setFilter(m_filter);
    m_cache.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void MessageModel::search(journal::SearchRange range)
{
    m_tail.clear();
    m_searchedTo = range.to;
    m_search = m_reader.search(m_filter, range,
                               {.found = [this](const QList<MessageId> &ids) { take(ids); },
                                .progress =
                                    [this](journal::SearchProgress progress) {
                                        m_progress = progress;
                                        Q_EMIT stateChanged();
                                    }});
    m_search->start([this](const core::Result<journal::SearchEnd> &end) { onSearched(end); });
}

void MessageModel::begin()
{
    if (!std::exchange(m_isFresh, false))
        return;
    beginResetModel();
    m_isPlain = false;
    m_ids.clear();
    m_cache.clear();
    endResetModel();
}

void MessageModel::take(const QList<MessageId> &ids)
{
    begin();
    if (m_isTail) {
        m_tail += ids;
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(ids.size()) - 1);
    m_ids.insert(m_ids.begin(), ids.crbegin(), ids.crend());
    endInsertRows();
}

void MessageModel::onSearched(const core::Result<journal::SearchEnd> &end)
{
    begin();
    if (end) {
        m_skipped += end->skipped;
        if (m_isTail && !m_tail.isEmpty()) {
            const int rows = rowCount();
            beginInsertRows({}, rows, rows + static_cast<int>(m_tail.size()) - 1);
            m_ids.insert(m_ids.end(), m_tail.crbegin(), m_tail.crend());
            endInsertRows();
        }
        m_shownLast = std::max(m_shownLast, m_searchedTo);
    } else {
        m_error = end.error();
    }
    m_search.reset();
    if (!m_isPaused && end)
        showExtent();
    Q_EMIT stateChanged();
}

MessageId MessageModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return 0;
    return m_isPlain ? m_first + row : m_ids[static_cast<size_t>(row)];
}

int MessageModel::rowOf(MessageId id) const
{
    if (m_isPlain)
        return id >= m_first && id <= m_last ? static_cast<int>(id - m_first) : -1;
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return found != m_ids.end() && *found == id ? static_cast<int>(found - m_ids.begin()) : -1;
}

const Message *MessageModel::messageAt(int row) const
{
    const MessageId id = idAt(row);
    const Message *const known = id == 0 ? nullptr : m_cache.object(id);
    if (id != 0 && !known)
        want(id);
    return known && known->id != 0 ? known : nullptr;
}

void MessageModel::want(MessageId id) const
{
    m_wanted.insert(id);
    if (!m_fetchSoon.isActive() && !m_fetch)
        m_fetchSoon.start();
}

void MessageModel::fetch()
{
    if (m_fetch || m_wanted.isEmpty())
        return;
    QSet<MessageId> ids;
    for (const MessageId id : std::as_const(m_wanted)) {
        if (ids.size() >= journal::Reader::mostPage - 2 * aroundWanted)
            break;
        ids.insert(id);
        const int row = rowOf(id);
        if (row < 0 || m_cache.contains(id))
            continue; // one that is known is only looked at anew
        for (int near = std::max(0, row - aroundWanted); near <= std::min(rowCount() - 1, row + aroundWanted); ++near) {
            if (const MessageId other = idAt(near); !m_cache.contains(other) && ids.size() < journal::Reader::mostPage)
                ids.insert(other);
        }
    }
    m_wanted.clear();
    const QList<MessageId> asked(ids.begin(), ids.end());
    m_fetch = m_reader.messages(asked);
    m_fetch->start([this, asked](const core::Result<journal::Page> &page) { onFetched(asked, page); });
}

void MessageModel::onFetched(const QList<MessageId> &asked, const core::Result<journal::Page> &page)
{
    int first = rowCount();
    int last = -1;
    const auto put = [&](MessageId id, Message message) {
        m_cache.insert(id, new Message(std::move(message)));
        const int row = rowOf(id);
        first = row < 0 ? first : std::min(first, row);
        last = std::max(last, row);
    };
    for (const MessageId id : asked)
        put(id, {}); // gone meanwhile, unless it comes now
    for (const Message &message : page.value_or(journal::Page()))
        put(message.id, message);
    m_fetch.reset();
    m_wanted.subtract(QSet<MessageId>(asked.begin(), asked.end())); // wanted again while they were on their way
    if (last >= 0)                                                  // the row behind shows the difference to this one
        Q_EMIT dataChanged(index(first, 0), index(std::min(last + 1, rowCount() - 1), ColumnCount - 1));
    if (!m_wanted.isEmpty())
        m_fetchSoon.start();
}

void MessageModel::setSelected(const std::optional<Message> &message)
{
    m_selected = message;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, SelectedDeltaColumn), index(rowCount() - 1, SelectedDeltaColumn));
}

void MessageModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isPlain ? static_cast<int>(m_last - m_first + 1) : static_cast<int>(m_ids.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool MessageModel::isWaiting(const Message &message) const
{
    return message.answer == 0 && journal::asksForAnswer(message) && m_clock.nowMs() * 1000 - message.timeUs < longestWaitUs;
}

QString MessageModel::roundTrip(const Message &message) const
{
    if (message.request != 0)
        return inspect::roundTripText(message.roundTripUs);
    return isWaiting(message) ? tr("waiting") : QString();
}

QString MessageModel::text(int row, const Message &message, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(message.timeUs);
    case DeltaColumn: {
        const Message *const before = row > 0 ? messageAt(row - 1) : nullptr;
        return before ? differenceText(message.timeUs - before->timeUs) : row == 0 ? differenceText(0) : QString();
    }
    case SelectedDeltaColumn:
        return m_selected ? differenceText(message.timeUs - m_selected->timeUs) : QString();
    case DirectionColumn:
        return message.direction == journal::Direction::Sent ? u"→"_s : u"←"_s;
    case ConnectionColumn:
        return message.connection;
    case MethodColumn:
        return titleOf(message);
    case QidColumn:
        return QString::fromUtf8(message.qid);
    case PayloadColumn:
        return lineOf(message);
    case SizeColumn:
        return inspect::sizeText(message.size);
    case RoundTripColumn:
        return roundTrip(message);
    default:
        return {};
    }
}

QString MessageModel::spoken(const Message &message) const
{
    QStringList parts{message.direction == journal::Direction::Sent ? tr("sent") : tr("received"), titleOf(message), message.connection,
                      timeText(message.timeUs)};
    if (message.pinned)
        parts.append(tr("pinned"));
    if (const QString time = roundTrip(message); !time.isEmpty())
        parts.append(message.request != 0 ? tr("round trip %1").arg(time) : time);
    return parts.join(u", "_s);
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isRight = index.column() == SizeColumn || index.column() == RoundTripColumn;
        return QVariant::fromValue((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    const Message *const message = messageAt(index.row());
    if (!message)
        return role == Qt::DisplayRole && index.column() == PayloadColumn && m_cache.contains(idAt(index.row())) ? tr("not kept any more")
                                                                                                                 : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), *message, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == TimeColumn        ? spoken(*message)
               : index.column() == DirectionColumn ? spoken(*message).section(u',', 0, 0)
                                                   : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn)
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(message->timeUs / 1000), QLocale::LongFormat);
        if (index.column() == ConnectionColumn && !message->connectionId.isEmpty())
            return message->connectionId;
        return {};
    case ReceivedRole:
        return message->direction == journal::Direction::Received;
    case ControlRole:
        return journal::isControl(message->kind);
    case PinnedRole:
        return message->pinned;
    case WaitingRole:
        return isWaiting(*message);
    case AnswerRole:
        return message->request != 0;
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == SizeColumn || section == RoundTripColumn))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case DeltaColumn:
        return role == Qt::DisplayRole ? u"Δ"_s : tr("Seconds since the message before");
    case SelectedDeltaColumn:
        return role == Qt::DisplayRole ? tr("Δ selected") : tr("Seconds since the selected message");
    case DirectionColumn:
        return role == Qt::DisplayRole ? QString() : tr("Direction");
    case ConnectionColumn:
        return tr("Connection");
    case MethodColumn:
        return tr("Message");
    case QidColumn:
        return u"qid"_s;
    case PayloadColumn:
        return tr("Payload");
    case SizeColumn:
        return tr("Size");
    case RoundTripColumn:
        return tr("Round trip");
    default:
        return {};
    }
}

} // namespace signalbox::designer
