// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/block.h"

#include <QtEndian>

namespace signalbox::journal {

namespace {

constexpr qsizetype countBytes = 4;
constexpr qsizetype entryBytes = 12;
constexpr quint32 receivedBit = 0x80;

quint32 numberAt(QByteArrayView bytes, qsizetype place)
{
    return qFromLittleEndian<quint32>(bytes.data() + place);
}

void appendNumber(QByteArray &bytes, quint32 number)
{
    const quint32 ordered = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

} // namespace

QByteArray textOf(const Message &message)
{
    if (!hasUrl(message.kind))
        return message.payload;
    QByteArray line = message.verb.toUtf8() + ' ' + message.url.toUtf8();
    line.replace('\n', ' ');
    return line + '\n' + message.payload;
}

qsizetype payloadPlace(QByteArrayView text, Kind kind)
{
    return hasUrl(kind) ? text.indexOf('\n') + 1 : 0;
}

void setText(Message &message, QByteArrayView text, qsizetype limit)
{
    const qsizetype place = payloadPlace(text, message.kind);
    if (place > 0) {
        const QByteArrayView line = text.first(place - 1);
        const qsizetype space = std::max<qsizetype>(line.indexOf(' '), 0);
        message.verb = QString::fromUtf8(line.first(space));
        message.url = QString::fromUtf8(line.sliced(std::min(space + 1, line.size())));
    }
    QByteArrayView payload = text.sliced(place);
    if (limit >= 0 && payload.size() > limit) {
        payload = payload.first(limit);
        message.isWhole = false;
    }
    message.payload = payload.toByteArray();
}

void BlockBuilder::add(const BlockEntry &entry, QByteArrayView text)
{
    m_texts.append(text);
    m_ends.append(static_cast<quint32>(m_texts.size()));
    m_entries.append(entry);
}

QByteArray BlockBuilder::pack() const
{
    QByteArray bytes;
    bytes.reserve(countBytes + m_ends.size() * entryBytes + m_texts.size());
    appendNumber(bytes, static_cast<quint32>(m_ends.size()));
    for (qsizetype i = 0; i < m_ends.size(); ++i) {
        appendNumber(bytes, m_ends[i]);
        appendNumber(bytes, m_entries[i].connection);
        appendNumber(bytes, static_cast<quint32>(m_entries[i].kind) | (m_entries[i].direction == Direction::Received ? receivedBit : 0));
    }
    bytes.append(m_texts);
    return bytes;
}

void BlockBuilder::clear()
{
    m_ends.clear();
    m_entries.clear();
    m_texts.clear();
}

std::optional<BlockView> BlockView::of(QByteArrayView bytes)
{
    if (bytes.size() < countBytes)
        return {};
    const quint32 count = numberAt(bytes, 0);
    if (count > static_cast<quint64>(bytes.size() - countBytes) / entryBytes)
        return {};
    BlockView view;
    view.m_count = count;
    view.m_table = bytes.sliced(countBytes, view.m_count * entryBytes);
    view.m_texts = bytes.sliced(countBytes + view.m_table.size());
    qsizetype last = 0;
    for (qsizetype i = 0; i < view.m_count; ++i) {
        const qsizetype end = view.end(i);
        if (end < last || end > view.m_texts.size())
            return {};
        last = end;
    }
    return view;
}

BlockEntry BlockView::entry(qsizetype index) const
{
    const quint32 flags = numberAt(m_table, index * entryBytes + 8);
    return {.connection = numberAt(m_table, index * entryBytes + 4),
            .kind = static_cast<Kind>(std::min(flags & ~receivedBit, static_cast<quint32>(Kind::HttpResponse))),
            .direction = (flags & receivedBit) != 0 ? Direction::Received : Direction::Sent};
}

qsizetype BlockView::end(qsizetype index) const
{
    return numberAt(m_table, index * entryBytes);
}

qsizetype BlockView::indexAt(qsizetype place) const
{
    qsizetype from = 0;
    qsizetype to = m_count;
    while (from < to) {
        const qsizetype middle = (from + to) / 2;
        if (end(middle) <= place)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

} // namespace signalbox::journal
