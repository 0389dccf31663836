// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of time and amounts as lists and details show them.
#pragma once

#include <QString>

namespace signalbox::inspect {

/// "00:41:07", "3 d 00:41:07"; a negative one as 00:00:00.
QString clockText(qint64 ms);
/// "3:42", "1:03:42": for what runs out.
QString countdownText(qint64 ms);
/// "41 min", "12 s", "2 h", "3 d": the greatest unit alone.
QString roughText(qint64 ms);
/// "0.4 ms", "12.9 ms", "1.25 s".
QString roundTripText(qint64 us);
/// "58 B", "1.8 kB", "2.4 MB".
QString sizeText(qint64 bytes);
/// The time of RFC 3339 in milliseconds since 1970; 0 where it is none.
qint64 timeOf(const QString &rfc3339);

} // namespace signalbox::inspect
