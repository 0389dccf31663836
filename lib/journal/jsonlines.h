// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as JSON Lines: one compact object a line, and back. What the journal was given masked stays so.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "journal/message.h"

class QIODevice;

namespace signalbox::journal {

/// {"id","time","kind","direction","connection","connectionId","method","qid","size","payload" or
/// "payloadBase64","whole","verb","url","status", "request","roundTripUs","answer","pinned"}, without what is empty or as usual. time is
/// ISO 8601 in UTC with microseconds; a payload that is no UTF-8 stands as Base64.
core::Json toJson(const Message &message);
/// Error: journal.line, which says what is wrong.
core::Result<Message> messageOf(const core::Json &json);

/// With its line feed.
QByteArray toLine(const Message &message);

struct LineLimits {
    qint64 bytes = 32LL * 1024 * 1024; ///< of a line
    qint64 messages = 5'000'000;
};
/// Hands over every message of the device in its order; empty lines do not count. Errors: journal.line with the line's number,
/// journal.too_many.
core::Result<qint64> readLines(QIODevice &device, const std::function<void(Message)> &take, const LineLimits &limits = {});

} // namespace signalbox::journal
