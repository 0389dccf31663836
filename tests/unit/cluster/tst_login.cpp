// SPDX-License-Identifier: GPL-3.0-or-later
// Login, logout and what becomes of a REST session: cookies, Bearer, refusals, bans, expiry, bad and missing answers.
#include "cluster/loginguard.h"
#include "stage.h"

using namespace signalbox;
using namespace signalbox::cluster;
using namespace signalbox::test;
using Manner = FakeReply::Manner;

Q_DECLARE_METATYPE(signalbox::test::FakeReply)

class TestLogin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void logsIn_data()
    {
        QTest::addColumn<QByteArray>("cookie");
        for (const QByteArray &name : {"RSession"_ba, "EraSession"_ba, "EraSessionId"_ba, "RSessionId"_ba, "whatever-else"_ba})
            QTest::newRow(name.constData()) << name;
    }

    void logsIn()
    {
        QFETCH(const QByteArray, cookie);
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", Stage::loginReply(cookie));
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("[]"));
        Answer login(stage.session().login());
        QVERIFY(!login.result);
        QTRY_COMPARE(login.code(), u"ok"_s);
        QCOMPARE(login.count, 1);
        QCOMPARE(stage.session().info().sessionId, QString(testSessionId));
        QCOMPARE(stage.session().info().ttlS, 43187);
        const FakeRequest sent = stage.fake.requests.first();
        QCOMPARE(sent.body, "{\"domain\":\"test.example\",\"login\":\"ada\",\"pwd\":\"swordfish \\\"7\\\"\"}"_ba);
        QCOMPARE(sent.headers.value("content-type"), "application/json"_ba);
        QVERIFY(!sent.headers.contains("cookie"));
        QVERIFY(!sent.headers.contains("authorization"));

        Answer list(stage.session().scripts().list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().headers.value("cookie"), cookie + "=c00c1e-va1ue");
        QVERIFY(!stage.fake.requests.last().headers.contains("authorization"));
        QCOMPARE(stage.leakedSecret(), QString());
        QVERIFY(!stage.log.isEmpty());
    }

    void logsInByToken()
    {
        Stage stage;
        stage.profile.sessionKind = SessionKind::Token;
        stage.fake.on("POST", "/rest/v1/iam/sessions",
                      jsonReply(R"({"session_id":"bearer-session-1","session_type":"token","session_token":"another-secret"})"));
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("[]"));
        QVERIFY(stage.logIn());
        QCOMPARE(json(stage.fake.requests.first().body)[u"session_type"].toString(), u"token"_s);
        Answer list(stage.session().scripts().list());
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().headers.value("authorization"), "Bearer bearer-session-1"_ba);
        for (const QString &line : stage.log)
            QVERIFY2(!line.contains(u"another-secret"_s) && !line.contains(u"bearer-session-1"_s), qPrintable(line));
    }

    void refusals_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said"); // part of the message
        const QByteArray words = R"({"error_code":1042,"error_message":"Wrong login or password"})";
        QTest::newRow("wrong password") << jsonReply(words, 401) << u"refused"_s << u"Wrong login or password"_s;
        QTest::newRow("its status") << jsonReply(words, 401) << u"refused"_s << u"401"_s;
        QTest::newRow("its code") << jsonReply(words, 401) << u"refused"_s << u"1042"_s;
        QTest::newRow("banned") << jsonReply(words, 403) << u"banned"_s << u"Wait 180 seconds"_s;
        QTest::newRow("banned, in its own words") << jsonReply(words, 403) << u"banned"_s << u"Wrong login or password"_s;
        QTest::newRow("banned, it says how long") << jsonReply(words, 403, {"Retry-After: 17"}) << u"banned"_s << u"Wait 17 seconds"_s;
        QTest::newRow("restarting") << jsonReply("", 503) << u"try_later"_s << u"503"_s;
        QTest::newRow("busy, it says how long") << jsonReply("", 503, {"Retry-After: 9"}) << u"try_later"_s << u"again in 9 s"_s;
        QTest::newRow("too many, it says how long")
            << jsonReply("", 429, {"Retry-After: 60"}) << u"too_many_sessions"_s << u"again in 60 s"_s;
        QTest::newRow("the rule of the ban") << jsonReply(words, 401) << u"refused"_s << u"After 5 failed logins within 180 seconds"_s;
        QTest::newRow("challenge") << jsonReply("", 401, {"WWW-Authenticate: Basic realm=x"}) << u"refused"_s << u"401"_s;
        QTest::newRow("too many") << jsonReply(R"({"error_code":9,"error_message":"Limit"})", 429) << u"too_many_sessions"_s
                                  << u"close one of this user's sessions"_s;
        QTest::newRow("no words") << jsonReply("<html>", 500) << u"refused"_s << u"500"_s;
        QTest::newRow("redirect") << jsonReply("", 302, {"Location: https://evil.example/login?next=1"}) << u"refused"_s
                                  << u"https://evil.example (HTTP 302)"_s;
        QTest::newRow("password echoed") << jsonReply("{\"error_code\":1,\"error_message\":\"swordfish \\\"7\\\" is wrong\"}", 401)
                                         << u"refused"_s << u"*** is wrong"_s;
        QTest::newRow("not JSON") << FakeReply{200, "<html>Welcome</html>", {"Content-Type: text/html"}} << u"bad_answer"_s
                                  << u"<html>Welcome</html>"_s;
        QTest::newRow("cut JSON") << jsonReply(R"({"session_id":)") << u"bad_answer"_s << u"not JSON"_s;
        QTest::newRow("no session id") << jsonReply("{}") << u"bad_answer"_s << u"session_id"_s;
        QTest::newRow("empty") << jsonReply("") << u"bad_answer"_s << u"object"_s;
        QTest::newRow("no cookie") << jsonReply(R"({"session_id":"a-session"})") << u"bad_answer"_s << u"no cookie"_s;
        QTest::newRow("cut") << FakeReply{200, R"({"session_id":"a-session"})", {}, Manner::Cut} << u"unreachable"_s << u"broke"_s;
        QTest::newRow("closed") << FakeReply{200, {}, {}, Manner::Close} << u"unreachable"_s << u"127.0.0.1"_s;
        QTest::newRow("garbage") << FakeReply{200, "\x01\x02 garbage\n\n\n\n\n\n", {}, Manner::Garbage} << u"unreachable"_s << QString();
        QTest::newRow("chunked") << FakeReply{200, R"({"x":1})", {}, Manner::Chunked} << u"bad_answer"_s << u"session_id"_s;
    }

    void refusals()
    {
        QFETCH(const FakeReply, reply);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", reply);
        Answer login(stage.session().login());
        QTRY_VERIFY(login.result);
        QCOMPARE(login.code(), code);
        QVERIFY2(login.message().contains(said), qPrintable(login.message()));
        QVERIFY2(!login.message().contains(u"swordfish"_s), qPrintable(login.message()));
        QCOMPARE(stage.fake.requests.size(), 1); // a login is never repeated
        QCOMPARE(login.count, 1);
        QCOMPARE(stage.leakedSecret(), QString());
    }

    void warnsBeforeTheBan()
    {
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply(R"({"error_code":1,"error_message":"No"})", 401));
        for (int i = 1; i <= 4; ++i) {
            Answer login(stage.session().login());
            QTRY_VERIFY(login.result);
            QCOMPARE(login.code(), i < 4 ? u"refused"_s : u"banned_soon"_s);
        }
        stage.manual.advance(std::chrono::seconds(180));
        Answer login(stage.session().login());
        QTRY_VERIFY(login.result);
        QCOMPARE(login.code(), u"refused"_s);
    }

    void aBanLastsUntilOurFailuresAreOld() // platform.md §2: 5 failures within 3 minutes
    {
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply(R"({"error_code":1,"error_message":"No"})", 401));
        for (int i = 1; i <= 5; ++i) {
            Answer login(stage.session().login());
            QTRY_VERIFY(login.result);
            stage.manual.advance(std::chrono::seconds(10));
        }
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 403));
        Answer login(stage.session().login());
        QTRY_COMPARE(login.code(), u"banned"_s);
        QVERIFY2(login.message().contains(u"Wait 130 seconds"_s), qPrintable(login.message()));

        stage.profile.dialect.banStatus = 423; // an assumption that a profile can change
        stage.destroySession();
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 423));
        Answer other(stage.session().login());
        QTRY_COMPARE(other.code(), u"banned"_s);
    }

    void sessionsMayShareTheCount()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", jsonReply("{}", 401));
        const auto guard = std::make_shared<LoginGuard>(stage.clock, stage.profile.dialect);
        for (int i = 0; i < 3; ++i)
            guard->recordFailure();
        ClusterSession session(stage.profile, stage.credentials, stage.surroundings(), {}, guard);
        Answer login(session.login());
        QTRY_COMPARE(login.code(), u"banned_soon"_s);
    }

    void nobodyListens()
    {
        Stage stage;
        stage.fake.close();
        Answer login(stage.session().login());
        QTRY_COMPARE(login.code(), u"unreachable"_s);
        QVERIFY(login.message().contains(stage.profile.address.toString()));
    }

    void noAnswerEndsByTheDeadline_data()
    {
        QTest::addColumn<bool>("hasHead");
        QTest::newRow("nothing comes") << false;
        QTest::newRow("half of it comes") << true;
    }

    void noAnswerEndsByTheDeadline()
    {
        QFETCH(const bool, hasHead);
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/iam/sessions",
                      FakeReply{200, R"({"session_id":"x"})", {}, hasHead ? Manner::HangOn : Manner::Hang});
        Answer login(stage.session().login());
        QTRY_COMPARE(stage.fake.requests.size(), 1);
        stage.manual.advance(stage.profile.timeouts.request - std::chrono::milliseconds(1));
        QVERIFY(!login.result);
        stage.manual.advance(std::chrono::milliseconds(1));
        QCOMPARE(login.code(), u"timeout"_s);
        QVERIFY(login.message().contains(u"30"_s));
        QCOMPARE(stage.manual.pending(), 0);
    }

    void canBeCancelled()
    {
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/iam/sessions", FakeReply{200, {}, {}, Manner::Hang});
        Answer login(stage.session().login());
        QTRY_COMPARE(stage.fake.requests.size(), 1);
        login.call->cancel();
        QCOMPARE(login.code(), u"cancelled"_s);
        QCOMPARE(stage.manual.pending(), 0);
        login.call->cancel();
        QCOMPARE(login.count, 1);
    }

    void canBeDestroyedAtAnyTime()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", FakeReply{200, {}, {}, Manner::Hang});
        Answer login(stage.session().login());
        QTRY_COMPARE(stage.fake.requests.size(), 1);
        login.call.reset();
        QCOMPARE(login.count, 0);
    }

    void aCallMayOutliveItsSession()
    {
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/iam/sessions", FakeReply{200, {}, {}, Manner::Hang});
        Answer login(stage.session().login());
        QTRY_COMPARE(stage.fake.requests.size(), 1);
        stage.destroySession();
        QVERIFY(!login.result);
        stage.manual.advance(stage.profile.timeouts.request);
        QCOMPARE(login.code(), u"timeout"_s);
    }

    void anExpiredSessionIsNotTriedAgain()
    {
        Stage stage;
        QVERIFY(stage.logIn());
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply(R"({"error_code":2,"error_message":"No session"})", 401));
        Answer first(stage.session().scripts().list());
        QTRY_COMPARE(first.code(), u"expired"_s);
        const qsizetype sent = stage.fake.requests.size();
        Answer second(stage.session().scripts().list());
        QVERIFY(!second.result);
        QTRY_COMPARE(second.code(), u"expired"_s);
        QCOMPARE(stage.fake.requests.size(), sent);

        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("[]"));
        QVERIFY(stage.logIn());
        QVERIFY(!stage.fake.requests.last().headers.contains("cookie")); // the stale one is gone
        Answer third(stage.session().scripts().list());
        QTRY_COMPARE(third.code(), u"ok"_s);
    }

    void aBusyClusterIsAskedAgainWhenItSaysSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("busy"); // answers before the good one
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("requests");
        QTest::newRow("once") << 429 << "Retry-After: 2"_ba << 1 << u"ok"_s << 2;
        QTest::newRow("unavailable") << 503 << "Retry-After: 2"_ba << 3 << u"ok"_s << 4;
        QTest::newRow("a date") << 503 << "Retry-After: Tue, 14 Nov 2023 22:13:22 GMT"_ba << 1 << u"ok"_s << 2; // 2 s on
        QTest::newRow("at once") << 429 << "Retry-After: 0"_ba << 1 << u"ok"_s << 2;
        QTest::newRow("too often") << 429 << "Retry-After: 2"_ba << 9 << u"try_later"_s << 4;
        QTest::newRow("too long") << 429 << "Retry-After: 31"_ba << 1 << u"try_later"_s << 1;
        QTest::newRow("does not say") << 429 << "X: y"_ba << 1 << u"try_later"_s << 1;
        QTest::newRow("nonsense") << 429 << "Retry-After: soon"_ba << 1 << u"try_later"_s << 1;
        QTest::newRow("below nothing") << 429 << "Retry-After: -5"_ba << 1 << u"try_later"_s << 1;
        QTest::newRow("a fault") << 500 << "Retry-After: 1"_ba << 1 << u"refused"_s << 1;
    }

    void aBusyClusterIsAskedAgainWhenItSaysSo()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, after);
        QFETCH(int, busy);
        QFETCH(const QString, code);
        QFETCH(const int, requests);
        Stage stage(true);
        const QByteArray path = "/rest/v1/service/svcscripts";
        stage.fake.on("GET", path, [&](const FakeRequest &) { return busy-- > 0 ? jsonReply("{}", status, {after}) : jsonReply("[]"); });
        Answer list(stage.session().rest().json({"GET", QString::fromLatin1(path)}));
        for (int i = 1; i < requests; ++i) {
            QTRY_COMPARE(stage.log.filter(u"asks to be asked again"_s).size(), i); // it waits
            QVERIFY(!list.result);
            QCOMPARE(stage.fake.requests.size(), i);
            stage.manual.advance(std::chrono::seconds(2));
        }
        QTRY_COMPARE(list.code(), code);
        QCOMPARE(stage.fake.requests.size(), requests);
        QCOMPARE(stage.manual.pending(), 0);
    }

    void whatChangesSomethingIsNeverRepeated()
    {
        Stage stage(true);
        stage.fake.on("POST", "/rest/v1/service/svcscripts", jsonReply("{}", 503, {"Retry-After: 0"}));
        Answer post(stage.session().rest().json({"POST", u"/rest/v1/service/svcscripts"_s, {}, json("{}")}));
        QTRY_COMPARE(post.code(), u"try_later"_s);
        QCOMPARE(stage.fake.requests.size(), 1);
    }

    void withoutALoginA401IsARefusal()
    {
        Stage stage;
        stage.fake.on("GET", "/rest/v1/service/svcscripts", jsonReply("{}", 401));
        Answer list(stage.session().scripts().list());
        QTRY_COMPARE(list.code(), u"refused"_s);
    }

    void logsOut()
    {
        Stage stage;
        QVERIFY(stage.logIn());
        Answer logout(stage.session().logout());
        QVERIFY(!logout.result);
        QTRY_COMPARE(logout.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.last().method, "DELETE"_ba);
        QCOMPARE(stage.fake.requests.last().target, "/rest/v1/iam/sessions/current"_ba);
        QCOMPARE(stage.fake.requests.last().headers.value("cookie"), "RSession=c00c1e-va1ue"_ba);
        Answer again(stage.session().logout());
        QTRY_COMPARE(again.code(), u"ok"_s);
        QCOMPARE(stage.fake.requests.size(), 2); // there was nothing left to end
    }

    void logoutIsNeverAnError_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::newRow("refused") << jsonReply("{}", 500);
        QTest::newRow("closed") << FakeReply{200, {}, {}, Manner::Close};
        QTest::newRow("gone already") << jsonReply("{}", 401);
    }

    void logoutIsNeverAnError()
    {
        QFETCH(const FakeReply, reply);
        Stage stage;
        QVERIFY(stage.logIn());
        stage.fake.on("DELETE", "/rest/v1/iam/sessions/current", reply);
        Answer logout(stage.session().logout());
        QTRY_COMPARE(logout.code(), u"ok"_s);
    }

    void logoutDoesNotWaitForever()
    {
        Stage stage(true);
        QVERIFY(stage.logIn());
        stage.fake.on("DELETE", "/rest/v1/iam/sessions/current", FakeReply{200, {}, {}, Manner::Hang});
        Answer logout(stage.session().logout());
        QTRY_COMPARE(stage.fake.requests.size(), 2);
        stage.manual.advance(std::chrono::seconds(5));
        QCOMPARE(logout.code(), u"ok"_s);
    }

    void aBadAddressIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << QString();
        QTest::newRow("ftp") << u"ftp://cluster.example"_s;
        QTest::newRow("no host") << u"http:///"_s;
    }

    void aBadAddressIsSaid()
    {
        QFETCH(const QString, address);
        Stage stage;
        stage.profile.address = QUrl(address);
        Answer login(stage.session().login());
        QVERIFY(!login.result);
        QTRY_COMPARE(login.code(), u"bad_profile"_s);
        Answer link(stage.session().openLink({}));
        QTRY_COMPARE(link.code(), u"bad_profile"_s);
    }

    void tooLargeAnAnswer()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions",
                      FakeReply{200, "HTTP/1.1 200 OK\r\nContent-Length: 67108865\r\n\r\n{", {}, Manner::Garbage});
        Answer login(stage.session().login());
        QTRY_COMPARE(login.code(), u"bad_answer"_s);
        QVERIFY(login.message().contains(u"67108865"_s));
    }

    void tooLargeWithoutALength()
    {
        Stage stage;
        stage.fake.on("POST", "/rest/v1/iam/sessions", FakeReply{200, QByteArray(65 * 1024 * 1024, ' '), {}, Manner::Chunked});
        Answer login(stage.session().login());
        QTRY_COMPARE_WITH_TIMEOUT(login.code(), u"bad_answer"_s, 20'000);
        QVERIFY(login.message().contains(u"67108864"_s));
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
