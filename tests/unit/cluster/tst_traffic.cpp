// SPDX-License-Identifier: GPL-3.0-or-later
// The masking of what --verbose shows and of what is recorded, and the records of web sockets, HTTP and files.
#include "cluster/sessionlist.h"
#include "cluster/traffic.h"
#include "stage.h"
#include "support/recordingtap.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using Kind = TrafficRecord::Kind;
using Direction = TrafficRecord::Direction;

namespace {

/// "> setup", "< 200 POST /path", "< close 1000": what a record is about.
QString shortText(const TrafficRecord &record)
{
    static const QHash<Kind, QString> words{{Kind::Text, u"text"_s}, {Kind::Binary, u"binary"_s}, {Kind::Ping, u"ping"_s},
                                            {Kind::Pong, u"pong"_s}, {Kind::Open, u"open"_s},     {Kind::Close, u"close"_s}};
    QStringList parts{record.direction == Direction::Sent ? u">"_s : u"<"_s};
    if (record.kind == Kind::HttpRequest || record.kind == Kind::HttpResponse)
        parts.append(record.verb + u' ' + QUrl(record.url).path());
    else
        parts.append(record.method.isEmpty() ? words.value(record.kind) : record.method);
    if (record.kind == Kind::HttpResponse || record.kind == Kind::Close)
        parts.append(QString::number(record.status));
    return parts.join(u' ');
}

QStringList shortTexts(const QList<TrafficRecord> &records)
{
    QStringList texts;
    for (const TrafficRecord &record : records)
        texts.append(shortText(record));
    return texts;
}

struct TapStage : Stage {
    explicit TapStage(bool hasManualTime = false)
        : Stage(hasManualTime), records(isManual ? static_cast<core::Clock &>(manualClock) : clock)
    {
        tap = &records;
    }
    ~TapStage() { destroySession(); }
    TapStage(const TapStage &) = delete;
    TapStage &operator=(const TapStage &) = delete;

    /// Text of a record that shows a secret; empty when none does.
    QString leak() const
    {
        for (const TrafficRecord &record : records.records) {
            for (const QByteArray &secret : {QByteArray(testToken.latin1()), QByteArray(testSessionId.latin1()),
                                             QByteArray(testCookie.latin1()), QByteArray("swordfish"), QByteArray("0011ffee")}) {
                for (const QByteArray &text :
                     {record.payload, record.qid, record.url.toUtf8(), record.method.toUtf8(), record.link.toUtf8()}) {
                    if (text.contains(secret))
                        return QString::fromUtf8(text);
                }
            }
        }
        return {};
    }

    RecordingTap records;
};

} // namespace

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
        QTest::newRow("several") << u"{\"token\":[\"one\",\"two\"],\"a\":1}"_s << u"{\"token\":***,\"a\":1}"_s;
        QTest::newRow("with members") << u"{\"cookie\":{\"name\":\"sid\",\"value\":\"two\"},\"a\":1}"_s << u"{\"cookie\":***,\"a\":1}"_s;
        QTest::newRow("several, not closed") << u"{\"token\":[\"one\",\"two"_s << u"{\"token\":***"_s;
        QTest::newRow("null stays") << u"{\"token\":null,\"a\":1}"_s << u"{\"token\":null,\"a\":1}"_s;
        QTest::newRow("within a string") << u"{\"startparam1\":\"{\\\"token\\\":\\\"abc\\\",\\\"a\\\":1}\"}"_s
                                         << u"{\"startparam1\":\"{\\\"token\\\":\\\"***\\\",\\\"a\\\":1}\"}"_s;
        QTest::newRow("other keys stay") << u"{\"tokens\":\"abc\",\"integration_point_id\":\"x\"}"_s
                                         << u"{\"tokens\":\"abc\",\"integration_point_id\":\"x\"}"_s;
        QTest::newRow("not closed") << u"{\"pwd\":\"half of it"_s << u"{\"pwd\":\"***"_s;
        QTest::newRow("temp link") << u"{\"url\":\"/temp/0011ff.txt\"} GET http://h/temp/22 x"_s
                                   << u"{\"url\":\"/temp/***\"} GET http://h/temp/*** x"_s;
        QTest::newRow("temp link with escaped slashes") << u"{\"url\":\"\\/temp\\/0011ff\\/a.txt\",\"x\":\"\\\\\\/temp\\\\\\/0022ee\"}"_s
                                                        << u"{\"url\":\"\\/temp\\/***\",\"x\":\"\\\\\\/temp\\\\\\/***\"}"_s;
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
        const QString backslashes = QString(1'000'000, u'\\'); // looked through once, not once from each of them
        QCOMPARE(traffic.masked(u"temp "_s + backslashes + u" /temp/0011ff"_s), u"temp "_s + backslashes + u" /temp/***"_s);
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
        traffic.addSecret(u"to/ken+9"_s);
        QCOMPARE(traffic.masked(u"{\"a\":\"to\\/ken+9\"}"_s), u"{\"a\":\"***\"}"_s);
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
        traffic.record({.payload = "x"});
        QCOMPARE(traffic.newKey(), QString());
    }

    void recordsAMaskedPayload()
    {
        ManualClock clock;
        RecordingTap tap(clock);
        Traffic traffic({}, core::Dialect{});
        traffic.setTap(&tap, u"ada"_s);
        QVERIFY(traffic.isOn() && traffic.isRecorded() && !traffic.isLogged());
        traffic.addSecret(u"pässwort"_s);
        QCOMPARE(traffic.newKey(), u"ada #1"_s);
        const QByteArray plain = "[\"x\",{\"a\":\"ü\"}]";
        traffic.record({.payload = plain, .size = plain.size()});
        traffic.record({.method = u"pässwort"_s, .qid = "\"pässwort\"", .payload = "{\"pwd\":\"1\",\"a\":\"pässwort\"}", .size = 30});
        traffic.record({.kind = Kind::Binary, .payload = QByteArray("\xff\x00pässwort", 11)});
        traffic.record({.kind = Kind::HttpRequest, .url = u"http://h/temp/0011ff.txt?x=p%C3%A4sswort"_s});
        QCOMPARE(tap.records[0].payload, plain);
        QCOMPARE(tap.records[0].timeUs, clock.nowMs() * 1000);
        QCOMPARE(tap.records[1].payload, "{\"pwd\":\"***\",\"a\":\"***\"}"_ba);
        QCOMPARE(tap.records[1].size, 30);
        QCOMPARE(tap.records[1].method, u"***"_s);
        QCOMPARE(tap.records[1].qid, "\"***\""_ba);
        QCOMPARE(tap.records[2].payload, QByteArray("\xff\x00***", 5));
        QVERIFY(!tap.records[3].url.contains(u"0011ff"_s) && !tap.records[3].url.contains(u"sswort"_s));
    }

    void timeIsFineAndFollowsTheComputersClock()
    {
        struct SteppedClock final : core::Clock {
            qint64 nowMs() const override { return wallUs / 1000; }
            qint64 monotonicUs() const override { return sinceStartUs; }
            qint64 wallUs = 1700000000000900;
            qint64 sinceStartUs = 50;
        } clock;
        RecordingTap tap(clock);
        const qint64 start = tap.nowUs();
        QCOMPARE(start, qint64(1700000000000000));
        clock.wallUs += 150;
        clock.sinceStartUs += 150;
        QCOMPARE(tap.nowUs() - start, 150);
        clock.wallUs += 3600000000; // daylight saving done wrongly, or a sleep
        QCOMPARE(tap.nowUs(), clock.wallUs / 1000 * 1000);
    }

    void recordsAWebSocket()
    {
        TapStage stage;
        stage.extra.insert("connection_info", ",\"result\":\"ok\",\"connectionid\":\"c-1\",\"sessionid\":\"" +
                                                  QByteArray(testSessionId.latin1()) + "\",\"token\":\"" + testToken.latin1() + "\"");
        Peer peer(stage.profile, stage.credentials, PeerKind::Token, {u"msg"_s}, {}, stage.surroundings());
        peer.setName(u"crm"_s);
        Answer open(peer.open());
        QTRY_COMPARE(open.code(), u"ok"_s);
        QCOMPARE(peer.key(), u"crm #1"_s);
        stage.socket().sendText(R"(["greet",{"qid":[7],"text":"hi"}])");
        stage.socket().sendBinary("\x01\x02");
        stage.socket().sendText("no frame");
        QVERIFY(peer.send(u"event"_s, json(R"({"url":"/temp/0011ffee.txt"})")));
        QVERIFY(peer.ping());
        QSignalSpy ponged(&peer, &Peer::ponged);
        QTRY_COMPARE(ponged.size(), 1);
        QTRY_COMPARE(stage.records.of(u"crm #1"_s).size(), 12);
        const QList<TrafficRecord> records = stage.records.of(u"crm #1"_s);
        QStringList texts = shortTexts(records);
        QCOMPARE(texts.mid(0, 5),
                 QStringList({u"> open"_s, u"> setup"_s, u"< setup_result"_s, u"> connection_info"_s, u"< connection_info_result"_s}));
        texts.remove(0, 5);
        for (const QString &expected :
             {u"< greet"_s, u"< binary"_s, u"< text"_s, u"> event"_s, u"< event_result"_s, u"> ping"_s, u"< pong"_s})
            QVERIFY2(texts.contains(expected), qPrintable(expected));
        QCOMPARE(records[0].url, stage.profile.socketUrl(u"/ws/token/v1"_s).toString());
        QCOMPARE(records[1].qid, records[2].qid);
        QVERIFY(!records[1].qid.isEmpty());
        for (qsizetype i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].connectionId, i < 5 ? QString() : u"c-1"_s);
            QVERIFY(records[i].isWhole);
            QVERIFY(i == 0 || records[i].timeUs >= records[i - 1].timeUs);
            if (records[i].method == "greet"_L1) {
                QCOMPARE(records[i].qid, "[7]"_ba);
                QCOMPARE(records[i].payload, R"(["greet",{"qid":[7],"text":"hi"}])"_ba);
                QCOMPARE(records[i].size, records[i].payload.size());
            }
        }
        QCOMPARE(stage.leak(), QString());
        peer.close(3001);
        QTRY_COMPARE(stage.socket().closeCode, 3001);
        QCOMPARE(shortText(stage.records.of(u"crm #1"_s).last()), u"> close 3001"_s);
        // Opened anew it has another key.
        QTRY_VERIFY(!peer.isOpen());
        stage.records.records.clear();
        Answer again(peer.open());
        QTRY_COMPARE(again.code(), u"ok"_s);
        QCOMPARE(peer.key(), u"crm #2"_s);
        stage.socket().close(1001, "node is restarted, token 0123456789abcdef0123456789abcdef");
        QTRY_VERIFY(!peer.isOpen());
        const TrafficRecord end = stage.records.of(u"crm #2"_s).last();
        QCOMPARE(shortText(end), u"< close 1001"_s);
        QVERIFY(end.payload.startsWith("node is restarted"));
        QCOMPARE(stage.leak(), QString());
    }

    void recordsAnOpeningThatFails()
    {
        TapStage stage;
        stage.fake.upgradeStatus = 503;
        QVERIFY(!stage.openLink());
        QCOMPARE(shortTexts(stage.records.records), QStringList(u"< close 0"_s));
        QVERIFY(stage.records.records.first().payload.contains("503"));
    }

    void recordsHttpExchanges()
    {
        TapStage stage;
        QVERIFY(stage.logIn());
        stage.fake.on("GET", "/rest/v1/fs/targets/custom", jsonReply(R"([{"name":"a","size":1}])"));
        stage.fake.on("DELETE", QByteArray("/rest/v1/master/logicalroles/ws/sessions/") + testSessionId.latin1(), jsonReply("{}", 404));
        stage.fake.on("GET", "/rest/v1/fs/targets/gone",
                      FakeReply{.status = 200, .body = "x", .headers = {}, .manner = FakeReply::Manner::Close});
        Answer list(stage.session().files().list(u"custom"_s));
        QTRY_COMPARE(list.code(), u"ok"_s);
        SessionList sessions(stage.session().rest());
        Answer close(sessions.close(QString(testSessionId)));
        QTRY_COMPARE(close.code(), u"not_found"_s);
        QCOMPARE(
            shortTexts(stage.records.records),
            QStringList({u"> POST /rest/v1/iam/sessions"_s, u"< POST /rest/v1/iam/sessions 200"_s, u"> GET /rest/v1/fs/targets/custom"_s,
                         u"< GET /rest/v1/fs/targets/custom 200"_s, u"> DELETE /rest/v1/master/logicalroles/ws/sessions/***"_s,
                         u"< DELETE /rest/v1/master/logicalroles/ws/sessions/*** 404"_s}));
        const QList<TrafficRecord> &records = stage.records.records;
        for (qsizetype i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].link, u"ada@test.example #1"_s);
            QCOMPARE(records[i].qid, QByteArray::number(i / 2 + 1));
        }
        QCOMPARE(records[0].payload, R"({"domain":"test.example","login":"ada","pwd":"***"})"_ba);
        QCOMPARE(records[3].payload, R"([{"name":"a","size":1}])"_ba);
        QCOMPARE(records[3].size, records[3].payload.size());
        QCOMPARE(stage.leak(), QString());
    }

    void recordsWhatGotNoAnswer()
    {
        TapStage stage;
        QVERIFY(stage.logIn());
        stage.fake.on("POST", "/rest/v1/fs/targets/custom", FakeReply{.body = {}, .headers = {}, .manner = FakeReply::Manner::Close});
        stage.fake.on("GET", "/rest/v1/fs/targets/slow", FakeReply{.body = {}, .headers = {}, .manner = FakeReply::Manner::Hang});
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("12345") == 5);
        file.close();
        stage.records.records.clear();
        Answer upload(stage.session().files().upload(u"custom"_s, file.fileName(), u"a.bin"_s));
        QTRY_COMPARE(upload.code(), u"unreachable"_s);
        QCOMPARE(stage.records.records.size(), 2);
        QVERIFY(!stage.records.records[0].isWhole); // the file itself is not kept
        QVERIFY(stage.records.records[0].size > 5);
        QCOMPARE(stage.records.records[0].payload, QByteArray());
        QCOMPARE(shortText(stage.records.records[1]), u"< POST /rest/v1/fs/targets/custom 0"_s);
        QVERIFY(!stage.records.records[1].payload.isEmpty());
        stage.records.records.clear();
        Answer list(stage.session().files().list(u"slow"_s));
        QTRY_COMPARE(stage.fake.requestsFor("GET", "/rest/v1/fs/targets/slow").size(), 1);
        list.call->cancel();
        QCOMPARE(shortTexts(stage.records.records),
                 QStringList({u"> GET /rest/v1/fs/targets/slow"_s, u"< GET /rest/v1/fs/targets/slow 0"_s}));
    }
};

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
