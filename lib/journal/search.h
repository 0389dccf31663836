// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through blocks from the newest to the oldest and tells what a filter lets pass. Internal to lib/journal.
#pragma once

#include "journal/database.h"
#include "journal/reader.h"

#include <atomic>

namespace signalbox::journal {

/// On the current thread; stops soon after isCancelled is set, with the error "cancelled". observer is called on this thread.
core::Result<SearchEnd> search(Database &database, const Filter &filter, SearchRange range, const SearchObserver &observer,
                               const std::atomic_bool &isCancelled);

} // namespace signalbox::journal
