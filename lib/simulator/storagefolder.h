// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of a simulated cluster below the system's temporary one: removed with this or, where the process was killed, by the next
// cluster that starts. A lock in it, which the system gives back when the process ends, tells the living from the dead.
#pragma once

#include <QTemporaryDir>

#include <memory>

namespace signalbox::simulator {

class StorageFolder final
{
public:
    /// Removes those of the dead, then makes its own.
    StorageFolder();
    ~StorageFolder();
    StorageFolder(const StorageFolder &) = delete;
    StorageFolder &operator=(const StorageFolder &) = delete;

    bool isValid() const { return m_directory && m_directory->isValid(); }
    QString filePath(const QString &name) const { return m_directory->filePath(name); }

private:
    bool lock();
    void unlock();

    std::unique_ptr<QTemporaryDir> m_directory;
    int m_lock = -1;
};

} // namespace signalbox::simulator
