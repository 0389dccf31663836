// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of HTTP (RFC 9110 §5.6.7): written in the one form that is to be sent, read in all three that must be understood.
#pragma once

#include <QByteArray>

#include <optional>

namespace signalbox::simulator {

/// "Sun, 06 Nov 1994 08:49:37 GMT" of a time in ms since 1970.
QByteArray httpDate(qint64 ms);
/// Seconds since 1970; nothing when it is no date.
std::optional<qint64> parseHttpDate(const QByteArray &text);

} // namespace signalbox::simulator
