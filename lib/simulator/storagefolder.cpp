// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/storagefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto prefix = "signalbox-cluster-"_L1;
constexpr int tries = 10; // each fails only where another start takes the fresh directory for a dead one's

QByteArray lockPath(const QString &directory)
{
    return QFile::encodeName(directory + u"/lock"_s);
}

/// A directory whose lock nobody holds. Without a lock file it is somebody's who has just begun, or not ours at all.
void removeIfDead(const QFileInfo &directory)
{
    if (directory.isSymLink() || directory.ownerId() != ::geteuid())
        return;
    const int lock = ::open(lockPath(directory.filePath()).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (lock < 0)
        return;
    if (::flock(lock, LOCK_EX | LOCK_NB) == 0)
        QDir(directory.filePath()).removeRecursively(); // what cannot be removed stays for the next start
    ::close(lock);
}

} // namespace

StorageFolder::StorageFolder()
{
    const auto others = QDir(QDir::tempPath()).entryInfoList({prefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &other : others)
        removeIfDead(other);
    for (int i = 0; i < tries; ++i) {
        m_directory = std::make_unique<QTemporaryDir>(QDir::tempPath() + u'/' + prefix + u"XXXXXX"_s);
        if (!m_directory->isValid() || lock())
            return;
        m_directory->setAutoRemove(false); // the other start is removing it
    }
    m_directory.reset();
}

StorageFolder::~StorageFolder()
{
    m_directory.reset(); // under the lock, so that no other start begins to remove it too
    unlock();
}

bool StorageFolder::lock()
{
    m_lock = ::open(lockPath(m_directory->path()).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_lock < 0)
        return m_directory->isValid() && QFileInfo::exists(m_directory->path()); // without a lock nobody takes it for dead
    // Between these two lines another start may have locked the file, and removed it with the directory.
    struct stat status = {};
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0 && ::fstat(m_lock, &status) == 0 && status.st_nlink > 0)
        return true;
    unlock();
    return false;
}

void StorageFolder::unlock()
{
    if (m_lock >= 0)
        ::close(std::exchange(m_lock, -1));
}

} // namespace signalbox::simulator
