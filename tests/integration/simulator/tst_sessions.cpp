// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and the web socket APIs of the simulated cluster over real sockets, by clients that share no code with it.
#include "clusterstage.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;

class TestSessions : public QObject, private ClusterStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    // Sessions --------------------------------------------------------------------------------------------------------
    void logsInAndOut()
    {
        HttpClient user(url());
        const auto login = user.login("operator");
        QCOMPARE(login.status, 200);
        QCOMPARE(login.json()[u"session_type"].toString(), u"cookie"_s);
        QCOMPARE(login.json()[u"ttl"].toInt(), 43200);
        QVERIFY(login.header("set-cookie").startsWith("RSession=" + login.json()[u"session_id"].toString().toLatin1()));
        QCOMPARE(user.send("GET", u"/rest/v1/iam/sessions/current"_s).json()[u"login"].toString(), u"operator"_s);
        QCOMPARE(user.send("PATCH", u"/rest/v1/iam/sessions/current"_s, R"({"ttl":60})").json()[u"ttl"].toInt(), 60);
        QCOMPARE(user.send("PATCH", u"/rest/v1/iam/sessions/current"_s, R"({"ttl":0})").status, 400);
        QCOMPARE(user.send("GET", u"/rest/v1/master/logicalroles/ws/sessions"_s).status, 403);
        QCOMPARE(user.send("DELETE", u"/rest/v1/iam/sessions/current"_s).status, 204);
        QCOMPARE(user.send("GET", u"/rest/v1/iam/sessions/current"_s).status, 401);
    }
    void logsInWithATokenInstead()
    {
        HttpClient user(url());
        const auto login = user.login("operator", "demo", R"(,"session_type":"token")");
        QVERIFY(!login.json()[u"session_token"].toString().isEmpty());
        QVERIFY(login.header("set-cookie").isEmpty());
        for (const auto key : {u"session_token", u"session_id"}) {
            user.bearer = login.json()[key].toString().toLatin1();
            QCOMPARE(user.send("GET", u"/rest/v1/iam/sessions/current"_s).status, 200);
        }
    }
    void refusesTheEleventhSession()
    {
        HttpClient user(url());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(user.login("operator").status, 200);
        const auto refused = user.login("operator");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.json()[u"error_code"].toInt(), 429);
        QVERIFY(!refused.json()[u"error_message"].toString().isEmpty());
        // An administrator can close them.
        QCOMPARE(m_admin->send("POST", u"/rest/v1/master/logicalroles/ws/sessions"_s, R"({"login":"operator"})").body,
                 R"({"closed":11})"); // the desk too
        QCOMPARE(user.login("operator").status, 200);
    }
    void bansAnAddress()
    {
        HttpClient user(url());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(user.login("operator", "wrong").status, 401);
        user.bearer = "11111111-1111-4111-8111-111111111111"; // no such session: counts as well
        QCOMPARE(user.send("GET", u"/rest/v1/iam/sessions/current"_s).status, 401);
        user.bearer.clear();
        QCOMPARE(user.login("operator").status, 403);
        SocketClient socket;
        QVERIFY(!socket.open(url(), u"/ws"_s));
    }
    void listsSessionsAndConnections()
    {
        const auto answer = m_admin->send("GET", u"/rest/v1/master/logicalroles/ws/sessions?sites=%22all%22"_s);
        QCOMPARE(answer.status, 200);
        QStringList found;
        const core::Json sessions = answer.json();
        for (const core::Json &session : sessions.items()) {
            for (const core::Json &connection : session[u"connections"].items())
                found << session[u"login"].toString() + u' ' + connection[u"site"].toString() + u' ' + connection[u"node"].toString() +
                             u' ' + QString::fromUtf8(connection[u"caps"].toCompact()) + u' ' + connection[u"ownertype"].toString();
        }
        found.sort();
        QCOMPARE(found,
                 (QStringList{latin(R"(crm main_site node1 ["msg"] token)"), latin(R"(operator main_site node1 ["plugin_desk"] user)"),
                              latin(R"(orders site_2 node2 ["plugin_orders"] token)"),
                              latin(R"(svc main_site node1 ["svcscript","subscr","rest","msg"] token)")}));
        const auto other = m_admin->send("GET", u"/rest/v1/master/logicalroles/ws/sessions?sites=%5B%22site_2%22%5D"_s).json();
        QCOMPARE(other.size(), 1);
        QCOMPARE(other.at(0)[u"login"].toString(), u"orders"_s);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/master/logicalroles/ws/sessions"_s).json().size(), 4);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/master/logicalroles/ws/sessions?sites=%7B"_s).status, 400);
    }
    void closingASessionClosesItsConnections()
    {
        const QString session = m_svc->call("connection_info", R"({"qid":1})")[u"sessionid"].toString();
        QCOMPARE(m_admin->send("DELETE", u"/rest/v1/master/logicalroles/ws/sessions/"_s + session).status, 204);
        QCOMPARE(m_svc->waitForClose(), 1008);
        QCOMPARE(m_admin->send("DELETE", u"/rest/v1/master/logicalroles/ws/sessions/"_s + session).status, 404);
    }

    // Web socket APIs -------------------------------------------------------------------------------------------------
    void usersLogInBeforeSetup()
    {
        SocketClient user;
        QVERIFY(user.open(url(), u"/ws"_s));
        QCOMPARE(user.call("connection_info", R"({"qid":1})")[u"result"].toString(), u"error"_s);
        QCOMPARE(user.call("login", R"({"qid":2,"login":"admin","pwd":"wrong","td":"test.rootdomain.ru"})")[u"result"].toString(),
                 u"error"_s);
        const core::Json login = user.call("login", R"({"qid":3,"login":"admin","pwd":"demo","td":"test.rootdomain.ru"})");
        QCOMPARE(login[u"result"].toString(), u"ok"_s);
        QCOMPARE(login[u"register"].toString(), u"ok"_s);
        QCOMPARE(login[u"login"].toString(), u"admin"_s);
        QCOMPARE(user.call("connection_info", R"({"qid":4})")[u"result"].toString(), u"error"_s); // not set up
        user.call("setup", R"({"qid":5,"capabilities":[{"key":"plugin_desk"}]})");
        const core::Json info = user.call("connection_info", R"({"qid":6})");
        QCOMPARE(info[u"ownertype"].toString(), u"user"_s);
        QCOMPARE(info[u"sessionid"], login[u"sessionid"]);
        QVERIFY(info[u"connectionid"] != info[u"sessionid"]);
    }
    void usersSetUpBeforeLogin()
    {
        SocketClient user;
        QVERIFY(user.open(url(), u"/ws"_s));
        QCOMPARE(user.call("setup", R"({"qid":0.58,"capabilities":[{"key":"plugin_desk"},{"key":"b"}]})").toCompact(),
                 R"({"qid":0.58,"capabilities":[{"key":"plugin_desk","result":"ok"},{"key":"b","result":"ok"}]})");
        const core::Json login = user.call("login", R"({"qid":1,"login":"operator","pwd":"demo","domain":"test.rootdomain.ru"})");
        QCOMPARE(login[u"capabilities"].toCompact(),
                 R"([{"key":"plugin_desk","result":"ok"},{"key":"b","result":"error","errormsg":"Unknown capability"}])");
    }
    void usersComeWithASession()
    {
        SocketClient withCookie;
        QVERIFY(withCookie.open(url(), u"/ws"_s, "Cookie", m_admin->cookie()));
        withCookie.call("setup", R"({"qid":1,"capabilities":[]})");
        QCOMPARE(withCookie.call("connection_info", R"({"qid":1})")[u"login"].toString(), u"admin"_s);
        SocketClient withId;
        QVERIFY(withId.open(url(), u"/ws"_s));
        const QByteArray id = m_admin->cookie().split('=').at(1);
        QCOMPARE(withId.call("login", R"({"qid":1,"rsessionid":")" + id + R"("})")[u"sessionid"].toString().toLatin1(), id);
        QCOMPARE(withId.call("login", R"({"qid":1,"rsessionid":")" + id + R"("})")[u"result"].toString(), u"error"_s);
    }
    void tokensMustBeKnown()
    {
        SocketClient wrong;
        QVERIFY(!wrong.open(url(), u"/ws/token/v1/00000000000000000000000000000000"_s));
        SocketClient none;
        QVERIFY(!none.open(url(), u"/ws/token/v1"_s));
        SocketClient nowhere;
        QVERIFY(!nowhere.open(url(), u"/ws/other"_s));
        QCOMPARE(m_admin->send("GET", u"/ws"_s).status, 426);
    }
    void tellsAboutTheConnection()
    {
        const core::Json info = m_svc->call("connection_info", R"({"qid":{"any":[1]}})");
        QCOMPARE(info[u"qid"].toCompact(), R"({"any":[1]})");
        QCOMPARE(info[u"result"].toString(), u"ok"_s);
        QCOMPARE(info[u"site"].toString(), u"main_site"_s);
        QCOMPARE(info[u"ownertype"].toString(), u"token"_s);
        QCOMPARE(info[u"domain"].toString(), u"test.rootdomain.ru"_s);
        QCOMPARE(info[u"integration_point_id"].toString(), u"3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e101"_s);
        QCOMPARE(info[u"integration_point_type"].toString(), u"public"_s);
        QCOMPARE(info[u"token"].toString(), QString::fromLatin1(svcToken));
        QCOMPARE(info[u"roles"].toCompact(), R"(["service"])");
        QVERIFY(info[u"datetime"].toString().endsWith(u'Z'));
        QVERIFY(qAbs(*info[u"timestamp"].toInt() - QDateTime::currentMSecsSinceEpoch()) < 60000);
    }
    void badFramesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("method");
        QTest::newRow("no JSON") << QByteArray("hello") << u"error"_s;
        QTest::newRow("object") << QByteArray("{}") << u"error"_s;
        QTest::newRow("one element") << QByteArray(R"(["a"])") << u"error"_s;
        QTest::newRow("three elements") << QByteArray(R"(["a",{},1])") << u"error"_s;
        QTest::newRow("number first") << QByteArray("[1,{}]") << u"error"_s;
        QTest::newRow("empty") << QByteArray("") << u"error"_s;
        QTest::newRow("duplicate key") << QByteArray(R"(["a",{"b":1,"b":2}])") << u"error"_s;
        QTest::newRow("unknown method") << QByteArray(R"(["nonsense",{"qid":1}])") << u"nonsense_result"_s;
        QTest::newRow("body no object") << QByteArray(R"(["setup",[]])") << u"setup_result"_s;
        QTest::newRow("setup without list") << QByteArray(R"(["setup",{"qid":1}])") << u"setup_result"_s;
        QTest::newRow("setup without keys") << QByteArray(R"(["setup",{"qid":1,"capabilities":["msg"]}])") << u"setup_result"_s;
        QTest::newRow("login on the token API") << QByteArray(R"(["login",{"qid":1}])") << u"login_result"_s;
        QTest::newRow("no code") << QByteArray(R"(["start_svcscript",{"qid":1}])") << u"start_svcscript_result"_s;
        QTest::newRow("unknown code") << QByteArray(R"(["start_svcscript",{"qid":1,"code":"none"}])") << u"start_svcscript_result"_s;
        QTest::newRow("bad timeout") << QByteArray(R"(["start_svcscript",{"qid":1,"code":"none","timeout":0}])")
                                     << u"start_svcscript_result"_s;
        QTest::newRow("nothing to abort") << QByteArray(R"(["abort_svcscript",{"qid":1}])") << u"abort_svcscript_result"_s;
        QTest::newRow("subscribe to nothing") << QByteArray(R"(["subscribe",{"qid":1,"id":"s"}])") << u"subscribe_result"_s;
        QTest::newRow("subscribe too long") << QByteArray(R"(["subscribe",{"qid":1,"id":"s","events":["registrarevents"],"expires":3601}])")
                                            << u"subscribe_result"_s;
    }
    void badFramesAreAnswered()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QString, method);
        m_svc->send(frame);
        const core::Json body = m_svc->take(method);
        QCOMPARE(body[u"result"].toString(), u"error"_s);
        QVERIFY(!body[u"errormsg"].toString().isEmpty());
        QCOMPARE(m_svc->call("connection_info", R"({"qid":true})")[u"qid"].toCompact(), "true"); // still there
    }
    void binaryAndOversizedFramesClose()
    {
        SocketClient binary;
        QVERIFY(binary.open(url(), tokenPath(crmToken)));
        binary.socket.sendBinaryMessage("x");
        QCOMPARE(binary.waitForClose(), 1003);
        SocketClient big;
        QVERIFY(big.open(url(), tokenPath(crmToken)));
        big.send("[\"x\",\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"]");
        QCOMPARE(big.waitForClose(), 1009);
    }
    void fragmentedMessagesAreOne()
    {
        m_svc->socket.setOutgoingFrameSize(5);
        QCOMPARE(m_svc->call("connection_info", R"({"qid":"fragmented"})")[u"qid"].toString(), u"fragmented"_s);
    }
    void tellsOfRegistrations()
    {
        QCOMPARE(m_svc->call("subscribe", R"({"qid":1,"id":"s1","events":["registrarevents"],"expires":300})")[u"result"].toString(),
                 u"ok"_s);
        {
            SocketClient peer;
            QVERIFY(peer.open(url(1), tokenPath(crmToken)));
            const core::Json came = m_svc->take(u"notify");
            QCOMPARE(came[u"class"].toString(), u"registrarevents"_s);
            QCOMPARE(came[u"type"].toString(), u"user_registered"_s);
            QCOMPARE(came[u"data"][u"user_id"].toString(), u"3f2a7c64-58b1-4c0e-8e0d-1b6a90d4e102"_s);
            QCOMPARE(came[u"data"][u"ttl"].toInt(), 60);
            peer.socket.close();
            QVERIFY(peer.waitForClose() != 0);
        }
        const core::Json went = m_svc->take(u"notify");
        QCOMPARE(went[u"type"].toString(), u"user_unregistered"_s);
        QCOMPARE(went[u"data"][u"reason"].toString(), u"unregister_contact"_s);
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
