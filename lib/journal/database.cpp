// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

// Result codes of SQLite (https://www.sqlite.org/rescode.html), the low byte of what the driver gives.
constexpr int codeCorrupt = 11;
constexpr int codeFull = 13;
constexpr int codeNotADatabase = 26;

} // namespace

Database::Database(const QString &name) : m_name(name)
{}

core::Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    database->m_path = path;
    QSqlDatabase &handle = database->m_handle;
    handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_name);
    if (!handle.isValid()) {
        return core::fail(u"journal.not_open"_s,
                          tr("Messages and runs cannot be kept: Qt's SQLite driver is not installed (package libqt6sql6-sqlite)."));
    }
    const QString shown = QDir::toNativeSeparators(path);
    if (mode == Mode::Read && !QFileInfo::exists(path))
        return core::fail(u"journal.not_open"_s, tr("There is no journal \"%1\".").arg(shown));
    if (QFile file(path); mode == Mode::Write && !file.exists()) {
        // For its owner alone; what SQLite puts beside it is like it. Where this fails, opening says so.
        static_cast<void>(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }
    handle.setDatabaseName(path);
    // A reader opens for writing, too: else it could not use the write-ahead log after a crash.
    handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!handle.open()) {
        return core::fail(u"journal.not_open"_s, tr("The journal \"%1\" cannot be opened. Check the permissions of its folder.").arg(shown),
                          handle.lastError().databaseText());
    }
    // Larger pages than usual: a filter reads nearly all of a file.
    for (const char *setting :
         {"PRAGMA page_size=16384", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA temp_store=MEMORY"}) {
        if (const auto done = database->run(setting); !done)
            return tl::unexpected(done.error());
    }
    if (mode == Mode::Read) {
        if (const auto done = database->run("PRAGMA query_only=ON"); !done)
            return tl::unexpected(done.error());
    }
    return database;
}

Database::~Database()
{
    m_queries.clear();
    m_handle = {};
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

core::Result<QSqlQuery *> Database::execute(const char *sql, const QVariantList &values)
{
    auto found = m_queries.find(sql);
    if (found == m_queries.end()) {
        QSqlQuery query(m_handle);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromLatin1(sql)))
            return tl::unexpected(errorOf(query.lastError()));
        found = m_queries.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec()) {
        core::Error error = errorOf(query.lastError());
        query.finish();
        return tl::unexpected(std::move(error));
    }
    return &query;
}

core::Result<void> Database::run(const char *sql, const QVariantList &values)
{
    const auto query = execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    (*query)->finish();
    return {};
}

core::Result<void> Database::runOnce(const QByteArray &sql)
{
    QSqlQuery query(m_handle);
    if (!query.exec(QString::fromUtf8(sql)))
        return tl::unexpected(errorOf(query.lastError()));
    return {};
}

core::Result<Rows> Database::rows(const char *sql, const QVariantList &values)
{
    const auto query = execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return Rows(*query);
}

core::Result<qint64> Database::integer(const char *sql, const QVariantList &values, qint64 otherwise)
{
    auto found = rows(sql, values);
    if (!found)
        return tl::unexpected(found.error());
    return found->next() && !found->isNull(0) ? found->integer(0) : otherwise;
}

core::Error Database::errorOf(const QSqlError &error) const
{
    const QString shown = QDir::toNativeSeparators(m_path);
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString detail = error.databaseText();
    if (code == codeFull)
        return {u"journal.disk_full"_s, tr("The disk is full: \"%1\" cannot take more messages. Make room on it.").arg(shown), detail};
    if (code == codeCorrupt || code == codeNotADatabase)
        return {u"journal.broken"_s, tr("\"%1\" is damaged or no journal of messages and runs.").arg(shown), detail};
    return {u"journal.sql"_s, tr("The journal \"%1\" cannot be used: %2").arg(shown, detail), detail};
}

Database::Transaction::~Transaction()
{
    if (m_open)
        static_cast<void>(m_database.run("ROLLBACK"));
}

core::Result<void> Database::Transaction::begin()
{
    auto done = m_database.run("BEGIN IMMEDIATE");
    m_open = done.has_value();
    return done;
}

core::Result<void> Database::Transaction::commit()
{
    auto done = m_database.run("COMMIT");
    m_open = m_open && !done;
    return done;
}

} // namespace signalbox::journal
