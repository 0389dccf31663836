// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a journal's file, for the thread that opened it: statements, transactions, errors as Result. Knows no table. Internal
// to lib/journal.
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <memory>

namespace signalbox::journal {

/// The rows of a question, from before the first; the statement is free again when this goes.
class Rows final
{
public:
    explicit Rows(QSqlQuery *query) : m_query(query) {}
    Rows(Rows &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows &operator=(Rows &&) = delete;
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }

    bool next() { return m_query->next(); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    bool isNull(int column) const { return m_query->isNull(column); }

private:
    QSqlQuery *m_query;
};

class Database final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::Database)

public:
    enum class Mode : quint8 { Write, Read };

    /// Creates the file for Write. Errors: journal.not_open (no driver, no such file, no permission), journal.broken.
    static core::Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// sql must be a literal: what it is prepared as is kept by its address. Errors: journal.disk_full, journal.broken, journal.sql.
    core::Result<void> run(const char *sql, const QVariantList &values = {});
    /// For what is needed once, made at run time.
    core::Result<void> runOnce(const QByteArray &sql);
    /// For questions; one with the same sql must not be open.
    core::Result<Rows> rows(const char *sql, const QVariantList &values = {});
    /// The first column of the first row, or otherwise.
    core::Result<qint64> integer(const char *sql, const QVariantList &values = {}, qint64 otherwise = 0);

    /// Begins a transaction that is rolled back unless commit() is called on it.
    class Transaction final
    {
    public:
        explicit Transaction(Database &database) : m_database(database) {}
        ~Transaction();
        core::Result<void> begin();
        core::Result<void> commit();

    private:
        Database &m_database;
        bool m_open = false;
    };

private:
    explicit Database(const QString &name);
    core::Result<QSqlQuery *> execute(const char *sql, const QVariantList &values);
    core::Error errorOf(const QSqlError &error) const;

    QString m_name;
    QString m_path;
    QSqlDatabase m_handle;
    std::map<const char *, QSqlQuery> m_queries;
};

} // namespace signalbox::journal
