// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the simulated cluster: storage with its limit, areas, temporary links, paths of scenarios.
#include "simulator/filearea.h"
#include "simulator/scenariopaths.h"
#include "simulator/templinks.h"
#include "support/manualtime.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

class TestFiles : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Storage> m_storage;

    core::Result<void> add(FileArea &area, const QString &name, const QByteArray &content, bool replace = false)
    {
        IncomingFile incoming(*m_storage);
        if (const auto written = incoming.write(content); !written)
            return written;
        return replace ? area.replace(name, incoming, 1000) : area.add(name, incoming, 1000);
    }
    static QByteArray contentOf(const FileArea &area, const QString &name)
    {
        const auto *entry = area.find(name);
        QFile file(entry ? entry->path : QString());
        return entry && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_storage = std::make_unique<Storage>(100);
    }

    void keepsFiles()
    {
        FileArea area(*m_storage, u"area"_s);
        QVERIFY(add(area, u"b.txt"_s, "12345"));
        QVERIFY(add(area, u"ä ?*.txt"_s, ""));
        QCOMPARE(contentOf(area, u"b.txt"_s), "12345");
        QCOMPARE(contentOf(area, u"ä ?*.txt"_s), "");
        const auto list = area.list();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).name, u"b.txt"_s);
        QCOMPARE(list.at(0).size, 5);
        QCOMPARE(list.at(0).lastModified, u"1970-01-01T00:00:01.000Z"_s);
        QCOMPARE(add(area, u"b.txt"_s, "x").error().code, u"already_exists"_s);
        QCOMPARE(contentOf(area, u"b.txt"_s), "12345");
        QVERIFY(add(area, u"b.txt"_s, "new", true));
        QCOMPARE(contentOf(area, u"b.txt"_s), "new");
        QCOMPARE(add(area, u"c.txt"_s, "x", true).error().code, u"file_not_found"_s);
        QVERIFY(area.remove(u"b.txt"_s));
        QCOMPARE(area.remove(u"b.txt"_s).error().code, u"file_not_found"_s);
        QCOMPARE(m_storage->usedBytes(), 0);
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("..") << u".."_s;
        QTest::newRow("slash") << u"a/b"_s;
        QTest::newRow("backslash") << u"a\\b"_s;
        QTest::newRow("NUL") << QString(QChar(0));
        QTest::newRow("300 bytes") << QString(300, u'x');
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        FileArea area(*m_storage, u"area"_s);
        QCOMPARE(add(area, name, "x").error().code, u"bad_argument"_s);
        QCOMPARE(add(area, name, "x", true).error().code, u"bad_argument"_s);
        QCOMPARE(area.remove(name).error().code, u"bad_argument"_s);
        QCOMPARE(area.copyIn(name, u"/x"_s, true, 0).error().code, u"bad_argument"_s);
        QCOMPARE(m_storage->usedBytes(), 0);
    }

    void theStorageHasALimit()
    {
        FileArea area(*m_storage, u"area"_s);
        QVERIFY(add(area, u"a"_s, QByteArray(60, 'x')));
        QCOMPARE(add(area, u"b"_s, QByteArray(41, 'x')).error().code, u"too_large"_s);
        QCOMPARE(area.copyIn(u"c"_s, area.find(u"a"_s)->path, false, 0).error().code, u"too_large"_s);
        QVERIFY(add(area, u"b"_s, QByteArray(40, 'x')));
        QCOMPARE(m_storage->usedBytes(), 100);
        QVERIFY(area.remove(u"a"_s));
        QCOMPARE(m_storage->usedBytes(), 40);
    }

    void theNumberOfFilesHasALimit()
    {
        m_storage = std::make_unique<Storage>(100, nullptr, 2);
        FileArea area(*m_storage, u"area"_s);
        {
            FileArea other(*m_storage, u"other"_s);
            QVERIFY(add(area, u"a"_s, "1"));
            QVERIFY(add(other, u"b"_s, "2"));
            QCOMPARE(add(area, u"c"_s, "3").error().code, u"too_many"_s);
            QCOMPARE(area.copyIn(u"c"_s, area.find(u"a"_s)->path, false, 0).error().code, u"too_many"_s);
            QCOMPARE(m_storage->usedBytes(), 2);
            QVERIFY(add(area, u"a"_s, "4", true)); // takes the place of one
            QCOMPARE(add(area, u"c"_s, "3").error().code, u"too_many"_s);
        }
        QVERIFY(add(area, u"c"_s, "3"));
        QVERIFY(area.remove(u"c"_s));
        QVERIFY(area.copyIn(u"d"_s, area.find(u"a"_s)->path, false, 0));
        QCOMPARE(add(area, u"e"_s, "5").error().code, u"too_many"_s);
    }

    void anUploadThatBreaksOffLeavesNothing()
    {
        QString path;
        {
            IncomingFile incoming(*m_storage);
            path = incoming.path();
            QVERIFY(incoming.write("half"));
            QVERIFY(QFile::exists(path));
            QCOMPARE(m_storage->usedBytes(), 4);
        }
        QVERIFY(!QFile::exists(path));
        QCOMPARE(m_storage->usedBytes(), 0);
    }

    void copies()
    {
        FileArea from(*m_storage, u"from"_s);
        FileArea to(*m_storage, u"to"_s);
        QVERIFY(add(from, u"a"_s, "one"));
        QVERIFY(to.copyIn(u"b"_s, from.find(u"a"_s)->path, false, 5));
        QCOMPARE(contentOf(to, u"b"_s), "one");
        QCOMPARE(to.copyIn(u"b"_s, from.find(u"a"_s)->path, false, 5).error().code, u"already_exists"_s);
        QVERIFY(add(from, u"a"_s, "two!", true));
        QCOMPARE(contentOf(to, u"b"_s), "one");
        QVERIFY(to.copyIn(u"b"_s, from.find(u"a"_s)->path, true, 5));
        QCOMPARE(contentOf(to, u"b"_s), "two!");
        QCOMPARE(to.copyIn(u"c"_s, u"/nowhere/at/all"_s, false, 5).error().code, u"file_not_found"_s);
        QCOMPARE(m_storage->usedBytes(), 8);
    }

    void aCopyTakesNoTimeAndStandsAlone()
    {
        FileArea from(*m_storage, u"from"_s);
        FileArea to(*m_storage, u"to"_s);
        QVERIFY(add(from, u"a"_s, "one"));
        QVERIFY(to.copyIn(u"b"_s, from.find(u"a"_s)->path, false, 5));
        // The same bytes on the disk: what a copy costs does not grow with the file.
        QVERIFY(std::filesystem::equivalent(from.find(u"a"_s)->path.toStdString(), to.find(u"b"_s)->path.toStdString()));
        QVERIFY(from.remove(u"a"_s));
        QCOMPARE(contentOf(to, u"b"_s), "one");
        QCOMPARE(m_storage->usedBytes(), 3);
    }

    void diskErrorsAreSaid()
    {
        FileArea area(*m_storage, u"area"_s);
        IncomingFile written(*m_storage);
        QVERIFY(written.write("x"));
        QVERIFY(QFile::remove(written.path()));
        QCOMPARE(area.add(u"a"_s, written, 0).error().code, u"internal"_s);
        IncomingFile unopened(*m_storage);
        QVERIFY(QDir(QFileInfo(unopened.path()).path()).removeRecursively());
        QCOMPARE(unopened.write("x").error().code, u"internal"_s);
        QCOMPARE(unopened.close().error().code, u"internal"_s);
    }

    void aFullDiskIsSaidAsTheStoragesLimitIs()
    {
        // What is written to /dev/full comes as far as the buffer, if at all.
        FileArea area(*m_storage, u"area"_s);
        IncomingFile incoming(*m_storage);
        QVERIFY(QFile::link(u"/dev/full"_s, incoming.path()));
        QVERIFY(incoming.write("x"));
        const auto added = area.add(u"a"_s, incoming, 0);
        QVERIFY(!added);
        QCOMPARE(added.error().code, u"too_large"_s);
        QVERIFY(!area.find(u"a"_s));
    }

    void aFileThatIsClosedIsKept()
    {
        FileArea area(*m_storage, u"area"_s);
        IncomingFile incoming(*m_storage);
        QVERIFY(incoming.write("content"));
        QVERIFY(incoming.close());
        QVERIFY(incoming.close());
        QVERIFY(area.add(u"a"_s, incoming, 0));
        QCOMPARE(contentOf(area, u"a"_s), "content");
    }

    void everyStateHasANumberOfItsOwn()
    {
        FileArea area(*m_storage, u"area"_s);
        QVERIFY(add(area, u"a"_s, "one"));
        const quint64 first = area.find(u"a"_s)->number;
        QVERIFY(add(area, u"a"_s, "two", true));
        const quint64 second = area.find(u"a"_s)->number;
        QVERIFY(area.remove(u"a"_s));
        QVERIFY(add(area, u"a"_s, "one"));
        QCOMPARE((QSet<quint64>{first, second, area.find(u"a"_s)->number}.size()), 3);
    }

    void everythingGoesInTheEnd()
    {
        QString root;
        {
            Storage storage(100);
            QVERIFY(storage.isValid());
            FileArea area(storage, u"area"_s);
            root = QFileInfo(storage.directory(u"area"_s)).path();
            QVERIFY(QDir(root).exists());
        }
        QVERIFY(!QDir(root).exists());
    }

    void linksLastFiveMinutes()
    {
        test::ManualClock clock;
        test::ManualScheduler scheduler(clock);
        core::SeededRandom random(1);
        const core::Dialect dialect;
        FileArea from(*m_storage, u"from"_s);
        QVERIFY(add(from, u"a"_s, "content"));
        {
            TempLinks links(*m_storage, u"links"_s, dialect, clock, scheduler, random);
            const QString url = *links.place(from.find(u"a"_s)->path, u"Report.PDF"_s);
            QVERIFY2(QRegularExpression(u"^/temp/[0-9a-f]{32}\\.pdf$"_s).match(url).hasMatch(), qPrintable(url));
            QCOMPARE(links.find(url)->name, u"Report.PDF"_s);
            QCOMPARE(links.find(url)->file.size, 7);
            QVERIFY(!links.find(url.sliced(6)));
            QVERIFY(!links.find(url.chopped(1)));
            scheduler.advance(std::chrono::seconds(299));
            QVERIFY(links.find(url));
            scheduler.advance(std::chrono::seconds(1));
            QVERIFY(!links.find(url));
            QCOMPARE(m_storage->usedBytes(), 7); // the original alone
            QVERIFY(links.place(from.find(u"a"_s)->path, u"b"_s));
            QCOMPARE(links.place(u"/nowhere"_s, u"b"_s).error().code, u"file_not_found"_s);
        }
        QCOMPARE(scheduler.pending(), 0);
    }

    void extensionsOfLinksArePlain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("extension");
        QTest::newRow("none") << u"file"_s << QString();
        QTest::newRow("empty") << u"file."_s << QString();
        QTest::newRow("two") << u"a.tar.gz"_s << u".gz"_s;
        QTest::newRow("odd") << u"a.p<f"_s << QString();
        QTest::newRow("foreign") << u"a.документ"_s << QString();
        QTest::newRow("long") << u"a.abcdefghijklmnopq"_s << QString();
    }
    void extensionsOfLinksArePlain()
    {
        QFETCH(QString, name);
        QFETCH(QString, extension);
        test::ManualClock clock;
        test::ManualScheduler scheduler(clock);
        core::SeededRandom random(1);
        const core::Dialect dialect;
        FileArea from(*m_storage, u"from"_s);
        QVERIFY(add(from, u"a"_s, "x"));
        TempLinks links(*m_storage, u"links"_s, dialect, clock, scheduler, random);
        QCOMPARE(links.place(from.find(u"a"_s)->path, name)->sliced(6 + 32), extension);
    }

    void resolvesPathsOfScenarios()
    {
        Targets targets(*m_storage);
        const FileArea &custom = *targets.find(u"custom"_s);
        FileArea temp(*m_storage, u"temp"_s);
        QVERIFY(add(*targets.find(u"custom"_s), u"a.txt"_s, "x"));
        QVERIFY(add(*targets.find(u"files"_s), u"c.txt"_s, "z"));
        QVERIFY(add(*targets.find(u"www"_s), u"d.txt"_s, "w"));
        QVERIFY(!targets.find(u"websocktemp"_s));
        QVERIFY(add(temp, u"b.txt"_s, "y"));
        QCOMPARE(resolvePath(u":SYNC_COMMON/custom/a.txt"_s, targets, nullptr, {})->path, custom.find(u"a.txt"_s)->path);
        QCOMPARE(resolvePath(u":SYNC_COMMON/custom/a.txt"_s, targets, nullptr, {})->name, u"a.txt"_s);
        QCOMPARE(resolvePath(u":SYNC_DOMAIN/data/files/c.txt"_s, targets, nullptr, {})->path,
                 targets.find(u"files"_s)->find(u"c.txt"_s)->path);
        QCOMPARE(tempPath(u"b.txt"_s, {}), u":TEMP/b.txt"_s);
        QCOMPARE(resolvePath(u":TEMP/b.txt"_s, targets, &temp, {})->path, temp.find(u"b.txt"_s)->path);
        const auto codeOf = [&](const QString &path, const FileArea *area) {
            return resolvePath(path, targets, area, {}).error().code;
        };
        QCOMPARE(codeOf(u":SYNC_COMMON/custom/c.txt"_s, nullptr), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_DOMAIN/data/files/a.txt"_s, nullptr), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_DOMAIN/c.txt"_s, nullptr), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_DOMAIN/data/files/../files/c.txt"_s, nullptr), u"bad_argument"_s);
        QCOMPARE(codeOf(u":TEMP/b.txt"_s, nullptr), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_COMMON/custom/none"_s, &temp), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_COMMON/custom/deep/a.txt"_s, &temp), u"file_not_found"_s);
        QCOMPARE(codeOf(u":GLOBALSHARE/a.txt"_s, &temp), u"file_not_found"_s);
        QCOMPARE(codeOf(u":SYNC_COMMON/custom/../a.txt"_s, &temp), u"bad_argument"_s);
        QCOMPARE(codeOf(u"/etc/passwd"_s, &temp), u"bad_argument"_s);
        QCOMPARE(codeOf(QString(), &temp), u"bad_argument"_s);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
