// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of a simulated cluster: its own, gone with it, and clusters that start at the same time do each other no harm.
#include "simulator/storagefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace signalbox;
using namespace Qt::StringLiterals;
using simulator::StorageFolder;

namespace {

std::function<void(int file)> beforeLocking; ///< with the file that is about to be locked
std::atomic<bool> isAwaited = false;         ///< the next one; only once

} // namespace

/// In place of the C library's: what another program does between a start's two steps, opening its lock and taking it, is done here.
extern "C" int flock(int file, int operation) noexcept
{
    if (isAwaited.exchange(false))
        beforeLocking(file);
    static const auto real = reinterpret_cast<int (*)(int, int)>(::dlsym(RTLD_NEXT, "flock"));
    return real(file, operation);
}

class TestStorageFolder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_own; ///< no cluster but those of the test is in it

private Q_SLOTS:
    void initTestCase() { qputenv("TMPDIR", QFile::encodeName(m_own.path())); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void goesWithIt();
    void leavesAFreshDirectoryToWhoTookIt();
    void startsAtTheSameTime();
};

void TestStorageFolder::goesWithIt()
{
    QString path;
    {
        const StorageFolder folder;
        QVERIFY(folder.isValid());
        path = folder.filePath(u"area"_s);
        QVERIFY(QDir().mkpath(path));
        const StorageFolder other; // does not take the first one for a dead one's
        QVERIFY(other.isValid());
        QVERIFY(other.filePath(u"area"_s) != path);
        QVERIFY(QFileInfo::exists(path));
    }
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
}

// The other start took the lock first and is removing the directory: removing it here, too, would make one of both fail at it.
void TestStorageFolder::leavesAFreshDirectoryToWhoTookIt()
{
    QString taken;
    int other = -1;
    beforeLocking = [&](int file) {
        const QString lock = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(file));
        taken = QFileInfo(lock).path();
        other = ::open(QFile::encodeName(lock).constData(), O_RDWR | O_CLOEXEC);
        if (other < 0 || ::flock(other, LOCK_EX | LOCK_NB) != 0)
            qFatal("the other start cannot take the lock");
    };
    isAwaited = true;
    {
        const StorageFolder folder;
        QVERIFY(folder.isValid());
        QVERIFY(taken.startsWith(QDir::tempPath() + u"/signalbox-cluster-"_s));
        QVERIFY(!folder.filePath(u"area"_s).startsWith(taken)); // it began anew
        QVERIFY(QFileInfo::exists(taken + u"/lock"_s));
    }
    QVERIFY(QFileInfo::exists(taken + u"/lock"_s));
    ::close(other); // and died over it: the next start finds a dead one's
    const StorageFolder next;
    QVERIFY(!QFileInfo::exists(taken));
}

// Each start looks for directories that the dead left, and may meet one that another has just made and not locked yet.
void TestStorageFolder::startsAtTheSameTime()
{
    std::atomic<int> valid = 0;
    std::vector<std::thread> threads;
    constexpr int starters = 4;
    constexpr int starts = 200;
    for (int i = 0; i < starters; ++i) {
        threads.emplace_back([&valid] {
            for (int n = 0; n < starts; ++n)
                valid += StorageFolder().isValid() ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(valid.load(), starters * starts);
}

QTEST_GUILESS_MAIN(TestStorageFolder)
#include "tst_storagefolder.moc"
