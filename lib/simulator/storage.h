// SPDX-License-Identifier: GPL-3.0-or-later
// All files of a simulated cluster: one private directory, removed with this, and the bytes that it may take up. Directories below it
// belong to FileAreas.
#pragma once

#include "core/result.h"
#include "simulator/storagefolder.h"

namespace signalbox::simulator {

class Faults;

class Storage final
{
public:
    static constexpr int defaultFiles = 100'000;

    /// faults may say that the disk is full before it is; nullptr: nothing does. limitFiles: of all areas together.
    explicit Storage(qint64 limitBytes, Faults *faults = nullptr, int limitFiles = defaultFiles);

    bool isValid() const { return m_directory.isValid(); }
    /// A directory below the root, made when it is not there yet. Its name is ours, never a client's.
    QString directory(const QString &name);
    /// A path for a new file that nobody knows yet.
    QString incomingPath();

    /// False when the disk would be full. place: where the bytes go, below the root.
    bool reserve(qint64 bytes, const QString &place);
    void release(qint64 bytes);
    qint64 usedBytes() const { return m_used; }
    /// False when there are as many files as there may be.
    bool addFile();
    void removeFile() { --m_files; }

private:
    StorageFolder m_directory;
    qint64 m_limit;
    Faults *m_faults;
    qint64 m_used = 0;
    int m_limitFiles;
    int m_files = 0;
    quint64 m_count = 0;
};

/// A file that is being received: removed, and its bytes given back, unless it is handed on.
class IncomingFile final
{
public:
    explicit IncomingFile(Storage &storage);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    /// Error: too_large (the storage is full), internal (the disk's own error).
    core::Result<void> write(QByteArrayView data);
    /// All that was written reaches the file; nothing more is written then. Error as above.
    core::Result<void> close();
    qint64 size() const { return m_size; }
    const QString &path() const { return m_path; }
    /// The file and its bytes belong to the caller now.
    void handOn() { m_isHandedOn = true; }

private:
    core::Error diskError() const;

    Storage &m_storage;
    QString m_path;
    std::unique_ptr<QFile> m_file;
    qint64 m_size = 0;
    bool m_isClosed = false;
    bool m_isHandedOn = false;
};

} // namespace signalbox::simulator
