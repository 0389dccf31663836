// SPDX-License-Identifier: GPL-3.0-or-later
// Writes messages into the tables: numbers, links, blocks, pins, and what is dropped beyond the limits. Begins no transaction itself but in
// dropping. Internal to lib/journal.
#pragma once

#include "journal/answers.h"
#include "journal/block.h"
#include "journal/database.h"
#include "journal/journal.h"

#include <QHash>

#include <span>

namespace signalbox::journal {

class MessageStore final
{
public:
    /// Bytes and messages from which on a block is not added to any more.
    static constexpr qsizetype blockBytes = 64 * 1024;
    static constexpr qsizetype blockMessages = 4096;
    static constexpr qint64 mostPins = 10'000;

    MessageStore(Database &database, const Limits &limits) : m_database(database), m_limits(limits) {}

    /// What the file holds; also after a transaction that was rolled back.
    core::Result<void> load();
    /// Gives the messages their ids and links, and writes them.
    core::Result<void> insert(std::span<Message> messages);
    /// Error: journal.too_many_pins.
    core::Result<void> setPinned(MessageId message, bool pinned);

    /// Drops the oldest until the limits hold, or all that are not pinned, in transactions of a few blocks.
    core::Result<void> dropBeyondLimits();
    core::Result<void> dropAll();

    const Extent &extent() const { return m_extent; }

private:
    struct Stored { ///< a block
        MessageId first = 0;
        qint64 count = 0;
        qint64 bytes = 0;
    };

    core::Result<quint32> numberOf(const Message &message);
    core::Result<void> insertRow(const Message &message, quint32 connection);
    core::Result<void> pack(const Message &message, quint32 connection);
    core::Result<void> sealTail();
    core::Result<void> flushNew();
    core::Result<void> writeBlock(MessageId first, const BlockBuilder &block, bool kept = false);
    core::Result<void> saveState();
    core::Result<void> loadTail();
    /// The oldest blocks, until so many messages and bytes are over.
    core::Result<QList<Stored>> oldest(qint64 messages, qint64 bytes);
    core::Result<void> drop(const QList<Stored> &blocks);
    core::Result<void> dropBlock(const Stored &block);
    core::Result<void> findFirst();

    Database &m_database;
    Limits m_limits;
    Extent m_extent;
    Answers m_answers;
    QHash<std::pair<QString, QString>, quint32> m_connections;

    // The newest blocks are small, one for each transaction; they are written anew as one when they are enough for one.
    BlockBuilder m_tail; ///< all of them
    MessageId m_tailFirst = 0;
    qsizetype m_tailBlocks = 0; ///< of them in the file
    BlockBuilder m_new;         ///< what of the tail is not in the file yet
    MessageId m_newFirst = 0;
};

} // namespace signalbox::journal
