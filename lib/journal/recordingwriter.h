// SPDX-License-Identifier: GPL-3.0-or-later
// Writes messages that a filter lets pass into a file, a few at a time. Internal to lib/journal.
#pragma once

#include "journal/database.h"
#include "journal/reader.h"

#include <atomic>

namespace signalbox::journal {

/// On the current thread; stops soon after isCancelled is set, with the error "cancelled" and without a file.
core::Result<qint64> writeRecording(Database &database, const Recording &recording, const std::function<void(SearchProgress)> &progress,
                                    const std::atomic_bool &isCancelled);

core::Result<PeerRules> writePeerRules(Database &database, const QString &path, const Filter &filter, const std::atomic_bool &isCancelled);

} // namespace signalbox::journal
