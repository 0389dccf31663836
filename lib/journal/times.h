// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the journal as text: ISO 8601 in UTC, with all of their microseconds.
#pragma once

#include <QString>

#include <optional>

namespace signalbox::journal {

/// Of microseconds since 1970: "2026-11-24T09:14:02.118000Z".
QString isoTime(qint64 timeUs);
/// The other way round, with up to six decimals; nothing for a text that is no time.
std::optional<qint64> microseconds(const QString &isoTime);

} // namespace signalbox::journal
