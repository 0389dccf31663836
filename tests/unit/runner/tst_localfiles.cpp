// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/localfiles.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class LocalFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"files/sub"_s));
        for (const QString &name : {u"files/a.txt"_s, u"files/sub/b.txt"_s, u"secret.txt"_s}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("x");
        }
    }

    void locates_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("local"); // below the folder; empty: the cluster's
        QTest::addColumn<QString>("error");
        QTest::newRow("file") << u":SYNC/a.txt"_s << u"files/a.txt"_s << QString();
        QTest::newRow("below") << u":SYNC/sub/b.txt"_s << u"files/sub/b.txt"_s << QString();
        QTest::newRow("dots inside") << u":SYNC/sub/../a.txt"_s << u"files/a.txt"_s << QString();
        QTest::newRow("other category") << u":SYNC_COMMON/a.txt"_s << QString() << QString();
        QTest::newRow("category alone") << u":GLOBALSHARE"_s << QString() << QString();
        QTest::newRow("no category") << u"a.txt"_s << QString() << QString();
        QTest::newRow("leaves") << u":SYNC/../secret.txt"_s << QString() << u"bad_argument"_s;
        QTest::newRow("leaves by far") << u":SYNC/../../../../etc/passwd"_s << QString() << u"bad_argument"_s;
        QTest::newRow("the folder") << u":SYNC/"_s << QString() << u"bad_argument"_s;
        QTest::newRow("missing") << u":SYNC/c.txt"_s << QString() << u"file_not_found"_s;
        QTest::newRow("directory") << u":SYNC/sub"_s << QString() << u"file_not_found"_s;
        QTest::newRow("nothing in temp") << u":TEMP/a.txt"_s << QString() << u"file_not_found"_s;
    }
    void locates()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, local);
        QFETCH(const QString, error);
        runner::LocalFiles files;
        QVERIFY(files.addCategory(u":SYNC="_s + m_folder->filePath(u"files"_s)));
        const auto found = files.locate(path);
        QCOMPARE(found ? QString() : found.error().code, error);
        if (error.isEmpty())
            QCOMPARE(found->value_or(QString()), local.isEmpty() ? QString() : m_folder->filePath(local));
        else
            QVERIFY2(found.error().message.contains(path), qPrintable(found.error().message));
    }

    void plainPathsMayBeLocal()
    {
        runner::LocalFiles files;
        files.setPlainPathsLocal(true);
        const QString path = m_folder->filePath(u"secret.txt"_s);
        QCOMPARE(files.locate(path)->value_or(QString()), path);
        QCOMPARE(files.locate(m_folder->path()).error().code, u"file_not_found"_s);
        QCOMPARE(files.locate(m_folder->filePath(u"none"_s)).error().code, u"file_not_found"_s);
        QCOMPARE(*files.locate(u":SYNC/a"_s), std::optional<QString>());
    }

    void refusesCategories_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("error");
        QTest::newRow("no folder") << u"SYNC"_s << u"bad_argument"_s;
        QTest::newRow("empty folder") << u"SYNC="_s << u"bad_argument"_s;
        QTest::newRow("no category") << u"=/tmp"_s << u"bad_argument"_s;
        QTest::newRow("bad category") << u"A/B=/tmp"_s << u"bad_argument"_s;
        QTest::newRow("temp") << u"TEMP=/tmp"_s << u"bad_argument"_s;
        QTest::newRow("missing folder") << u"SYNC=/nonexistent/folder"_s << u"file_not_found"_s;
    }
    void refusesCategories()
    {
        QFETCH(const QString, assignment);
        QFETCH(const QString, error);
        runner::LocalFiles files;
        const auto added = files.addCategory(assignment);
        QVERIFY(!added);
        QCOMPARE(added.error().code, error);
    }

    void temporaryFilesGoWithIt()
    {
        QString path;
        {
            runner::LocalFiles files;
            const auto file = files.newTempFile(u"a b.txt"_s);
            QVERIFY(file);
            QCOMPARE(file->scenarioPath, u":TEMP/a b.txt"_s);
            path = file->localPath;
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.close();
            QCOMPARE(files.locate(u":TEMP/a b.txt"_s)->value_or(QString()), path);
            QCOMPARE(files.locate(u":TEMP/../x"_s).error().code, u"bad_argument"_s);
        }
        QVERIFY(!QFile::exists(path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LocalFilesTest)
#include "tst_localfiles.moc"
