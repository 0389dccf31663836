// SPDX-License-Identifier: GPL-3.0-or-later
// Which message answers which (platform.md §3): X_result of a qid answers the newest X of that qid that went the other way over the same
// connection, a pong the newest ping of the same payload, an HTTP response the request of its exchange. Internal to lib/journal.
#pragma once

#include "journal/message.h"

#include <QHash>

#include <deque>

namespace signalbox::journal {

/// Correlation ids that are the same value have the same text: numbers by what they amount to, objects whatever their order.
QByteArray qidText(const QByteArray &qid);

class Answers final
{
public:
    struct Link {
        MessageId request = 0;
        qint64 roundTripUs = 0; ///< not negative
        bool isFirst = true;    ///< nothing answered it before
    };

    /// Requests that are remembered at most; the oldest are forgotten first.
    static constexpr size_t mostOpen = 100'000;

    /// What the message, whose id is given, answers. A request is remembered.
    std::optional<Link> take(const Message &message);
    void clear();

private:
    struct Open {
        MessageId id = 0;
        qint64 timeUs = 0;
        bool answered = false;
    };

    QHash<QByteArray, Open> m_open;
    std::deque<std::pair<QByteArray, MessageId>> m_order;
};

} // namespace signalbox::journal
