// SPDX-License-Identifier: GPL-3.0-or-later
// The masking of what --verbose shows.
#include "cluster/traffic.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace Qt::StringLiterals;

class TestTraffic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void masksByKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        QTest::newRow("password") << u"{\"login\":\"ada\",\"pwd\":\"x\"}"_s << u"{\"login\":\"ada\",\"pwd\":\"***\"}"_s;
        QTest::newRow("with escapes") << u"{\"pwd\":\"a\\\"b\\\\\",\"x\":1}"_s << u"{\"pwd\":\"***\",\"x\":1}"_s;
        QTest::newRow("session id") << u"{\"session_id\":\"abc\",\"sessionid\":\"d\",\"rsessionid\":\"e\"}"_s
                                    << u"{\"session_id\":\"***\",\"sessionid\":\"***\",\"rsessionid\":\"***\"}"_s;
        QTest::newRow("tokens") << u"{\"token\":\"a\",\"session_token\":\"b\",\"token_local\":\"c\",\"Token\" : \"d\"}"_s
                                << u"{\"token\":\"***\",\"session_token\":\"***\",\"token_local\":\"***\",\"Token\" : \"***\"}"_s;
        QTest::newRow("number") << u"{\"token\":12345,\"a\":1}"_s << u"{\"token\":***,\"a\":1}"_s;
        QTest::newRow("null stays") << u"{\"token\":null,\"a\":1}"_s << u"{\"token\":null,\"a\":1}"_s;
        QTest::newRow("within a string") << u"{\"startparam1\":\"{\\\"token\\\":\\\"abc\\\",\\\"a\\\":1}\"}"_s
                                         << u"{\"startparam1\":\"{\\\"token\\\":\\\"***\\\",\\\"a\\\":1}\"}"_s;
        QTest::newRow("other keys stay") << u"{\"tokens\":\"abc\",\"integration_point_id\":\"x\"}"_s
                                         << u"{\"tokens\":\"abc\",\"integration_point_id\":\"x\"}"_s;
        QTest::newRow("not closed") << u"{\"pwd\":\"half of it"_s << u"{\"pwd\":\"***"_s;
        QTest::newRow("temp link") << u"{\"url\":\"/temp/0011ff.txt\"} GET http://h/temp/22 x"_s
                                   << u"{\"url\":\"/temp/***\"} GET http://h/temp/*** x"_s;
    }

    void masksByKey()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, masked);
        const Traffic traffic({}, core::Dialect{});
        QCOMPARE(traffic.masked(text), masked);
    }

    void masksAVeryLongValue()
    {
        const Traffic traffic({}, core::Dialect{});
        QCOMPARE(traffic.masked(u"{\"pwd\":\""_s + QString(1'000'000, u'x') + u"\\n\"}"_s), u"{\"pwd\":\"***\"}"_s);
    }

    void masksKnownSecretsWhereverTheyStand()
    {
        Traffic traffic({}, core::Dialect{});
        traffic.addSecret(u"pässe \"1\""_s);
        traffic.addSecret(u"token-1"_s);
        traffic.addSecret(u"token-1-longer"_s);
        traffic.addSecret(u"abc"_s); // too short to be looked for everywhere
        QCOMPARE(traffic.masked(u"the password pässe \"1\" came back"_s), u"the password *** came back"_s);
        QCOMPARE(traffic.masked(u"[\"x\",{\"said\":\"pässe \\\"1\\\"\"}]"_s), u"[\"x\",{\"said\":\"***\"}]"_s);
        QCOMPARE(traffic.masked(u"/find?q=p%C3%A4sse%20%221%22"_s), u"/find?q=***"_s);
        QCOMPARE(traffic.masked(u"token-1-longer token-1 abc"_s), u"*** *** abc"_s);
    }

    void writesMaskedLines()
    {
        QStringList lines;
        Traffic traffic([&lines](const QString &line) { lines.append(line); }, core::Dialect{});
        QVERIFY(traffic.isOn());
        traffic.addSecret(u"0123456789abcdef"_s);
        traffic.sent(u"GET /a 0123456789abcdef"_s);
        traffic.received(u"200 {}"_s);
        traffic.note(u"connecting"_s);
        QCOMPARE(lines, QStringList({u"> GET /a ***"_s, u"< 200 {}"_s, u"- connecting"_s}));
        traffic.sent(QString(5000, u'x'));
        QVERIFY(lines.last().size() < 4100);
        QVERIFY(lines.last().contains(u"5000"_s));
    }

    void withoutALogNothingHappens()
    {
        Traffic traffic({}, core::Dialect{});
        QVERIFY(!traffic.isOn());
        traffic.sent(u"x"_s);
    }
};

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
