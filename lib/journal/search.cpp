// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/search.h"

#include "journal/matcher.h"
#include "journal/messagerows.h"

#include <QElapsedTimer>
#include <QSet>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Blocks of one question: as long as it is open the writer cannot begin its log anew.
constexpr int blocksPerQuestion = 16;
/// A first portion so small that it is there at once, later ones when there is something to show.
constexpr qsizetype firstPortion = 200;
constexpr qsizetype laterPortion = 10'000;
constexpr qint64 portionMs = 50;

class Search final
{
public:
    Search(Database &database, const Filter &filter, const SearchObserver &observer, const std::atomic_bool &isCancelled)
        : m_database(database), m_filter(filter), m_observer(observer), m_isCancelled(isCancelled)
    {}

    core::Result<SearchEnd> run(SearchRange range)
    {
        auto matcher = Matcher::of(m_filter);
        if (!matcher)
            return tl::unexpected(matcher.error());
        m_matcher.emplace(std::move(*matcher));
        if (const auto prepared = prepare(range); !prepared)
            return tl::unexpected(prepared.error());
        m_timer.start();
        MessageId cursor = m_to;
        while (cursor >= m_from && m_end.isComplete) {
            const auto next = portion(cursor);
            if (!next)
                return tl::unexpected(next.error());
            if (*next == cursor)
                break;
            cursor = *next;
        }
        hand();
        return m_end;
    }

private:
    core::Result<void> prepare(SearchRange range)
    {
        const auto extent = readExtent(m_database);
        if (!extent)
            return tl::unexpected(extent.error());
        m_from = std::max<MessageId>(range.from, 1);
        m_to = range.to == 0 ? extent->last : std::min(range.to, extent->last);
        m_total = std::min(extent->messages, m_to - m_from + 1);
        for (const QString &connection : m_filter.connections) {
            auto rows = m_database.rows("SELECT number FROM connection WHERE key = ? OR connection_id = ?", {connection, connection});
            if (!rows)
                return tl::unexpected(rows.error());
            while (rows->next())
                m_connections.insert(static_cast<quint32>(rows->integer(0)));
        }
        if (!m_filter.pinnedOnly)
            return {};
        auto rows = m_database.rows("SELECT message FROM pin");
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            m_pins.insert(rows->integer(0));
        return {};
    }

    /// Searches the next blocks up to cursor; gives where to go on, or cursor when there are no more.
    core::Result<MessageId> portion(MessageId cursor)
    {
        auto rows = m_database.rows("SELECT first, data FROM block WHERE first <= ? AND first + count > ? ORDER BY first DESC LIMIT ?",
                                    {cursor, m_from, blocksPerQuestion});
        if (!rows)
            return tl::unexpected(rows.error());
        MessageId next = cursor;
        while (m_end.isComplete && rows->next()) {
            if (m_isCancelled)
                return core::fail(u"cancelled"_s, Database::tr("The search was cancelled."));
            const MessageId first = rows->integer(0);
            const QByteArray data = rows->bytes(1);
            if (const auto block = BlockView::of(data)) {
                // A block may have been made of several since the last question: what was searched is not searched again.
                const MessageId to = std::min({next, m_to, first + block->count() - 1});
                searchBlock(*block, first, std::max(m_from, first) - first, to - first + 1);
            }
            next = first - 1;
            if (m_found.size() >= (m_hasHanded ? laterPortion : firstPortion) || m_timer.hasExpired(portionMs))
                hand();
        }
        return next;
    }

    void searchBlock(const BlockView &block, MessageId first, qsizetype from, qsizetype to)
    {
        QList<MessageId> found;
        for (qsizetype i = from; i < to; ++i) {
            if (m_matcher->isByBlock()) {
                i = m_matcher->next(block, i);
                if (i >= to)
                    break;
            }
            const BlockEntry entry = block.entry(i);
            if (!isWanted(entry, first + i))
                continue;
            const auto verdict = m_matcher->isByBlock() ? Matcher::Verdict::Yes : m_matcher->matches(block.text(i), entry.kind);
            m_end.skipped += verdict == Matcher::Verdict::GaveUp ? 1 : 0;
            if (verdict == Matcher::Verdict::Yes)
                found.append(first + i);
            if (m_isCancelled)
                return;
        }
        m_end.searched += std::max<qint64>(to - from, 0);
        for (auto id = found.crbegin(); id != found.crend() && m_end.isComplete; ++id) {
            m_found.append(*id);
            m_end.isComplete = ++m_end.found < Reader::mostFound;
        }
    }

    bool isWanted(const BlockEntry &entry, MessageId id) const
    {
        return (m_filter.controls || !isControl(entry.kind)) &&
               (m_filter.connections.isEmpty() || m_connections.contains(entry.connection)) &&
               (!m_filter.pinnedOnly || m_pins.contains(id));
    }

    void hand()
    {
        if (!m_found.isEmpty() && m_observer.found) {
            m_observer.found(std::exchange(m_found, {}));
            m_hasHanded = true;
        }
        if (m_observer.progress)
            m_observer.progress({.searched = m_end.searched, .total = m_total});
        m_timer.restart();
    }

    Database &m_database;
    const Filter &m_filter;
    const SearchObserver &m_observer;
    const std::atomic_bool &m_isCancelled;
    std::optional<Matcher> m_matcher;
    QSet<quint32> m_connections;
    QSet<MessageId> m_pins;
    MessageId m_from = 1;
    MessageId m_to = 0;
    qint64 m_total = 0;
    QList<MessageId> m_found; ///< not handed over yet
    bool m_hasHanded = false;
    SearchEnd m_end;
    QElapsedTimer m_timer;
};

} // namespace

core::Result<SearchEnd> search(Database &database, const Filter &filter, SearchRange range, const SearchObserver &observer,
                               const std::atomic_bool &isCancelled)
{
    return Search(database, filter, observer, isCancelled).run(range);
}

} // namespace signalbox::journal
