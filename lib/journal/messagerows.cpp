// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/messagerows.h"

#include "journal/block.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Fetches texts in ascending order of their ids: a block that holds several is read once.
class Texts final
{
public:
    explicit Texts(Database &database) : m_database(database) {}

    core::Result<std::optional<QByteArrayView>> of(MessageId id)
    {
        if (!m_view || id < m_first || id >= m_first + m_view->count()) {
            auto rows = m_database.rows("SELECT first, data FROM block WHERE first <= ? ORDER BY first DESC LIMIT 1", {id});
            if (!rows)
                return tl::unexpected(rows.error());
            m_view.reset();
            if (rows->next()) {
                m_first = rows->integer(0);
                m_data = rows->bytes(1);
                m_view = BlockView::of(m_data);
            }
        }
        if (!m_view || id >= m_first + m_view->count())
            return std::optional<QByteArrayView>();
        return std::optional(m_view->text(id - m_first));
    }

private:
    Database &m_database;
    MessageId m_first = 0;
    QByteArray m_data;
    std::optional<BlockView> m_view;
};

Message messageOf(const Rows &rows)
{
    Message message;
    message.id = rows.integer(0);
    message.timeUs = rows.integer(1);
    message.kind = static_cast<Kind>(std::clamp<qint64>(rows.integer(2), 0, static_cast<qint64>(Kind::HttpResponse)));
    message.direction = rows.integer(3) == 0 ? Direction::Sent : Direction::Received;
    message.method = rows.text(4);
    message.qid = rows.bytes(5);
    message.size = rows.integer(6);
    message.isWhole = rows.integer(7) != 0;
    message.status = static_cast<int>(rows.integer(8));
    message.request = rows.integer(9);
    message.roundTripUs = rows.integer(10);
    message.answer = rows.integer(11);
    message.connection = rows.text(12);
    message.connectionId = rows.text(13);
    message.pinned = rows.integer(14) != 0;
    return message;
}

core::Result<void> readRun(Database &database, MessageId from, MessageId to, QList<Message> &messages)
{
    auto rows = database.rows(
        "SELECT id, time_us, kind, direction, method, qid, size, whole, status, request, round_trip_us, answer, connection.key,"
        " connection_id, pin.message IS NOT NULL FROM message JOIN connection ON connection.number = message.connection"
        " LEFT JOIN pin ON pin.message = message.id WHERE id BETWEEN ? AND ? ORDER BY id",
        {from, to});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        messages.append(messageOf(*rows));
    return {};
}

core::Result<QList<Message>> withTexts(Database &database, QList<Message> messages, qsizetype payloadLimit)
{
    Texts texts(database);
    for (Message &message : messages) {
        const auto text = texts.of(message.id);
        if (!text)
            return tl::unexpected(text.error());
        if (*text)
            setText(message, **text, payloadLimit);
    }
    return messages;
}

} // namespace

core::Result<MessageId> readFirst(Database &database)
{
    return database.integer("SELECT first FROM block WHERE kept = 0 ORDER BY first LIMIT 1");
}

core::Result<Extent> readExtent(Database &database)
{
    Extent extent;
    {
        auto state = database.rows("SELECT key, value FROM state");
        if (!state)
            return tl::unexpected(state.error());
        while (state->next()) {
            const QString key = state->text(0);
            qint64 &value = key == "messages"_L1 ? extent.messages : key == "bytes"_L1 ? extent.bytes : extent.last;
            value = state->integer(1);
        }
    }
    const auto first = readFirst(database);
    if (!first)
        return tl::unexpected(first.error());
    extent.first = *first;
    return extent;
}

core::Result<QList<Message>> readMessages(Database &database, QList<MessageId> ids, qsizetype payloadLimit)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QList<Message> messages;
    for (qsizetype i = 0; i < ids.size();) {
        qsizetype end = i + 1;
        while (end < ids.size() && ids[end] == ids[end - 1] + 1)
            ++end;
        if (const auto done = readRun(database, ids[i], ids[end - 1], messages); !done)
            return tl::unexpected(done.error());
        i = end;
    }
    return withTexts(database, std::move(messages), payloadLimit);
}

core::Result<QList<Message>> readBefore(Database &database, MessageId before, qsizetype limit, qsizetype payloadLimit)
{
    // Ids have no gaps but those before the pinned ones that the limits left, so the oldest of the page is looked up and not reckoned.
    QList<MessageId> ids;
    {
        auto rows = database.rows("SELECT id FROM message WHERE id < ? ORDER BY id DESC LIMIT ?",
                                  {before == 0 ? std::numeric_limits<qint64>::max() : before, limit});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            ids.append(rows->integer(0));
    }
    return readMessages(database, std::move(ids), payloadLimit);
}

core::Result<QStringList> readConnections(Database &database)
{
    auto rows = database.rows("SELECT key FROM connection GROUP BY key ORDER BY min(number)");
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList keys;
    while (rows->next())
        keys.append(rows->text(0));
    return keys;
}

} // namespace signalbox::journal
