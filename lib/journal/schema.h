// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a journal's file, their version, and how an older file gets them. Internal to lib/journal.
#pragma once

#include "journal/database.h"

#include <QList>

namespace signalbox::journal {

/// What a version adds to the one before: statements, each a literal.
using SchemaStep = QList<const char *>;

/// From version 0, an empty file, on.
const QList<SchemaStep> &schemaSteps();

/// Brings the file to the newest version, all or nothing. Errors: journal.newer (it has a version that this program does not know),
/// journal.foreign (another program's file), journal.broken, journal.disk_full.
core::Result<void> migrate(Database &database, const QString &path, const QList<SchemaStep> &steps = schemaSteps());

struct OpenedJournal {
    std::unique_ptr<Database> database;
    QString notice; ///< for a person: what was put aside and why; empty when all was well
};

/// Opens the file for writing and migrates it. One that cannot be used is put aside under another name, never deleted, and a new one begun.
core::Result<OpenedJournal> openJournal(const QString &path);

} // namespace signalbox::journal
