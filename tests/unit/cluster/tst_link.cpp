// SPDX-License-Identifier: GPL-3.0-or-later
// The web socket: opening, set-up, correlation of answers, limits, losing it, keep-alive.
#include "stage.h"

#include "support/queued.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using core::Json;
using protocol::Frame;

class TestLink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void opensWithTheToken()
    {
        Stage stage;
        Answer open(stage.session().openLink({u"svcscript"_s, u"subscr"_s, u"rest"_s}));
        QVERIFY(!open.result);
        QTRY_COMPARE(open.code(), u"ok"_s);
        QCOMPARE(open.count, 1);
        QVERIFY(stage.session().link().isOpen());
        QCOMPARE(stage.socket().target, "/ws/token/v1"_ba);
        QCOMPARE(stage.socket().authorization, "Bearer 0123456789abcdef0123456789abcdef"_ba);
        QCOMPARE(stage.socket().cookie, QByteArray());
        QCOMPARE(stage.socket().texts.size(), 1);
        QCOMPARE(methodOf(stage.socket().texts.first()), u"setup"_s);
        QCOMPARE(json(stage.socket().texts.first()).at(1)[u"capabilities"].toCompact(),
                 R"([{"key":"svcscript"},{"key":"subscr"},{"key":"rest"}])"_ba);
        QCOMPARE(stage.leakedSecret(), QString());
    }

    void opensOnlyOnce()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        Answer again(stage.session().openLink({}));
        QTRY_COMPARE(again.code(), u"busy"_s);
        QVERIFY(stage.session().link().isOpen());
    }

    void needsAToken()
    {
        Stage stage;
        stage.credentials.token.clear();
        Answer open(stage.session().openLink({u"svcscript"_s}));
        QTRY_COMPARE(open.code(), u"refused"_s);
        QCOMPARE(stage.fake.connections, 0);
    }

    void setUpMayBeRefused_data()
    {
        QTest::addColumn<QByteArray>("answer"); // after the qid
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("one capability")
            << R"(,"capabilities":[{"key":"svcscript","result":"ok"},{"key":"rest","result":"error","errormsg":"Unknown capability"}])"_ba
            << u"refused"_s << u"rest (Unknown capability)"_s;
        QTest::newRow("one is missing") << R"(,"capabilities":[{"key":"rest","result":"ok"}])"_ba << u"refused"_s << u"svcscript"_s;
        QTest::newRow("all of it") << R"(,"result":"error","errormsg":"Not now"})"_ba.chopped(1) << u"refused"_s << u"Not now"_s;
        QTest::newRow("without words") << R"(,"result":"error")"_ba << u"refused"_s << u"setup_result"_s;
        QTest::newRow("no list") << R"(,"result":"ok")"_ba << u"bad_answer"_s << u"setup_result"_s;
        QTest::newRow("token echoed") << R"(,"result":"error","errormsg":"0123456789abcdef0123456789abcdef is unknown")"_ba << u"refused"_s
                                      << u"*** is unknown"_s;
    }

    void setUpMayBeRefused()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        stage.extra.insert("setup", answer);
        Answer open(stage.session().openLink({u"svcscript"_s, u"rest"_s}));
        QTRY_COMPARE(open.code(), code);
        QVERIFY2(open.message().contains(said), qPrintable(open.message()));
        QVERIFY(!stage.session().link().isOpen());
        QTRY_VERIFY(stage.socket().isGone);
    }

    void handshakeMayBeRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("401") << 401 << u"refused"_s;
        QTest::newRow("403") << 403 << u"refused"_s;
        QTest::newRow("404") << 404 << u"refused"_s;
        QTest::newRow("429") << 429 << u"too_many_sessions"_s;
        QTest::newRow("302") << 302 << u"refused"_s;
        QTest::newRow("200") << 200 << u"refused"_s;
    }

    void handshakeMayBeRefused()
    {
        QFETCH(const int, status);
        QFETCH(const QString, code);
        Stage stage;
        stage.fake.upgradeStatus = status;
        Answer open(stage.session().openLink({}));
        QTRY_COMPARE(open.code(), code);
        QVERIFY2(open.message().contains(QString::number(status)), qPrintable(open.message()));
        QCOMPARE(open.count, 1); // the socket tells of the error twice
        test::deliverQueued();
        QCOMPARE(open.count, 1);
        QVERIFY(!stage.session().link().isOpen());
    }

    void nobodyListens()
    {
        Stage stage;
        stage.fake.close();
        Answer open(stage.session().openLink({}));
        QTRY_COMPARE(open.code(), u"unreachable"_s);
        QCOMPARE(open.count, 1);
    }

    void connectHasADeadline_data()
    {
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("accepts and is silent") << true;
        QTest::newRow("reads and is silent") << false;
    }

    void connectHasADeadline()
    {
        QFETCH(const bool, isSilent);
        Stage stage(true);
        stage.fake.acceptsInSilence = isSilent;
        stage.fake.upgradeStatus = 0;
        Answer open(stage.session().openLink({}));
        QTRY_COMPARE(stage.fake.connections, 1);
        stage.manual.advance(stage.profile.timeouts.connect - std::chrono::milliseconds(1));
        QVERIFY(!open.result);
        stage.manual.advance(std::chrono::milliseconds(1));
        QCOMPARE(open.code(), u"timeout"_s);
        QVERIFY(open.message().contains(u"10 s"_s));
        QCOMPARE(stage.manual.pending(), 0);
    }

    void setUpHasADeadline()
    {
        Stage stage(true);
        stage.silentMethods.append("setup");
        Answer open(stage.session().openLink({}));
        QTRY_VERIFY(!stage.fake.sockets.isEmpty() && !stage.socket().texts.isEmpty());
        stage.manual.advance(stage.profile.timeouts.request - std::chrono::milliseconds(1));
        QVERIFY(!open.result);
        stage.manual.advance(std::chrono::milliseconds(1));
        QCOMPARE(open.code(), u"timeout"_s);
        QVERIFY(!stage.session().link().isOpen());
    }

    void openingCanBeCancelled_data()
    {
        QTest::addColumn<bool>("isConnected");
        QTest::newRow("while connecting") << false;
        QTest::newRow("while setting up") << true;
    }

    void openingCanBeCancelled()
    {
        QFETCH(const bool, isConnected);
        Stage stage;
        stage.fake.upgradeStatus = isConnected ? 101 : 0;
        stage.silentMethods.append("setup");
        Answer open(stage.session().openLink({}));
        QTRY_VERIFY(isConnected ? !stage.fake.sockets.isEmpty() && !stage.socket().texts.isEmpty() : stage.fake.requests.size() == 1);
        open.call->cancel();
        QCOMPARE(open.code(), u"cancelled"_s);
        QVERIFY(!stage.session().link().isOpen());
        if (isConnected)
            QTRY_VERIFY(stage.socket().isGone);
    }

    void requestsGetTheirOwnAnswers()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        stage.silentMethods = {"a", "b"};
        Answer a(stage.session().link().request(u"a"_s, {{u"x"_s, Json(1)}}, std::chrono::seconds(10)));
        Answer b(stage.session().link().request(u"b"_s, {}, std::chrono::seconds(10)));
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        const QByteArray qidA = qidOf(stage.socket().texts[1]);
        const QByteArray qidB = qidOf(stage.socket().texts[2]);
        QVERIFY(qidA != qidB);
        QCOMPARE(json(stage.socket().texts[1]).at(1)[u"x"].toCompact(), "1"_ba);

        QList<Frame> received;
        connect(&stage.session().link(), &WsLink::received, this, [&received](const Frame &frame) { received.append(frame); });
        FakeSocket &socket = stage.socket();
        socket.sendText("[\"a\",{\"qid\":" + qidA + "}]");        // a request of the other side, with our id
        socket.sendText("[\"b_result\",{\"qid\":" + qidA + "}]"); // of another method
        socket.sendText("[\"a_result\",{\"qid\":1}]");            // of nobody's
        socket.sendText("[\"a_result\",{}]");
        socket.sendText("[\"a_result\",{\"qid\":" + qidB + ",\"result\":\"ok\"}]");
        socket.sendText("[\"b_result\",{\"qid\":" + qidB + ",\"n\":2}]"); // before a's
        QTRY_COMPARE(b.code(), u"ok"_s);
        QCOMPARE((*b.result)->body[u"n"].toCompact(), "2"_ba);
        QVERIFY(!a.result);
        QCOMPARE(received.size(), 3);
        QCOMPARE(received[0].method, u"a"_s);
        QCOMPARE(received[1].body.toCompact(), "{\"qid\":1}"_ba);
        QCOMPARE(stage.session().link().strayAnswers(), 2);

        socket.sendText("[\"a_result\",{\"qid\":" + qidA + ",\"n\":1}]");
        socket.sendText("[\"a_result\",{\"qid\":" + qidA + ",\"n\":9}]"); // twice
        QTRY_COMPARE(stage.session().link().strayAnswers(), 3);
        QCOMPARE((*a.result)->body[u"n"].toCompact(), "1"_ba);
        QCOMPARE(a.count, 1);
        QCOMPARE(received.size(), 3);
    }

    void lateAnswersSettleNothing()
    {
        Stage stage(true);
        QVERIFY(stage.openLink());
        stage.silentMethods = {"a"};
        Answer first(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(1), u"stop_a"_s));
        QTRY_COMPARE(stage.socket().texts.size(), 2);
        stage.manual.advance(std::chrono::seconds(1));
        QCOMPARE(first.code(), u"timeout"_s);
        QVERIFY(first.message().contains(u"“a” within 1 s"_s));
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        QCOMPARE(methodOf(stage.socket().texts[2]), u"stop_a"_s);
        QCOMPARE(qidOf(stage.socket().texts[2]), qidOf(stage.socket().texts[1]));

        Answer second(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(1)));
        stage.socket().sendText("[\"a_result\",{\"qid\":" + qidOf(stage.socket().texts[1]) + "}]");
        QTRY_COMPARE(stage.session().link().strayAnswers(), 2); // with the one to stop_a
        QVERIFY(!second.result);
        second.call->cancel();
        QCOMPARE(second.code(), u"cancelled"_s);
    }

    void framesThatAreNone()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        QStringList codes;
        QList<Frame> received;
        connect(&stage.session().link(), &WsLink::receivedOther, this,
                [&codes](const QString &, const core::Error &error) { codes.append(error.code); });
        connect(&stage.session().link(), &WsLink::received, this, [&received](const Frame &frame) { received.append(frame); });
        stage.socket().sendText("hello");
        stage.socket().sendText("{}");
        stage.socket().sendText("[\"a\",{\"b\":1,\"b\":2}]");
        stage.socket().sendBinary("[\"a\",{}]");
        stage.socket().sendFragmented(R"(["fragmented",{"text":"in several parts"}])", 7);
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.first().body[u"text"].toString(), u"in several parts"_s);
        QCOMPARE(codes, QStringList({u"frame.syntax"_s, u"frame.shape"_s, u"frame.syntax"_s}));
        QVERIFY(stage.log.join(u'\n').contains(u"ignored a binary message of 8 bytes"_s));
        QVERIFY(stage.session().link().isOpen());
    }

    void tooLargeAFrameEndsTheLink_data()
    {
        QTest::addColumn<qsizetype>("parts");
        QTest::newRow("one frame") << qsizetype(1);
        QTest::newRow("in fragments") << qsizetype(8);
    }

    void tooLargeAFrameEndsTheLink()
    {
        QFETCH(const qsizetype, parts);
        Stage stage;
        QVERIFY(stage.openLink());
        QList<core::Error> lost;
        connect(&stage.session(), &ClusterSession::linkLost, this, [&lost](const core::Error &error) { lost.append(error); });
        stage.silentMethods = {"a"};
        Answer waiting(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10)));
        stage.socket().sendFragmented("[\"a\",\"" + QByteArray(1024 * 1024, 'x') + "\"]", parts);
        QTRY_COMPARE(waiting.code(), u"not_connected"_s);
        QCOMPARE(lost.size(), 1);
        QVERIFY(!stage.session().link().isOpen());
    }

    void tooLargeToSend()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        const Json large(QString(1024 * 1024, u'x'));
        QCOMPARE(stage.session().link().send(u"a"_s, large).error().code, u"too_large"_s);
        Answer request(stage.session().link().request(u"a"_s, {{u"x"_s, large}}, std::chrono::seconds(1)));
        QVERIFY(!request.result);
        QTRY_COMPARE(request.code(), u"too_large"_s);
        QVERIFY(stage.session().link().isOpen());
        QVERIFY(stage.session().link().send(u"b"_s, Json(1)));
        QTRY_COMPARE(stage.socket().texts.last(), R"(["b",1])"_ba);
    }

    void aLostLinkSettlesEveryWait_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closed with a word") << true;
        QTest::newRow("cut") << false;
    }

    void aLostLinkSettlesEveryWait()
    {
        QFETCH(const bool, isClosed);
        Stage stage;
        QVERIFY(stage.openLink());
        QStringList order;
        connect(&stage.session(), &ClusterSession::linkLost, this, [&order](const core::Error &error) { order.append(error.code); });
        stage.silentMethods = {"a"};
        auto one = stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10));
        auto two = stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10));
        one->start([&](const core::Result<Frame> &answer) {
            order.append(u"one "_s + answer.error().code);
            two.reset(); // whoever hears of it may let the others go
        });
        int answersOfTwo = 0;
        two->start([&](const core::Result<Frame> &) {
            ++answersOfTwo;
            one.reset();
        });
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        isClosed ? stage.socket().close(1001, "going away") : stage.socket().drop();
        QTRY_VERIFY(order.contains(u"not_connected"_s));
        QCOMPARE(order.size() + answersOfTwo, 2);
        Answer later(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10)));
        QTRY_COMPARE(later.code(), u"not_connected"_s);
        QVERIFY(stage.openLink()); // a link can be opened again
    }

    void aSessionMayGoInTheMiddleOfItsNews()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        stage.silentMethods = {"a"};
        auto one = stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10));
        auto two = stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10));
        int answers = 0;
        const auto destroy = [&](const core::Result<Frame> &) {
            ++answers;
            stage.destroySession();
        };
        one->start(destroy);
        two->start(destroy);
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        stage.socket().drop();
        QTRY_COMPARE(answers, 1);
    }

    void aSessionMayGoWithinAFrame()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        Answer first(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10)));
        QTRY_COMPARE(first.code(), u"ok"_s);
        auto call = stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10));
        bool isDone = false;
        call->start([&](const core::Result<Frame> &) {
            stage.destroySession();
            isDone = true;
        });
        QTRY_VERIFY(isDone);
        QTRY_COMPARE(stage.socket().closeCode, 1001);
    }

    void closingIsNoLoss()
    {
        Stage stage;
        QVERIFY(stage.openLink());
        int lost = 0;
        connect(&stage.session(), &ClusterSession::linkLost, this, [&lost] { ++lost; });
        stage.silentMethods = {"a"};
        Answer waiting(stage.session().link().request(u"a"_s, {}, std::chrono::seconds(10)));
        Answer logout(stage.session().logout());
        QCOMPARE(waiting.code(), u"not_connected"_s);
        QTRY_COMPARE(logout.code(), u"ok"_s);
        QTRY_COMPARE(stage.socket().closeCode, 1000);
        QCOMPARE(lost, 0);
    }

    void aHalfOpenLinkIsNoticed()
    {
        Stage stage(true);
        QVERIFY(stage.openLink());
        QList<core::Error> lost;
        connect(&stage.session(), &ClusterSession::linkLost, this, [&lost](const core::Error &error) { lost.append(error); });
        const std::chrono::milliseconds interval(stage.profile.dialect.pingIntervalMs);
        stage.manual.advance(interval);
        QTRY_COMPARE(stage.socket().pings, 1);
        stage.silentMethods = {"a"};
        (void)stage.session().link().send(u"a"_s, Json());
        stage.socket().sendText(R"(["sync",{}])");
        bool isSynced = false; // the pong came before it
        connect(&stage.session().link(), &WsLink::received, this, [&isSynced] { isSynced = true; });
        QTRY_VERIFY(isSynced);
        stage.socket().answersPings = false;
        for (int i = 0; i < stage.profile.dialect.pingsMissed; ++i)
            stage.manual.advance(interval);
        QVERIFY(stage.session().link().isOpen());
        stage.manual.advance(interval);
        QVERIFY(!stage.session().link().isOpen());
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost.first().code, u"unreachable"_s);
        QVERIFY(lost.first().message.contains(u"2 pings"_s));
    }
};

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
