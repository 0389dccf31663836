// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of a profile, the count of failed logins, and the body that can be read once.
#include "cluster/loginguard.h"
#include "cluster/uploadstream.h"
#include "stage.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace Qt::StringLiterals;

class TestProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void socketUrls()
    {
        Profile profile;
        profile.address = QUrl(u"http://name:pwd@cluster.example:8080/?q#f"_s);
        QCOMPARE(profile.socketUrl(u"/ws"_s).toString(), u"ws://cluster.example:8080/ws"_s);
        profile.address = QUrl(u"https://cluster.example"_s);
        QCOMPARE(profile.socketUrl(u"/ws/token/v1"_s).toString(), u"wss://cluster.example/ws/token/v1"_s);
    }

    void nodesHaveAddresses()
    {
        Profile profile;
        profile.address = QUrl(u"http://cluster.example"_s);
        profile.nodes.insert(u"main/ws1"_s, QUrl(u"http://ws1.example:81"_s));
        QCOMPARE(profile.originOf(u"main"_s, u"ws1"_s), QUrl(u"http://ws1.example:81"_s));
        QCOMPARE(profile.originOf(u"main"_s, u"ws2"_s), QUrl(u"http://cluster.example"_s));
    }

    void knowsItsOwn_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("cluster") << u"http://cluster.example/rest/x"_s << true;
        QTest::newRow("cluster, port written") << u"http://cluster.example:80/"_s << true;
        QTest::newRow("node") << u"https://ws1.example/rest"_s << true;
        QTest::newRow("other port") << u"http://cluster.example:81/"_s << false;
        QTest::newRow("other scheme") << u"https://cluster.example/"_s << false;
        QTest::newRow("other host") << u"http://evil.example/"_s << false;
        QTest::newRow("host as user") << u"http://cluster.example@evil.example/"_s << false;
    }

    void knowsItsOwn()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, isOurs);
        Profile profile;
        profile.address = QUrl(u"http://cluster.example"_s);
        profile.nodes.insert(u"main/ws1"_s, QUrl(u"https://ws1.example"_s));
        QCOMPARE(profile.isOurs(QUrl(url)), isOurs);
    }

    void countsFailuresWithinTheWindow()
    {
        test::ManualClock clock;
        LoginGuard guard(clock, core::Dialect{});
        for (int i = 1; i <= 3; ++i) {
            guard.recordFailure();
            QCOMPARE(guard.failures(), i);
            QVERIFY(!guard.isLastBeforeBan());
            QVERIFY(guard.warning().contains(u"5"_s) && guard.warning().contains(u"180"_s));
            QVERIFY(!guard.warning().contains(u"wait"_s));
        }
        clock.advance(std::chrono::seconds(100));
        guard.recordFailure();
        QVERIFY(guard.isLastBeforeBan());
        QVERIFY(guard.warning().contains(u"4 have failed: wait 180 seconds"_s));
        clock.advance(std::chrono::seconds(80)); // the first three are 180 s old
        QCOMPARE(guard.failures(), 1);
        QVERIFY(!guard.isLastBeforeBan());
        for (int i = 0; i < 20; ++i)
            guard.recordFailure();
        QCOMPARE(guard.failures(), 5);
    }

    void aBodyIsReadOnce()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"part"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from a file");
        file.close();
        UploadStream stream;
        stream.add("first, ");
        stream.add({});
        QVERIFY(stream.addFile(file.fileName()));
        stream.add(", last");
        QCOMPARE(stream.length(), 24);
        QCOMPARE(stream.bytesAvailable(), 24);
        QCOMPARE(stream.readAll(), "first, from a file, last"_ba);
        QVERIFY(stream.atEnd());
        QVERIFY(!stream.reset());
        QVERIFY(!stream.seek(0));
        QCOMPARE(stream.addFile(folder.path()).error().code, u"file_not_found"_s);
        QCOMPARE(stream.addFile(folder.filePath(u"none"_s)).error().code, u"file_not_found"_s);
    }

    void aFileThatShrinksIsToldOf()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"part"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, 'x'));
        file.close();
        UploadStream stream;
        QVERIFY(stream.addFile(file.fileName()));
        QVERIFY(file.resize(10));
        QList<core::Error> errors;
        connect(&stream, &UploadStream::broken, this, [&errors](const core::Error &error) { errors.append(error); });
        QCOMPARE(stream.read(1000).size(), 10);
        QCOMPARE(stream.read(1000).size(), 0);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, u"unreadable"_s);
        QVERIFY(errors.first().message.contains(file.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
