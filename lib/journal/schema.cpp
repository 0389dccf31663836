// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// PRAGMA application_id of our files: "SGBX".
constexpr qint64 applicationId = 0x53474258;

/// Moves the file and what SQLite has beside it. The new name, or nothing when that was not possible.
std::optional<QString> putAside(const QString &path, const QString &why)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = u"%1.%2-%3"_s.arg(path, why, stamp);
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = u"%1.%2-%3-%4"_s.arg(path, why, stamp).arg(i);
    if (!QFile::rename(path, name))
        return {};
    for (const QLatin1StringView ending : {"-wal"_L1, "-shm"_L1}) {
        if (QFileInfo::exists(path + ending) && !QFile::rename(path + ending, name + ending))
            return {};
    }
    return name;
}

core::Result<OpenedJournal> openOnce(const QString &path)
{
    auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return tl::unexpected(database.error());
    if (const auto migrated = migrate(**database, path); !migrated)
        return tl::unexpected(migrated.error());
    return OpenedJournal{.database = std::move(*database), .notice = {}};
}

} // namespace

const QList<SchemaStep> &schemaSteps()
{
    static const QList<SchemaStep> steps{{
        // Numbers of messages, their bytes and the newest id that there ever was: so that nothing must be counted.
        "CREATE TABLE state(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE connection(number INTEGER PRIMARY KEY, key TEXT NOT NULL, connection_id TEXT NOT NULL, UNIQUE(key, connection_id))",
        "CREATE TABLE message(id INTEGER PRIMARY KEY, time_us INTEGER NOT NULL, kind INTEGER NOT NULL, direction INTEGER NOT NULL,"
        " connection INTEGER NOT NULL, method TEXT, qid BLOB, size INTEGER NOT NULL, whole INTEGER NOT NULL, status INTEGER,"
        " request INTEGER, round_trip_us INTEGER, answer INTEGER)",
        // block.h; kept: only a pinned message that its neighbours left behind.
        "CREATE TABLE block(first INTEGER PRIMARY KEY, kept INTEGER NOT NULL, count INTEGER NOT NULL, bytes INTEGER NOT NULL, data BLOB "
        "NOT NULL)",
        "CREATE TABLE pin(message INTEGER PRIMARY KEY)",
        "CREATE TABLE run(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, started_us INTEGER NOT NULL, document TEXT NOT NULL, path "
        "TEXT NOT NULL, scenario BLOB,"
        " cluster TEXT NOT NULL, on_cluster INTEGER NOT NULL, inputs BLOB, finished INTEGER NOT NULL, reason TEXT, message TEXT, result "
        "TEXT,"
        " duration_us INTEGER, variables BLOB, dropped_steps INTEGER)",
        // id: number of the run times 2^32, plus the step's own.
        "CREATE TABLE step(id INTEGER PRIMARY KEY, object INTEGER NOT NULL, name TEXT, type TEXT, outcome TEXT, transition TEXT,"
        " target INTEGER, started_us INTEGER, duration_us INTEGER, queue_us INTEGER, network_us INTEGER, wait_us INTEGER, error TEXT,"
        " request BLOB, response BLOB, variables_before BLOB, variables_after BLOB)",
    }};
    return steps;
}

core::Result<void> migrate(Database &database, const QString &path, const QList<SchemaStep> &steps)
{
    const QString shown = QDir::toNativeSeparators(path);
    const auto version = database.integer("PRAGMA user_version");
    const auto application = database.integer("PRAGMA application_id");
    const auto tables = database.integer("SELECT count(*) FROM sqlite_master");
    for (const auto *read : {&version, &application, &tables}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    if (*tables > 0 && *application != applicationId)
        return core::fail(u"journal.foreign"_s,
                          Database::tr("\"%1\" is another program's file, not a journal of messages and runs.").arg(shown));
    if (*version > steps.size()) {
        return core::fail(u"journal.newer"_s,
                          Database::tr("The journal \"%1\" was written by a newer version of Signalbox (form %2; this one knows %3).")
                              .arg(shown)
                              .arg(*version)
                              .arg(steps.size()));
    }
    if (*version == steps.size())
        return {};
    Database::Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    for (qsizetype i = *version; i < steps.size(); ++i) {
        for (const char *statement : steps[i]) {
            if (const auto done = database.run(statement); !done)
                return done;
        }
    }
    // A pragma takes no bound value.
    const QByteArray setVersion = "PRAGMA user_version=" + QByteArray::number(steps.size());
    const QByteArray setApplication = "PRAGMA application_id=" + QByteArray::number(applicationId);
    for (const QByteArray &statement : {setVersion, setApplication}) {
        if (const auto done = database.runOnce(statement); !done)
            return done;
    }
    return transaction.commit();
}

core::Result<OpenedJournal> openJournal(const QString &path)
{
    auto opened = openOnce(path);
    if (opened)
        return opened;
    const core::Error error = opened.error();
    const bool isNewer = error.code == "journal.newer"_L1;
    if (!isNewer && error.code != "journal.broken"_L1 && error.code != "journal.foreign"_L1)
        return opened;
    const auto aside = putAside(path, isNewer ? u"newer"_s : u"broken"_s);
    if (!aside)
        return opened;
    auto fresh = openOnce(path);
    if (fresh)
        fresh->notice = Database::tr("%1 It was kept as \"%2\", and a new one begun.").arg(error.message, QDir::toNativeSeparators(*aside));
    return fresh;
}

} // namespace signalbox::journal
