// SPDX-License-Identifier: GPL-3.0-or-later
// "peer": usage, and the lines that it prints.
#include "cli/peerverb.h"
#include "support/commandlinerun.h"

#include <QFile>
#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;
using cluster::PeerEvent;
using test::CommandLineRun;

class PeerUsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const QStringList real{u"--cluster"_s, u"http://127.0.0.1:1"_s};
        QTest::newRow("as what") << QStringList{} << 2 << u"--as token"_s;
        QTest::newRow("as nonsense") << QStringList{u"--as"_s, u"cat"_s} << 2 << u"--as token"_s;
        QTest::newRow("simulated") << QStringList{u"--as"_s, u"token"_s} << 2 << u"signalbox-cluster"_s;
        QTest::newRow("user without login") << real + QStringList{u"--as"_s, u"user"_s} << 2 << u"--login"_s;
        QTest::newRow("no rules file") << real + QStringList{u"--as"_s, u"token"_s, u"--rules"_s, u"/nonexistent"_s} << 3
                                       << u"/nonexistent"_s;
        QTest::newRow("rules no JSON") << real + QStringList{u"--as"_s, u"token"_s, u"--rules"_s, u"bad"_s} << 3 << u"bad:1:"_s;
        QTest::newRow("rules no rules") << real + QStringList{u"--as"_s, u"token"_s, u"--rules"_s, u"wrong"_s} << 3 << u"wrong"_s;
        QTest::newRow("no secret") << real + QStringList{u"--as"_s, u"token"_s, u"--token-env"_s, u"UNSET"_s} << 2 << u"UNSET"_s;
        QTest::newRow("nobody there") << real + QStringList{u"--as"_s, u"token"_s, u"--token-env"_s, u"T"_s} << 4 << u"127.0.0.1"_s;
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QString, message);
        QTemporaryDir folder;
        for (const auto &[name, content] : {std::pair(u"bad"_s, QByteArray("{")), std::pair(u"wrong"_s, QByteArray("[]"))}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            arguments.replaceInStrings(QRegularExpression(u"^%1$"_s.arg(name)), folder.filePath(name));
        }
        CommandLineRun cli;
        cli.environment = {{u"T"_s, u"5b0c1a94e27d4f3886c2d9e1f7a3b602"_s}};
        QCOMPARE(cli.run(QStringList{u"peer"_s} + arguments), code);
        QVERIFY2(cli.err().contains(message), qPrintable(cli.err()));
        QVERIFY(!cli.err().contains(u"5b0c1a94"_s));
    }

    void printsEvents_data()
    {
        QTest::addColumn<PeerEvent>("event");
        QTest::addColumn<QByteArray>("line");
        const QByteArray time = R"({"time":"2023-11-14T22:13:20.000Z",)";
        PeerEvent connected{PeerEvent::Kind::Connected, u"id-1"_s, {}, {}};
        QTest::newRow("connected") << connected << time + R"("event":"connected","connection_id":"id-1"})";
        const core::Json body = core::Json::object({{u"token"_s, core::Json(u"t"_s)}, {u"sessionid"_s, core::Json(u"s"_s)}});
        PeerEvent info{PeerEvent::Kind::Received, {}, {u"connection_info_result"_s, body}, {}};
        QTest::newRow("secrets") << info
                                 << time +
                                        R"("event":"received","method":"connection_info_result","body":{"token":"***","sessionid":"***"}})";
        PeerEvent own{PeerEvent::Kind::Sent, {}, {u"hello"_s, body}, {}};
        QTest::newRow("a message's own") << own << time + R"("event":"sent","method":"hello","body":{"token":"t","sessionid":"s"}})";
        PeerEvent odd{PeerEvent::Kind::Received, {}, {}, u"[1]"_s};
        QTest::newRow("no frame") << odd << time + R"("event":"received","text":"[1]"})";
        PeerEvent rule{PeerEvent::Kind::Rule, {}, {}, u"hello"_s};
        QTest::newRow("rule") << rule << time + R"("event":"rule","text":"hello"})";
        PeerEvent closed{PeerEvent::Kind::Closed, {}, {}, u"bye"_s};
        QTest::newRow("closed") << closed << time + R"("event":"closed","text":"bye"})";
    }
    void printsEvents()
    {
        QFETCH(const PeerEvent, event);
        QFETCH(const QByteArray, line);
        QCOMPARE(cli::PeerVerb::toJson(event, 1'700'000'000'000).toCompact(), line);
    }
};

QTEST_GUILESS_MAIN(PeerUsageTest)
#include "tst_peerusage.moc"
