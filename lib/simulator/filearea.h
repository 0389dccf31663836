// SPDX-License-Identifier: GPL-3.0-or-later
// A flat directory of named files within the storage: a target, a session's websocktemp directory, a scenario's own temporary
// directory. Removed with its files when destroyed.
#pragma once

#include "protocol/records.h"
#include "simulator/storage.h"

#include <map>

namespace signalbox::simulator {

class FileArea final
{
public:
    struct Entry {
        QString path; ///< on the host
        qint64 size = 0;
        qint64 modifiedMs = 0;
        quint64 number = 0; ///< another one whenever the content changes
    };

    /// directory is a name below the storage's root.
    FileArea(Storage &storage, const QString &directory);
    ~FileArea();
    FileArea(const FileArea &) = delete;
    FileArea &operator=(const FileArea &) = delete;

    const Entry *find(const QString &name) const;
    QList<protocol::FileRecord> list() const; ///< by name

    /// Takes over a received file. Errors: bad_argument (name), already_exists, too_many (files in the storage), internal.
    core::Result<void> add(const QString &name, IncomingFile &incoming, qint64 nowMs);
    /// As add, but only where there is such a file: file_not_found.
    core::Result<void> replace(const QString &name, IncomingFile &incoming, qint64 nowMs);
    /// A copy of a file of the storage; with overwrite an existing one is replaced. Errors: bad_argument, already_exists, file_not_found,
    /// too_large (the storage is full), too_many, internal.
    core::Result<void> copyIn(const QString &name, const QString &sourcePath, bool overwrite, qint64 nowMs);
    /// Errors: bad_argument, file_not_found.
    core::Result<void> remove(const QString &name);

private:
    core::Result<void> takeOver(const QString &name, IncomingFile &incoming, qint64 nowMs);
    core::Result<void> makeRoomFor(const QString &name);
    void giveRoomBack(const QString &name); ///< nothing came of it
    void enter(const QString &name, const Entry &entry);
    void discard(const Entry &entry);

    Storage &m_storage;
    QString m_directory; // below the storage's root
    QString m_path;
    quint64 m_count = 0;
    std::map<QString, Entry> m_files;
};

/// RFC 3339, UTC.
QString timeText(qint64 ms);

} // namespace signalbox::simulator
