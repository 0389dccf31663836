// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/messagestore.h"

#include "journal/messagerows.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Small blocks of the tail before they are made one, full or not: a reader looks at each.
constexpr qsizetype mostTailBlocks = 32;
/// Blocks that one transaction drops.
constexpr qsizetype blocksPerDrop = 64;
/// Connections whose numbers are remembered; they are looked up again beyond it.
constexpr qsizetype mostConnections = 10'000;

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant orNull(qint64 number)
{
    return number == 0 ? QVariant() : QVariant(number);
}

} // namespace

core::Result<void> MessageStore::load()
{
    m_answers.clear();
    m_connections.clear();
    const auto extent = readExtent(m_database);
    if (!extent)
        return tl::unexpected(extent.error());
    m_extent = *extent;
    return loadTail();
}

core::Result<void> MessageStore::findFirst()
{
    const auto first = readFirst(m_database);
    if (first)
        m_extent.first = *first;
    return first.map([](MessageId) {});
}

core::Result<void> MessageStore::loadTail()
{
    m_tail.clear();
    m_new.clear();
    m_tailFirst = m_extent.last + 1;
    m_tailBlocks = 0;
    QList<QByteArray> blocks;
    {
        auto rows = m_database.rows("SELECT first, count, bytes, data FROM block WHERE kept = 0 ORDER BY first DESC");
        if (!rows)
            return tl::unexpected(rows.error());
        qint64 bytes = 0;
        qint64 count = 0;
        while (rows->next()) {
            count += rows->integer(1);
            bytes += rows->integer(2);
            if (bytes >= blockBytes || count >= blockMessages || blocks.size() >= mostTailBlocks)
                break;
            m_tailFirst = rows->integer(0);
            blocks.prepend(rows->bytes(3));
        }
    }
    for (const QByteArray &block : std::as_const(blocks)) {
        const auto view = BlockView::of(block);
        if (!view)
            return core::fail(u"journal.broken"_s, Database::tr("The journal holds a damaged block of messages."));
        for (qsizetype i = 0; i < view->count(); ++i)
            m_tail.add(view->entry(i), view->text(i));
    }
    m_tailBlocks = blocks.size();
    return {};
}

core::Result<quint32> MessageStore::numberOf(const Message &message)
{
    const std::pair key(message.connection, message.connectionId);
    if (const auto known = m_connections.constFind(key); known != m_connections.constEnd())
        return *known;
    const QVariantList values{message.connection.isNull() ? u""_s : message.connection,
                              message.connectionId.isNull() ? u""_s : message.connectionId};
    if (const auto added = m_database.run("INSERT OR IGNORE INTO connection(key, connection_id) VALUES(?, ?)", values); !added)
        return tl::unexpected(added.error());
    const auto number = m_database.integer("SELECT number FROM connection WHERE key = ? AND connection_id = ?", values);
    if (!number)
        return tl::unexpected(number.error());
    if (m_connections.size() >= mostConnections)
        m_connections.clear();
    m_connections.insert(key, static_cast<quint32>(*number));
    return static_cast<quint32>(*number);
}

core::Result<void> MessageStore::insert(std::span<Message> messages)
{
    const MessageId first = m_extent.last + 1;
    QList<std::pair<MessageId, MessageId>> answered; // of messages that are in the file already
    QList<quint32> connections;
    connections.reserve(static_cast<qsizetype>(messages.size()));
    for (Message &message : messages) {
        message.id = ++m_extent.last;
        if (message.payload.size() > m_limits.payloadBytes) {
            message.payload.truncate(m_limits.payloadBytes);
            message.isWhole = false;
        }
        const auto number = numberOf(message);
        if (!number)
            return tl::unexpected(number.error());
        connections.append(*number);
        const auto link = m_answers.take(message);
        if (!link)
            continue;
        message.request = link->request;
        message.roundTripUs = link->roundTripUs;
        if (!link->isFirst)
            continue;
        if (link->request >= first)
            messages[static_cast<size_t>(link->request - first)].answer = message.id;
        else
            answered.append({link->request, message.id});
    }
    for (size_t i = 0; i < messages.size(); ++i) {
        const quint32 connection = connections[static_cast<qsizetype>(i)];
        if (const auto done = insertRow(messages[i], connection); !done)
            return done;
        if (const auto done = pack(messages[i], connection); !done)
            return done;
    }
    for (const auto &[request, answer] : std::as_const(answered)) {
        if (const auto done = m_database.run("UPDATE message SET answer = ? WHERE id = ?", {answer, request}); !done)
            return done;
    }
    if (const auto done = flushNew(); !done)
        return done;
    if (m_extent.first == 0 && !messages.empty())
        m_extent.first = first;
    m_extent.messages += static_cast<qint64>(messages.size());
    return saveState();
}

core::Result<void> MessageStore::insertRow(const Message &message, quint32 connection)
{
    return m_database.run(
        "INSERT INTO message(id, time_us, kind, direction, connection, method, qid, size, whole, status, request, round_trip_us, answer)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {message.id, message.timeUs, static_cast<int>(message.kind), static_cast<int>(message.direction), connection,
         orNull(message.method), message.qid.isEmpty() ? QVariant() : QVariant(message.qid), message.size, message.isWhole ? 1 : 0,
         orNull(message.status), orNull(message.request), message.request == 0 ? QVariant() : QVariant(message.roundTripUs),
         orNull(message.answer)});
}

core::Result<void> MessageStore::pack(const Message &message, quint32 connection)
{
    const QByteArray text = textOf(message);
    const BlockEntry entry{.connection = connection, .kind = message.kind, .direction = message.direction};
    if (m_tail.count() == 0)
        m_tailFirst = message.id;
    if (m_new.count() == 0)
        m_newFirst = message.id;
    m_tail.add(entry, text);
    m_new.add(entry, text);
    m_extent.bytes += text.size();
    return m_tail.bytes() >= blockBytes || m_tail.count() >= blockMessages ? sealTail() : core::Result<void>();
}

core::Result<void> MessageStore::sealTail()
{
    if (m_tailBlocks > 0) {
        if (const auto done = m_database.run("DELETE FROM block WHERE first >= ?", {m_tailFirst}); !done)
            return done;
    }
    if (const auto done = writeBlock(m_tailFirst, m_tail); !done)
        return done;
    m_tail.clear();
    m_new.clear();
    m_tailBlocks = 0;
    return {};
}

core::Result<void> MessageStore::flushNew()
{
    if (m_new.count() == 0)
        return {};
    if (m_tailBlocks >= mostTailBlocks) {
        if (const auto done = m_database.run("DELETE FROM block WHERE first >= ?", {m_tailFirst}); !done)
            return done;
        if (const auto done = writeBlock(m_tailFirst, m_tail); !done)
            return done;
        m_tailBlocks = 1;
    } else {
        if (const auto done = writeBlock(m_newFirst, m_new); !done)
            return done;
        ++m_tailBlocks;
    }
    m_new.clear();
    return {};
}

core::Result<void> MessageStore::writeBlock(MessageId first, const BlockBuilder &block, bool kept)
{
    return m_database.run("INSERT INTO block(first, kept, count, bytes, data) VALUES(?, ?, ?, ?, ?)",
                          {first, kept ? 1 : 0, block.count(), block.bytes(), block.pack()});
}

core::Result<void> MessageStore::saveState()
{
    return m_database.run("INSERT OR REPLACE INTO state(key, value) VALUES('messages', ?), ('bytes', ?), ('last', ?)",
                          {m_extent.messages, m_extent.bytes, m_extent.last});
}

core::Result<void> MessageStore::setPinned(MessageId message, bool pinned)
{
    if (pinned) {
        const auto pins = m_database.integer("SELECT count(*) FROM pin");
        if (!pins)
            return tl::unexpected(pins.error());
        if (*pins >= mostPins)
            return core::fail(u"journal.too_many_pins"_s,
                              Database::tr("%n messages are pinned, which is the most. Unpin some first.", nullptr, mostPins));
        return m_database.run("INSERT OR IGNORE INTO pin(message) SELECT id FROM message WHERE id = ?", {message});
    }
    if (const auto done = m_database.run("DELETE FROM pin WHERE message = ?", {message}); !done)
        return done;
    // One that was there for its pin alone goes with it.
    const auto bytes = m_database.integer("SELECT bytes FROM block WHERE first = ? AND kept = 1", {message}, -1);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (*bytes < 0)
        return {};
    m_extent.messages -= 1;
    m_extent.bytes -= *bytes;
    for (const char *sql : {"DELETE FROM block WHERE first = ?", "DELETE FROM message WHERE id = ?"}) {
        if (const auto done = m_database.run(sql, {message}); !done)
            return done;
    }
    return saveState();
}

core::Result<QList<MessageStore::Stored>> MessageStore::oldest(qint64 messages, qint64 bytes)
{
    auto rows = m_database.rows("SELECT first, count, bytes FROM block WHERE kept = 0 AND first >= ? ORDER BY first LIMIT ?",
                                {m_extent.first, blocksPerDrop});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Stored> blocks;
    while ((messages > 0 || bytes > 0) && rows->next()) {
        const Stored block{.first = rows->integer(0), .count = rows->integer(1), .bytes = rows->integer(2)};
        if (m_tail.count() > 0 && block.first >= m_tailFirst)
            break;
        messages -= block.count;
        bytes -= block.bytes;
        blocks.append(block);
    }
    return blocks;
}

core::Result<void> MessageStore::drop(const QList<Stored> &blocks)
{
    Database::Transaction transaction(m_database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    for (const Stored &block : blocks) {
        if (const auto done = dropBlock(block); !done)
            return done;
    }
    if (const auto found = findFirst(); !found)
        return found;
    if (const auto saved = saveState(); !saved)
        return saved;
    return transaction.commit();
}

core::Result<void> MessageStore::dropBlock(const Stored &block)
{
    const QVariantList range{block.first, block.first + block.count - 1};
    QList<MessageId> pinned;
    {
        auto rows = m_database.rows("SELECT message FROM pin WHERE message BETWEEN ? AND ?", range);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            pinned.append(rows->integer(0));
    }
    QByteArray data;
    if (!pinned.isEmpty()) {
        auto rows = m_database.rows("SELECT data FROM block WHERE first = ?", {block.first});
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->next())
            data = rows->bytes(0);
    }
    if (const auto done = m_database.run("DELETE FROM block WHERE first = ?", {block.first}); !done)
        return done;
    m_extent.messages -= block.count;
    m_extent.bytes -= block.bytes;
    const auto view = BlockView::of(data);
    for (const MessageId message : std::as_const(pinned)) {
        const qsizetype index = message - block.first;
        if (!view || index >= view->count())
            continue;
        BlockBuilder alone;
        alone.add(view->entry(index), view->text(index));
        if (const auto done = writeBlock(message, alone, true); !done)
            return done;
        m_extent.messages += 1;
        m_extent.bytes += alone.bytes();
    }
    return m_database.run("DELETE FROM message WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT message FROM pin)", range);
}

core::Result<void> MessageStore::dropBeyondLimits()
{
    while (m_extent.messages > m_limits.messages || m_extent.bytes > m_limits.bytes) {
        const auto blocks = oldest(m_extent.messages - m_limits.messages, m_extent.bytes - m_limits.bytes);
        if (!blocks)
            return tl::unexpected(blocks.error());
        if (blocks->isEmpty()) // what is left is pinned, or the newest
            break;
        if (const auto done = drop(*blocks); !done)
            return done;
    }
    return {};
}

core::Result<void> MessageStore::dropAll()
{
    m_tail.clear(); // so that nothing counts as the newest
    for (;;) {
        const auto blocks = oldest(m_extent.messages, m_extent.bytes + 1);
        if (!blocks)
            return tl::unexpected(blocks.error());
        if (blocks->isEmpty())
            break;
        if (const auto done = drop(*blocks); !done)
            return done;
    }
    return load();
}

} // namespace signalbox::journal
