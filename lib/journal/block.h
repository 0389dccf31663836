// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads of consecutive messages packed into one value of the file: a filter goes through them as fast as memory is read, which rows of
// their own would not allow (a million rows: 0.35 s, in blocks: 0.1 s), and an index of trigrams cannot be kept up at 30,000 messages a
// second. Internal to lib/journal.
//
// Form, numbers little-endian: u32 count; for each message u32 end of its text, u32 number of its connection, u32 kind and direction;
// texts.
#pragma once

#include "journal/message.h"

namespace signalbox::journal {

/// A message's searchable text: for HTTP and an open a first line with verb and URL, then the payload.
QByteArray textOf(const Message &message);
/// Sets payload, verb and url of a message whose kind is known; at most limit bytes of the payload.
void setText(Message &message, QByteArrayView text, qsizetype limit = -1);

/// Where the payload begins in a text.
qsizetype payloadPlace(QByteArrayView text, Kind kind);

/// Which messages a block's entry is of.
struct BlockEntry {
    quint32 connection = 0;
    Kind kind = Kind::Text;
    Direction direction = Direction::Sent;
};

class BlockBuilder final
{
public:
    void add(const BlockEntry &entry, QByteArrayView text);
    qsizetype count() const { return m_ends.size(); }
    qsizetype bytes() const { return m_texts.size(); }
    QByteArray pack() const;
    void clear();

private:
    QList<quint32> m_ends;
    QList<BlockEntry> m_entries;
    QByteArray m_texts;
};

/// Looks at the bytes, which must outlive it.
class BlockView final
{
public:
    /// Nothing for bytes that are no block.
    static std::optional<BlockView> of(QByteArrayView bytes);

    qsizetype count() const { return m_count; }
    BlockEntry entry(qsizetype index) const;
    QByteArrayView text(qsizetype index) const { return m_texts.sliced(begin(index), end(index) - begin(index)); }
    QByteArrayView texts() const { return m_texts; }
    qsizetype begin(qsizetype index) const { return index == 0 ? 0 : end(index - 1); }
    qsizetype end(qsizetype index) const;
    /// The message that the byte at this place of texts() belongs to.
    qsizetype indexAt(qsizetype place) const;

private:
    QByteArrayView m_table;
    QByteArrayView m_texts;
    qsizetype m_count = 0;
};

} // namespace signalbox::journal
