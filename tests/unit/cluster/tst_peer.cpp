// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that we hold ourselves, as an external system and as a user, and how they answer by rules.
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using core::Json;
using Kind = PeerEvent::Kind;

namespace {

peering::Rules rulesOf(const QByteArray &text)
{
    const auto rules = peering::Rules::fromJson(json(text));
    if (!rules)
        qFatal("%s", qPrintable(rules.error().message));
    return *rules;
}

QString eventText(const PeerEvent &event)
{
    switch (event.kind) {
    case Kind::Connected:
        return u"connected "_s + event.connectionId;
    case Kind::Received:
        return u"received "_s + (event.frame.method.isEmpty() ? event.text : event.frame.method);
    case Kind::Sent:
        return u"sent "_s + (event.frame.method.isEmpty() ? event.text : event.frame.method);
    case Kind::Rule:
        return u"rule "_s + event.text;
    case Kind::Closed:
        return u"closed"_s;
    }
    return {};
}

struct PeerStage : Stage {
    explicit PeerStage(PeerKind theKind, bool hasManualTime = false) : Stage(hasManualTime), kind(theKind)
    {
        extra.insert("connection_info", ",\"result\":\"ok\",\"connectionid\":\"c-1\",\"sessionid\":\"peer-session-9\",\"token\":\"" +
                                            QByteArray(testToken.latin1()) + "\"");
    }

    Peer &peer()
    {
        if (!m_peer) {
            m_peer = std::make_unique<Peer>(profile, credentials, kind, capabilities, rules, surroundings(),
                                            [this](const QString &line) { log.append(line); });
            QObject::connect(m_peer.get(), &Peer::happened, m_peer.get(), [this](const PeerEvent &event) {
                events.append(eventText(event));
                last = event;
                if (onEvent)
                    onEvent(event);
            });
        }
        return *m_peer;
    }
    void destroyPeer() { m_peer.reset(); }

    bool open()
    {
        Answer answer(peer().open());
        return QTest::qWaitFor([&answer] { return answer.result.has_value(); }) && answer.code() == "ok"_L1;
    }

    PeerKind kind;
    QStringList capabilities{u"msg"_s};
    peering::Rules rules;
    QStringList events;
    PeerEvent last;
    std::function<void(const PeerEvent &)> onEvent;

private:
    std::unique_ptr<Peer> m_peer;
};

} // namespace

class TestPeer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void opensAsAnExternalSystem()
    {
        PeerStage stage(PeerKind::Token);
        Answer open(stage.peer().open());
        QVERIFY(!open.result);
        QTRY_COMPARE(open.code(), u"ok"_s);
        QCOMPARE(**open.result, u"c-1"_s);
        QCOMPARE(stage.events, QStringList(u"connected c-1"_s));
        QCOMPARE(stage.socket().target, "/ws/token/v1"_ba);
        QCOMPARE(stage.socket().authorization, "Bearer 0123456789abcdef0123456789abcdef"_ba);
        QStringList methods;
        for (const QByteArray &text : stage.socket().texts)
            methods.append(methodOf(text));
        QCOMPARE(methods, QStringList({u"setup"_s, u"connection_info"_s}));
        QCOMPARE(stage.fake.requests.size(), 1); // the upgrade: no REST session
        QCOMPARE(stage.leakedSecret(), QString());
        for (const QString &line : stage.log)
            QVERIFY2(!line.contains(u"peer-session-9"_s), qPrintable(line));
        Answer again(stage.peer().open());
        QTRY_COMPARE(again.code(), u"busy"_s);
    }

    void opensAsAUser()
    {
        PeerStage stage(PeerKind::User);
        stage.extra.insert("login", R"(,"result":"ok","capabilities":[{"key":"msg","result":"ok"}])");
        QVERIFY(stage.open());
        QCOMPARE(stage.socket().target, "/ws"_ba);
        QCOMPARE(stage.socket().cookie, "RSession=c00c1e-va1ue"_ba);
        QCOMPARE(stage.socket().authorization, QByteArray());
        QStringList methods;
        for (const QByteArray &text : stage.socket().texts)
            methods.append(methodOf(text));
        QCOMPARE(methods, QStringList({u"setup"_s, u"login"_s, u"connection_info"_s}));
        QCOMPARE(json(stage.socket().texts[1]).at(1)[u"rsessionid"].toString(), QString(testSessionId));
        QCOMPARE(stage.leakedSecret(), QString());

        stage.peer().close();
        QTRY_COMPARE(stage.events, QStringList({u"connected c-1"_s, u"closed"_s}));
        QCOMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1);
        QTRY_COMPARE(stage.socket().closeCode, 1000);
    }

    void aUserByBearer()
    {
        PeerStage stage(PeerKind::User);
        stage.profile.sessionKind = SessionKind::Token;
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply(R"({"session_id":"bearer-1"})"));
        QVERIFY(stage.open());
        QCOMPARE(stage.socket().authorization, "Bearer bearer-1"_ba);
    }

    void theCookieMayBeTheLogin()
    {
        PeerStage stage(PeerKind::User);
        stage.extra.insert("login", R"(,"result":"error","errormsg":"Logged in already")");
        Answer open(stage.peer().open());
        QTRY_COMPARE(open.code(), u"ok"_s);
        QCOMPARE(**open.result, u"c-1"_s);
    }

    void aUserMayNotLearnItsId()
    {
        PeerStage stage(PeerKind::User);
        stage.extra.insert("connection_info", R"(,"result":"error","errormsg":"Unknown method")");
        QVERIFY(stage.open());
        QCOMPARE(stage.events, QStringList(u"connected "_s));
    }

    void openingFails_data()
    {
        QTest::addColumn<bool>("isUser");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("capability") << false << "setup"_ba
                                    << R"(,"capabilities":[{"key":"msg","result":"error","errormsg":"x"}])"_ba << u"refused"_s;
        QTest::newRow("setup") << false << "setup"_ba
                               << R"(,"result":"error","errormsg":"x")"_ba << u"refused"_s;
        QTest::newRow("info") << false << "connection_info"_ba
                              << R"(,"result":"error","errormsg":"x")"_ba << u"refused"_s;
        QTest::newRow("no id") << false << "connection_info"_ba
                               << R"(,"result":"ok")"_ba << u"bad_answer"_s;
        QTest::newRow("login") << true << "login"_ba
                               << R"(,"result":"error","errormsg":"x")"_ba << u"refused"_s;
        QTest::newRow("the true list")
            << true << "login"_ba
            << R"(,"result":"ok","capabilities":[{"key":"msg","result":"error","errormsg":"Access denied by IAM"}])"_ba << u"refused"_s;
    }

    void openingFails()
    {
        QFETCH(const bool, isUser);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, code);
        PeerStage stage(isUser ? PeerKind::User : PeerKind::Token);
        stage.extra.insert(method, answer);
        const QByteArray info = stage.extra.value("connection_info");
        if (method == "login" && answer.contains("errormsg\":\"x"))
            stage.extra.insert("connection_info", R"(,"result":"error","errormsg":"Log in first")");
        Answer open(stage.peer().open());
        QTRY_COMPARE(open.code(), code);
        QVERIFY2(!open.message().contains(u"Log in first"_s), qPrintable(open.message()));
        stage.extra.insert("connection_info", info);
        QTRY_VERIFY(stage.socket().isGone);
        if (isUser) // the session is not left behind
            QTRY_COMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1);
        QVERIFY(stage.events.isEmpty());
        stage.extra.insert(method, method == "connection_info" ? R"(,"result":"ok","connectionid":"c-2")"_ba
                                                               : R"(,"result":"ok","capabilities":[{"key":"msg","result":"ok"}])"_ba);
        bool isOpen = false; // another attempt is a new one, once the first has been tidied up
        QTRY_VERIFY(isOpen || (isOpen = stage.open()));
        QCOMPARE(stage.events.size(), 1);
    }

    void openingFailsEarly()
    {
        PeerStage wrong(PeerKind::User);
        wrong.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 401));
        Answer login(wrong.peer().open());
        QTRY_COMPARE(login.code(), u"refused"_s);

        PeerStage noToken(PeerKind::Token);
        noToken.credentials.token.clear();
        Answer token(noToken.peer().open());
        QTRY_COMPARE(token.code(), u"refused"_s);

        PeerStage refused(PeerKind::Token);
        refused.fake.upgradeStatus = 401;
        Answer upgrade(refused.peer().open());
        QTRY_COMPARE(upgrade.code(), u"refused"_s);

        PeerStage noAddress(PeerKind::Token);
        noAddress.profile.address = QUrl(u"nothing"_s);
        Answer address(noAddress.peer().open());
        QTRY_COMPARE(address.code(), u"bad_profile"_s);
    }

    void closingEndsAnOpening_data()
    {
        QTest::addColumn<bool>("isLoggingIn");
        QTest::newRow("while logging in") << true;
        QTest::newRow("while setting up") << false;
    }

    void closingEndsAnOpening()
    {
        QFETCH(const bool, isLoggingIn);
        PeerStage stage(isLoggingIn ? PeerKind::User : PeerKind::Token);
        stage.silentMethods = {"setup"};
        stage.fake.on("POST", "/rest/v1/iam/sessions", FakeReply{200, {}, {}, FakeReply::Manner::Hang});
        Answer open(stage.peer().open());
        if (isLoggingIn)
            QTRY_COMPARE(stage.fake.requests.size(), 1);
        else
            QTRY_VERIFY(!stage.fake.sockets.isEmpty() && !stage.socket().texts.isEmpty());
        stage.peer().close();
        QCOMPARE(open.code(), u"not_connected"_s);
        QVERIFY(stage.events.isEmpty());
    }

    void anOpeningMayOutliveItsPeer()
    {
        PeerStage stage(PeerKind::Token, true);
        stage.silentMethods = {"setup"};
        Answer open(stage.peer().open());
        QTRY_VERIFY(!stage.fake.sockets.isEmpty() && !stage.socket().texts.isEmpty());
        stage.destroyPeer();
        stage.manual.advance(stage.profile.timeouts.request);
        QCOMPARE(open.code(), u"not_connected"_s);
    }

    void answersByRules()
    {
        PeerStage stage(PeerKind::Token);
        stage.rules = rulesOf(R"({"rules":[{"name":"greets","match":{"method":"hello"},"reply":{"body":{"said":{"$body":"/who"}}}}]})");
        QVERIFY(stage.open());
        stage.socket().sendText(R"(["hello",{"qid":7,"who":"world"}])");
        QTRY_COMPARE(stage.socket().texts.size(), 3);
        const Json sent = json(stage.socket().texts.last());
        QCOMPARE(sent.at(0).toString(), u"hello_result"_s);
        QCOMPARE(sent.at(1)[u"qid"].toCompact(), "7"_ba);
        QCOMPARE(sent.at(1)[u"said"].toString(), u"world"_s);
        stage.socket().sendText(R"(["other",{"qid":7}])");
        stage.socket().sendText("no frame");
        QTRY_COMPARE(stage.events, QStringList({u"connected c-1"_s, u"received hello"_s, u"rule greets"_s, u"sent hello_result"_s,
                                                u"received other"_s, u"received no frame"_s}));
    }

    void rulesAreExchangedWhileItIsOpen()
    {
        PeerStage stage(PeerKind::Token, true);
        stage.rules = rulesOf(R"({"rules":[{"name":"old","match":{"method":"hello"},"delayMs":500,"reply":{"body":{"said":"old"}}}]})");
        QVERIFY(stage.open());
        stage.socket().sendText(R"(["hello",{"qid":1}])");
        QTRY_COMPARE(stage.events.last(), u"rule old"_s);
        stage.peer().setRules(rulesOf(R"({"rules":[{"name":"new","match":{"method":"hello"},"reply":{"body":{"said":"new"}}}]})"));
        stage.socket().sendText(R"(["hello",{"qid":2}])");
        QTRY_COMPARE(stage.events.mid(3), QStringList({u"received hello"_s, u"rule new"_s, u"sent hello_result"_s}));
        stage.manual.advance(std::chrono::milliseconds(500)); // what the old ones began still comes
        QTRY_COMPARE(stage.socket().texts.size(), 4);
        QCOMPARE(json(stage.socket().texts[2]).at(1)[u"said"].toString(), u"new"_s);
        QCOMPARE(json(stage.socket().texts[3]).at(1)[u"said"].toString(), u"old"_s);
        stage.peer().setRules({});
        stage.socket().sendText(R"(["hello",{"qid":3}])");
        QTRY_COMPARE(stage.events.last(), u"received hello"_s);
    }

    void filesAreThoseOfItsSession()
    {
        PeerStage stage(PeerKind::User);
        stage.extra.insert("login", R"(,"result":"ok","capabilities":[{"key":"msg","result":"ok"}])");
        stage.fake.on("GET", "/rest/v1/fs/targets/websocktemp", jsonReply(R"([{"name":"a.txt","size":1}])"));
        QVERIFY(stage.open());
        Answer list(stage.peer().files().list(u"websocktemp"_s));
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE((*list.result)->size(), 1);
        QCOMPARE((*list.result)->first().name, u"a.txt"_s);
        QCOMPARE(stage.fake.requests.last().headers.value("cookie"), "RSession=c00c1e-va1ue"_ba);
        QCOMPARE(stage.leakedSecret(), QString());
    }

    void whatComesEarlyIsNotLost()
    {
        PeerStage stage(PeerKind::Token);
        stage.rules = rulesOf(R"({"rules":[{"name":"greets","match":{"method":"hello"},"reply":{}}]})");
        stage.fake.onText = [&stage](FakeSocket &socket, const QByteArray &text) {
            if (methodOf(text) == "connection_info"_L1)
                socket.sendText(R"(["hello",{"qid":1}])");
            stage.answer(socket, text);
        };
        QVERIFY(stage.open());
        QTRY_COMPARE(stage.events, QStringList({u"connected c-1"_s, u"received hello"_s, u"rule greets"_s, u"sent hello_result"_s}));
    }

    void delaysAreKept()
    {
        PeerStage stage(PeerKind::Token, true);
        stage.rules = rulesOf(R"({"rules":[{"name":"late","match":{"method":"hello"},"delayMs":500,"reply":{}}]})");
        QVERIFY(stage.open());
        stage.socket().sendText(R"(["hello",{"qid":1}])");
        QTRY_COMPARE(stage.events.size(), 3);
        stage.manual.advance(std::chrono::milliseconds(499));
        QCOMPARE(stage.events.last(), u"rule late"_s);
        stage.manual.advance(std::chrono::milliseconds(1));
        QCOMPARE(stage.events.last(), u"sent hello_result"_s);

        stage.socket().sendText(R"(["hello",{"qid":2}])");
        QTRY_COMPARE(stage.events.size(), 6);
        stage.destroyPeer(); // and what it would have sent
        QCOMPARE(stage.manual.pending(), 0);
    }

    void aRuleMayClose()
    {
        PeerStage stage(PeerKind::Token);
        stage.rules = rulesOf(R"({"rules":[{"name":"leaves","match":{"method":"hello"},"close":4001}]})");
        QVERIFY(stage.open());
        stage.socket().sendText(R"(["hello",{}])");
        QTRY_COMPARE(stage.events.last(), u"closed"_s);
        QVERIFY(stage.last.text.contains(u"leaves"_s));
        QTRY_COMPARE(stage.socket().closeCode, 4001);
    }

    void aRuleMayStopReading()
    {
        PeerStage stage(PeerKind::Token);
        stage.rules = rulesOf(R"({"rules":[{"name":"deaf","match":{"method":"hello"},"stopReading":true}]})");
        stage.silentMethods = {"still"};
        QVERIFY(stage.open());
        stage.socket().sendText(R"(["hello",{}])");
        stage.socket().sendText(R"(["again",{}])");
        QTRY_COMPARE(stage.events.last(), u"rule deaf"_s);
        QVERIFY(stage.peer().send(u"still"_s, Json(1)));
        QTRY_COMPARE(stage.socket().texts.last(), R"(["still",1])"_ba);
        QCOMPARE(stage.events.last(), u"sent still"_s);
    }

    void sends()
    {
        PeerStage stage(PeerKind::Token);
        QCOMPARE(stage.peer().send(u"x"_s, Json()).error().code, u"not_connected"_s);
        stage.silentMethods = {"x"};
        QVERIFY(stage.open());
        QVERIFY(stage.peer().send(u"x"_s, json(R"({"a":1})")));
        QTRY_COMPARE(stage.socket().texts.last(), R"(["x",{"a":1}])"_ba);
        QCOMPARE(stage.events.last(), u"sent x"_s);
        QCOMPARE(stage.peer().send(u"x"_s, Json(QString(1024 * 1024, u'x'))).error().code, u"too_large"_s);
        QCOMPARE(stage.events.last(), u"sent x"_s);
        QCOMPARE(stage.events.size(), 2);
    }

    void aLostConnectionIsTold()
    {
        PeerStage stage(PeerKind::User);
        QVERIFY(stage.open());
        stage.socket().close(1001, "going away");
        QTRY_COMPARE(stage.events.last(), u"closed"_s);
        QVERIFY2(stage.last.text.contains(u"going away"_s), qPrintable(stage.last.text));
        QCOMPARE(stage.fake.requestsFor("DELETE", "/rest/v1/iam/sessions/current").size(), 1);
        stage.peer().close();
        QCOMPARE(stage.events.count(u"closed"_s), 1);
    }

    void aPeerMayGoWithinItsNews_data()
    {
        QTest::addColumn<QString>("when");
        for (const char *when : {"connected c-1", "received hello", "rule greets", "sent hello_result", "closed"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }

    void aPeerMayGoWithinItsNews()
    {
        QFETCH(const QString, when);
        PeerStage stage(PeerKind::Token);
        stage.rules = rulesOf(R"({"rules":[{"name":"greets","match":{"method":"hello"},"reply":{}}]})");
        bool isGone = false;
        stage.onEvent = [&](const PeerEvent &event) {
            if (eventText(event) != when)
                return;
            isGone = true;
            stage.destroyPeer();
        };
        stage.fake.onText = [&stage](FakeSocket &socket, const QByteArray &text) {
            stage.answer(socket, text);
            if (methodOf(text) == "connection_info"_L1)
                socket.sendText(R"(["hello",{"qid":1}])");
            if (methodOf(text) == "hello_result"_L1)
                socket.close(1000);
        };
        Answer open(stage.peer().open());
        QTRY_VERIFY(isGone);
        QCOMPARE(stage.events.last(), when);
    }
};

QTEST_GUILESS_MAIN(TestPeer)
#include "tst_peer.moc"
