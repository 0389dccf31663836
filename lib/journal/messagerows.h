// SPDX-License-Identifier: GPL-3.0-or-later
// Reads messages from the tables. Internal to lib/journal.
#pragma once

#include "journal/database.h"
#include "journal/journal.h"

namespace signalbox::journal {

/// Extent::first.
core::Result<MessageId> readFirst(Database &database);
core::Result<Extent> readExtent(Database &database);
/// Those of the ids that are there, in ascending order; at most limit bytes of a payload (-1: all).
core::Result<QList<Message>> readMessages(Database &database, QList<MessageId> ids, qsizetype payloadLimit);
/// The newest ones older than before (0: than anything to come), in ascending order.
core::Result<QList<Message>> readBefore(Database &database, MessageId before, qsizetype limit, qsizetype payloadLimit);
/// Keys, in the order of their first message.
core::Result<QStringList> readConnections(Database &database);

} // namespace signalbox::journal
