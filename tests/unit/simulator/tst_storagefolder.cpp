// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of a simulated cluster: its own, gone with it, and clusters that start at the same time do each other no harm.
#include "simulator/storagefolder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace signalbox;
using namespace Qt::StringLiterals;
using simulator::StorageFolder;

class TestStorageFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void goesWithIt();
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
