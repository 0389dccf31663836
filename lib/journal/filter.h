// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked for in messages: text, a regular expression or a JSON path in the whole payload, and which messages at all. A value; it is
// matched by Matcher (matcher.h).
#pragma once

#include "core/result.h"
#include "journal/message.h"

#include <QStringList>

namespace signalbox::journal {

struct Filter {
    enum class Mode : quint8 { Everything, Text, Expression, Path };

    Mode mode = Mode::Everything;
    QString text;                 ///< the text, the pattern without its slashes, or the path
    bool caseSensitive = false;   ///< text: never, expression: unless it has the flag i
    bool multiLine = false;       ///< expression, flag m: ^ and $ at lines
    bool dotMatchesAll = false;   ///< expression, flag s
    std::optional<QString> value; ///< path: what a selected node must be: a string's text, or JSON text

    QStringList connections; ///< keys or ids of the only ones; empty: all
    bool controls = true;    ///< whether pings, pongs, opens and closes count
    bool pinnedOnly = false;

    /// Of a filter bar: "/pattern/flags" (flags i, m, s), "$.json.path" or "$.json.path = value", anything else as text. Spaces around do
    /// not count; a text that begins with a slash or with $. is written with a backslash before it. Errors: filter.expression,
    /// filter.flags, filter.path, with the place in the message.
    static core::Result<Filter> parse(const QString &bar);

    /// Whether every message passes.
    bool isEmpty() const;
    bool operator==(const Filter &) const = default;
};

} // namespace signalbox::journal
