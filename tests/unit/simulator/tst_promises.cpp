// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform's documentation promises of a server, [D] in platform.md §2, §3 and §5: each promise has a test whose name begins with
// its section. What is ours beside it is tested elsewhere.
#include "support/simulatedstate.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using test::FakeTransport;
using test::RestAnswer;
using test::SimulatedState;

namespace {

const QByteArray sessionsPath = "/rest/v1/iam/sessions";
const QByteArray currentPath = "/rest/v1/iam/sessions/current";
const QByteArray allSessionsPath = "/rest/v1/master/logicalroles/ws/sessions";
const QByteArray scriptsPath = "/rest/v1/service/svcscripts";
const auto anonymous = "10.0.0.9"_L1;

QByteArray credentials(const QByteArray &login, const QByteArray &password = "demo", const QByteArray &more = {})
{
    return "{\"domain\":\"test.rootdomain.ru\",\"login\":\"" + login + "\",\"pwd\":\"" + password + '"' + more + '}';
}

bool isUuid(const QString &text)
{
    return !QUuid::fromString(text).isNull();
}

/// Pauses for two seconds, then again and again.
constexpr auto looping = R"({"code":"loop","scriptdata":{"objects":[
    {"oId":1,"oType":101,"type":0,"defineVars":1,"transfer":2},
    {"oId":2,"oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"2000"},"transfer":3},
    {"oId":3,"oType":106,"mode":0,"variable":"n","value":{"argType":3,"varType":1,"value":"[n] + 1"},"transfer":2}],
    "variables":[{"id":"1","name":"n","type":1,"location":0}]}})";

/// Keeps some of its start parameters. (The blanks behind the parentheses keep C++ from ending the text there.)
constexpr auto keeping = R"({"code":"keep","scriptdata":{"objects":[
    {"oId":1,"oType":101,"type":0,"startParam":"first","defineVars":1,"transfer":2},
    {"oId":2,"oType":106,"mode":0,"variable":"last","value":{"argType":3,"varType":2,"value":"startparam(20) "},"transfer":3},
    {"oId":3,"oType":106,"mode":0,"variable":"all",
     "value":{"argType":3,"varType":2,"value":"startparam(1) ++ startparam(2) ++ startparam(3) "},"transfer":4},
    {"oId":4,"oType":102}],"variables":[{"id":"1","name":"first","type":2,"location":0},{"id":"2","name":"last","type":2,"location":0},
    {"id":"3","name":"all","type":2,"location":0}]}})";

} // namespace

class TestPromises : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatedState> m_cluster;

    void start(simulator::ClusterConfig config)
    {
        m_cluster.reset();
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
    }
    RestAnswer login(const QByteArray &name, const QByteArray &password = "demo", const QByteArray &more = {},
                     const QString &address = anonymous)
    {
        return m_cluster->rest(0, "POST", sessionsPath, credentials(name, password, more), {}, address);
    }
    /// The header with the cookie that a login has set.
    static QByteArray cookieOf(const RestAnswer &login)
    {
        const QByteArray set = login.header("set-cookie");
        return "Cookie: " + set.first(set.indexOf(';'));
    }
    static QByteArray bearerOf(const QByteArray &id) { return "Authorization: Bearer " + id; }
    void store(const QByteArray &entity)
    {
        const auto created = m_cluster->services().scripts.create(test::parsed(entity));
        QVERIFY2(created.has_value(), created ? "" : qPrintable(created.error().message));
    }
    std::variant<simulator::HttpReply, simulator::Connection::Opening> upgrade(const QByteArray &path, const QByteArray &authorization = {})
    {
        simulator::HttpRequest request;
        request.method = "GET";
        request.path = path;
        request.address = anonymous;
        if (!authorization.isEmpty())
            request.headers.insert("authorization", authorization);
        return simulator::HttpApi(m_cluster->state->node(0)).upgrade(request);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto config = simulator::ClusterConfig::demo();
        config.nodes = 2;
        config.sites = 2;
        start(std::move(config));
    }

    // §2 HTTP sessions ------------------------------------------------------------------------------------------------
    void section2_loginSetsACookie()
    {
        const RestAnswer answer = login("admin");
        QCOMPARE(answer.status(), 200);
        QVERIFY(!answer.json().contains(u"session_token"));
        const RestAnswer current = m_cluster->rest(0, "GET", currentPath, {}, {cookieOf(answer)}, anonymous);
        QCOMPARE(current.status(), 200);
        QCOMPARE(current.json()[u"session_id"], answer.json()[u"session_id"]);
    }
    void section2_aTokenLoginCarriesAToken()
    {
        const RestAnswer answer = login("admin", "demo", R"(,"session_type":"token")");
        QVERIFY(!answer.json()[u"session_token"].toString().isEmpty());
        QVERIFY(answer.header("set-cookie").isEmpty());
        const QByteArray id = answer.json()[u"session_id"].toString().toLatin1();
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf(id)}, anonymous).status(), 200);
        QCOMPARE(m_cluster->rest(1, "GET", currentPath, {}, {bearerOf(id)}, anonymous).status(), 200); // active-active
    }
    void section2_theCurrentSessionIsReadChangedAndEnded()
    {
        const QByteArray cookie = cookieOf(login("admin"));
        QCOMPARE(m_cluster->rest(0, "PATCH", currentPath, R"({"ttl":100})", {cookie}, anonymous).json()[u"ttl"].toInt(), 100);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {cookie}, anonymous).json()[u"ttl"].toInt(), 100);
        for (const char *bad : {R"({"ttl":0})", R"({"ttl":"1"})", R"({"login":"x"})", "[]", "{"})
            QCOMPARE(m_cluster->rest(0, "PATCH", currentPath, bad, {cookie}, anonymous).status(), 400);
        QCOMPARE(m_cluster->rest(0, "DELETE", currentPath, {}, {cookie}, anonymous).status(), 204);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {cookie}, anonymous).status(), 401);
    }
    void section2_tenSessionsAUser()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(login("admin").status(), 200);
        QCOMPARE(login("admin").status(), 429);
        FakeTransport socket; // sessions of web sockets count too
        m_cluster->attach(socket);
        QCOMPARE(socket.call("login", R"({"qid":1,"login":"admin","pwd":"demo","td":"test.rootdomain.ru"})")[u"result"].toString(),
                 u"error"_s);
        QCOMPARE(login("operator").status(), 200);
    }
    void section2_useExtendsASession()
    {
        const RestAnswer answer = login("admin");
        const QByteArray cookie = cookieOf(answer);
        for (int i = 0; i < 3; ++i) {
            m_cluster->pass(std::chrono::hours(11));
            QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {cookie}, anonymous).json()[u"ttl"].toInt(), 43200);
        }
        m_cluster->pass(std::chrono::hours(12));
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {cookie}, anonymous).status(), 401);
    }
    void section2_useInsideAWebSocketExtendsASession()
    {
        const QByteArray id = login("admin").json()[u"session_id"].toString().toLatin1();
        FakeTransport socket;
        const auto connection = m_cluster->attach(socket);
        QCOMPARE(socket.call("login", "{\"qid\":1,\"rsessionid\":\"" + id + "\"}")[u"result"].toString(), u"ok"_s);
        for (int i = 0; i < 40; ++i) { // twenty hours; it answers pings all the time
            for (int ping = 0; ping < 60; ++ping) {
                m_cluster->pass(std::chrono::seconds(30));
                connection->onPong(0);
            }
            socket.call("setup", R"({"qid":1,"capabilities":[]})");
        }
        QVERIFY(connection->isOpen());
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf(id)}, anonymous).json()[u"ttl"].toInt(), 43200);
    }
    void section2_onlyHttpExtendsTheCookie()
    {
        const RestAnswer answer = login("admin");
        QVERIFY(answer.header("set-cookie").contains("Max-Age=43200"));
        m_cluster->pass(std::chrono::hours(1));
        // With a body, and without one.
        const RestAnswer changed = m_cluster->rest(0, "PATCH", currentPath, R"({"ttl":1000})", {cookieOf(answer)}, anonymous);
        QVERIFY(changed.header("set-cookie").contains("Max-Age=1000"));
        const RestAnswer read = m_cluster->rest(0, "GET", scriptsPath, {}, {cookieOf(answer)}, anonymous);
        QVERIFY(read.header("set-cookie").contains("Max-Age=1000"));
        // One who sends no cookie gets none; neither does a web socket.
        const QByteArray id = answer.json()[u"session_id"].toString().toLatin1();
        QVERIFY(m_cluster->rest(0, "GET", scriptsPath, {}, {bearerOf(id)}, anonymous).header("set-cookie").isEmpty());
    }
    void section2_fiveFailuresWithinThreeMinutesBanAnAddress()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(login("admin", "wrong").status(), 401);
        const RestAnswer banned = login("admin");
        QCOMPARE(banned.status(), 403);
        QCOMPARE(m_cluster->rest(0, "GET", "/rest/v1/nowhere", {}, {}, anonymous).status(), 403); // unprocessed
        const auto refused = upgrade("/ws");
        QCOMPARE(std::get<simulator::HttpReply>(refused).status, 403);
        QCOMPARE(login("admin", "demo", {}, u"10.0.0.10"_s).status(), 200);
        m_cluster->pass(std::chrono::minutes(3));
        QCOMPARE(login("admin").status(), 200);
    }
    void section2_anUnknownSessionCountsAsAFailedLogin()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf("none")}, anonymous).status(), 401);
        QCOMPARE(login("admin").status(), 403);
    }
    void section2_administratorsSeeOpenSessions()
    {
        FakeTransport socket;
        const auto connection = m_cluster->connectUser(socket, u"operator"_s, {"rest"}, 1);
        const QByteArray admin = m_cluster->bearer();
        const auto find = [&](const QByteArray &sites) {
            const Json list = m_cluster->rest(0, "GET", allSessionsPath + sites, {}, {admin}).json();
            for (const Json &session : list.items()) {
                if (session[u"session_id"].toString() == connection->session()->id)
                    return session;
            }
            return Json();
        };
        const Json session = find("?sites=\"all\"");
        for (const auto key : {"domain"_L1, "login"_L1, "session_id"_L1, "session_type"_L1, "site"_L1, "ttl"_L1, "user_id"_L1})
            QVERIFY2(session.contains(QString(key)), key.data());
        QCOMPARE(session[u"site"].toString(), u"site_2"_s);
        QCOMPARE(session[u"connections"].at(0)[u"connection_id"].toString(), connection->id());
        QVERIFY(find({}).isNull()); // "current" is the default
        QVERIFY(find("?sites=\"current\"").isNull());
        QVERIFY(!find("?sites=[\"site_2\"]").isNull());
        QVERIFY(find("?sites=[\"main_site\"]").isNull());
        QVERIFY(!find("?sites=%5B%22main_site%22,%22site_2%22%5D").isNull());
    }
    void section2_sitesAreWrong_data()
    {
        QTest::addColumn<QByteArray>("sites");
        for (const char *bad : {"main_site", "[", "{}", "[1]", "[\"nowhere\"]", "1"})
            QTest::newRow(bad) << QByteArray(bad);
    }
    void section2_sitesAreWrong()
    {
        QFETCH(QByteArray, sites);
        const RestAnswer answer = m_cluster->rest(0, "GET", allSessionsPath + "?sites=" + sites, {}, {m_cluster->bearer()});
        QCOMPARE(answer.status(), 400);
        QVERIFY(answer.error().contains(u"sites"_s));
    }
    void section2_theListIsACollection()
    {
        const QByteArray admin = m_cluster->bearer();
        QCOMPARE(login("operator").status(), 200);
        QCOMPARE(m_cluster->rest(0, "GET", allSessionsPath + "?sites=\"all\"&mask=login&order=-login&filter=*o*&limit=1", {}, {admin})
                     .reply.body,
                 R"([{"login":"orders"}])");
        QCOMPARE(m_cluster->rest(0, "GET", allSessionsPath + "?mask=token", {}, {admin}).status(), 400);
        QCOMPARE(m_cluster->rest(0, "LOOKUP", allSessionsPath + "?sites=\"all\"", R"({"login":"operator"})", {admin}).json().size(), 2);
        QCOMPARE(m_cluster->rest(0, "LOOKUP", allSessionsPath + "?login=nobody", {}, {admin}).status(), 404);
    }
    void section2_administratorsCloseSessions()
    {
        const QByteArray admin = m_cluster->bearer();
        const QByteArray first = login("operator").json()[u"session_id"].toString().toLatin1();
        const QByteArray second = login("operator").json()[u"session_id"].toString().toLatin1();
        QCOMPARE(m_cluster->rest(0, "DELETE", allSessionsPath + '/' + first, {}, {admin}).status(), 204);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf(first)}, anonymous).status(), 401);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf(second)}, anonymous).status(), 200);
        QCOMPARE(m_cluster->rest(0, "POST", allSessionsPath, R"({"login":"operator"})", {admin}).status(), 200);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {bearerOf(second)}, anonymous).status(), 401);
        QCOMPARE(m_cluster->rest(0, "GET", currentPath, {}, {admin}).status(), 200); // not the others'
        QCOMPARE(m_cluster->rest(0, "POST", allSessionsPath, R"({"login":"nobody"})", {admin}).status(), 404);
        QCOMPARE(m_cluster->rest(0, "POST", allSessionsPath, "{}", {admin}).status(), 400);
        QCOMPARE(m_cluster->rest(0, "GET", allSessionsPath + '/' + second, {}, {admin}).header("allow"), "DELETE");
        QCOMPARE(m_cluster->rest(0, "GET", allSessionsPath, {}, {m_cluster->bearer(u"operator"_s)}).status(), 403);
    }

    // §3 Web sockets --------------------------------------------------------------------------------------------------
    void section3_thePathTellsTheApi_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status"); // 0: a web socket
        QTest::addColumn<bool>("isToken");
        const QByteArray token = "5b0c1a94e27d4f3886c2d9e1f7a3b602";
        QTest::newRow("user") << "/ws"_ba << QByteArray() << 0 << false;
        QTest::newRow("token in the path") << "/ws/token/v1/" + token << QByteArray() << 0 << true;
        QTest::newRow("token in capitals") << "/ws/token/v1/" + token.toUpper() << QByteArray() << 0 << true;
        QTest::newRow("token as Bearer") << "/ws/token/v1"_ba
                                         << "Bearer " + token << 0 << true;
        QTest::newRow("token nowhere") << "/ws/token/v1"_ba << QByteArray() << 401 << true;
        QTest::newRow("unknown token") << "/ws/token/v1/" + QByteArray(32, '0') << QByteArray() << 401 << true;
        QTest::newRow("another version") << "/ws/token/v2/" + token << QByteArray() << 404 << true;
        QTest::newRow("elsewhere") << "/wss"_ba << QByteArray() << 404 << true;
    }
    void section3_thePathTellsTheApi()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        QFETCH(bool, isToken);
        const auto decision = upgrade(path, authorization);
        if (const auto *refused = std::get_if<simulator::HttpReply>(&decision)) {
            QCOMPARE(refused->status, status);
            return;
        }
        QCOMPARE(0, status);
        QCOMPARE(std::get<simulator::Connection::Opening>(decision).side == simulator::Side::Token, isToken);
    }
    void section3_requestsAreAnsweredWithTheirQid_data()
    {
        QTest::addColumn<QByteArray>("qid");
        for (const char *qid : {"1", "0.58", "\"a\"", "null", "true", "[1,{}]", R"({"b":1,"a":[null]})", "12345678901234567890"})
            QTest::newRow(qid) << QByteArray(qid);
    }
    void section3_requestsAreAnsweredWithTheirQid()
    {
        QFETCH(QByteArray, qid);
        FakeTransport socket;
        m_cluster->connectPoint(socket, u"crm"_s, {"msg"});
        QCOMPARE(socket.call("connection_info", "{\"qid\":" + qid + '}')[u"qid"].toCompact(), qid);
        QCOMPARE(socket.last().at(0).toString(), u"connection_info_result"_s);
        QCOMPARE(socket.call("nonsense", "{\"qid\":" + qid + '}').toCompact(),
                 "{\"qid\":" + qid + R"(,"result":"error","errormsg":"Unknown method"})");
    }
    void section3_untilSetUpOnlyLoginAndSetupAreKnown()
    {
        FakeTransport socket;
        simulator::Connection::Opening opening;
        opening.side = simulator::Side::Token;
        opening.point = m_cluster->config.point(u"svc"_s);
        m_cluster->attach(socket, opening);
        for (const char *method : {"connection_info", "start_svcscript", "subscribe", "rest", "anything"})
            QVERIFY2(socket.call(method, R"({"qid":1})")[u"errormsg"].toString().contains(u"only login and setup"_s), method);
        QVERIFY(!socket.call("setup", R"({"qid":1,"capabilities":[]})").contains(u"result"));
        QCOMPARE(socket.call("connection_info", R"({"qid":1})")[u"result"].toString(), u"ok"_s);
    }
    void section3_setupAnswersForEachCapability()
    {
        FakeTransport socket;
        m_cluster->connectPoint(socket, u"crm"_s, {});
        QCOMPARE(
            socket.call("setup", R"({"qid":0.58,"capabilities":[{"key":"msg"},{"key":"b"}]})").toCompact(),
            R"({"qid":0.58,"capabilities":[{"key":"msg","result":"ok"},{"key":"b","result":"error","errormsg":"Unknown capability"}]})");
        QCOMPARE(SimulatedState::setUp(socket, {"svcscript", "plugin_orders"})[u"capabilities"].at(0)[u"errormsg"].toString(),
                 u"Access denied by IAM (route not found)"_s);
        QCOMPARE(socket.call("start_svcscript", R"({"qid":1,"code":"x"})")[u"result"].toString(),
                 u"error"_s); // what is refused does nothing
    }
    void section3_rolesAllowCapabilitiesByRoute()
    {
        // The roles of the demonstration: external for crm and orders, shop for orders beside it, user for operator, all for admin.
        const auto granted = [&](FakeTransport &socket, const QByteArrayList &keys) {
            QStringList ok;
            const Json answer = SimulatedState::setUp(socket, keys);
            for (const Json &capability : answer[u"capabilities"].items()) {
                if (capability[u"result"].toString() == "ok"_L1)
                    ok << capability[u"key"].toString();
            }
            return ok;
        };
        FakeTransport crm;
        FakeTransport orders;
        FakeTransport user;
        FakeTransport admin;
        m_cluster->connectPoint(crm, u"crm"_s, {});
        m_cluster->connectPoint(orders, u"orders"_s, {});
        m_cluster->connectUser(user, u"operator"_s, {});
        m_cluster->connectUser(admin, u"admin"_s, {});
        QCOMPARE(granted(crm, {"msg", "plugin_orders", "svcscript"}), QStringList{u"msg"_s});
        QCOMPARE(granted(orders, {"msg", "plugin_orders", "svcscript"}), (QStringList{u"msg"_s, u"plugin_orders"_s}));
        QCOMPARE(granted(user, {"rest", "subscr", "scripteditor", "plugin_desk"}), (QStringList{u"rest"_s, u"subscr"_s, u"plugin_desk"_s}));
        QCOMPARE(granted(admin, {"rest", "subscr", "scripteditor", "plugin_desk", "msg"}),
                 (QStringList{u"rest"_s, u"subscr"_s, u"scripteditor"_s, u"plugin_desk"_s})); // msg is of the other side
    }
    void section3_loginTellsTheTrueCapabilities_data()
    {
        QTest::addColumn<QByteArray>("domain");
        QTest::newRow("td") << "td"_ba;
        QTest::newRow("older builds") << "domain"_ba;
    }
    void section3_loginTellsTheTrueCapabilities()
    {
        QFETCH(QByteArray, domain);
        FakeTransport socket;
        const auto connection = m_cluster->attach(socket);
        const Json early = socket.call("setup", R"({"qid":1,"capabilities":[{"key":"rest"},{"key":"scripteditor"},{"key":"nonsense"}]})");
        for (const Json &capability : early[u"capabilities"].items())
            QCOMPARE(capability[u"result"].toString(), u"ok"_s); // nobody knows yet
        QVERIFY(!m_cluster->services().registrar.find(connection->id()));
        const Json answer =
            socket.call("login", "{\"qid\":1,\"login\":\"operator\",\"pwd\":\"demo\",\"" + domain + "\":\"test.rootdomain.ru\"}");
        QCOMPARE(answer[u"result"].toString(), u"ok"_s);
        QCOMPARE(answer[u"td"].toString(), u"test.rootdomain.ru"_s);
        QCOMPARE(answer[u"login"].toString(), u"operator"_s);
        QCOMPARE(answer[u"register"].toString(), u"ok"_s);
        QVERIFY(isUuid(answer[u"sessionid"].toString()));
        const Json &capabilities = answer[u"capabilities"];
        QCOMPARE(capabilities.at(0).toCompact(), R"({"key":"rest","result":"ok"})");
        QCOMPARE(capabilities.at(1)[u"errormsg"].toString(), u"Access denied by IAM (route not found)"_s);
        QCOMPARE(capabilities.at(2)[u"errormsg"].toString(), u"Unknown capability"_s);
        QCOMPARE(m_cluster->services().registrar.find(connection->id())->capabilities, QStringList{u"rest"_s}); // registered now
    }
    void section3_loginBySessionId()
    {
        const QByteArray id = login("admin").json()[u"session_id"].toString().toLatin1();
        FakeTransport socket;
        m_cluster->attach(socket);
        QCOMPARE(socket.call("login", R"({"qid":1,"rsessionid":"none"})")[u"result"].toString(), u"error"_s);
        QCOMPARE(socket.call("login", "{\"qid\":1,\"rsessionid\":\"" + id + "\"}")[u"sessionid"].toString().toLatin1(), id);
    }
    void section3_connectionInfoOfATokenConnection()
    {
        FakeTransport socket;
        const auto connection = m_cluster->connectPoint(socket, u"crm"_s, {"msg"}, 1);
        const Json info = socket.call("connection_info", R"({"qid":1})");
        QStringList keys;
        for (const core::JsonMember &member : info.members())
            keys << member.key;
        for (const auto key :
             {"qid"_L1, "result"_L1, "site"_L1, "ownertype"_L1, "domain"_L1, "sessionid"_L1, "connectionid"_L1, "capabilities"_L1,
              "datetime"_L1, "timestamp"_L1, "integration_point_id"_L1, "integration_point_type"_L1, "roles"_L1, "token"_L1})
            QVERIFY2(keys.contains(key), key.data());
        QCOMPARE(info[u"site"].toString(), u"site_2"_s);
        QCOMPARE(info[u"ownertype"].toString(), u"token"_s);
        QCOMPARE(info[u"connectionid"].toString(), connection->id());
        QVERIFY(isUuid(info[u"connectionid"].toString()));
        QVERIFY(isUuid(info[u"sessionid"].toString()));
        QVERIFY(info[u"connectionid"] != info[u"sessionid"]);
        QVERIFY(info[u"datetime"].toString().endsWith(u'Z'));
        QCOMPARE(info[u"timestamp"].toInt(), m_cluster->clock.nowMs());
    }
    void section3_aMessageStartsTheScenarioOfItsPoint()
    {
        auto config = simulator::ClusterConfig::demo();
        config.points[1].receiveScript = u"keep"_s;
        start(std::move(config));
        store(keeping);
        FakeTransport socket;
        const auto connection = m_cluster->connectPoint(socket, u"crm"_s, {"msg"});
        QCOMPARE(socket.call("news", R"({"qid":7,"a":1})").toCompact(), R"({"qid":7,"result":"ok"})");
        const qsizetype before = socket.texts.size();
        connection->onText(R"(["news",[1,2]])"); // no request: nothing is answered
        QCOMPARE(socket.texts.size(), before);
        m_cluster->config.points[1].receiveScript = u"none"_s;
        QCOMPARE(socket.call("news", "1")[u"result"].toString(), u"error"_s);
    }
    void section3_startSvcscriptAnswersAtTheEnd()
    {
        store(keeping);
        FakeTransport socket;
        m_cluster->connectPoint(socket, u"svc"_s, {"svcscript"});
        QCOMPARE(
            socket.call("start_svcscript", R"({"qid":"q","code":"keep","startparam1":"a","startparam2":2,"startparam20":"z"})").toCompact(),
            R"({"qid":"q","result":"ok","data":{"variables":{"first":"a","last":"z","all":"a2"}}})");
    }
    void section3_startSvcscriptStopsWaitingAtItsTimeout_data()
    {
        QTest::addColumn<QByteArray>("timeout");
        QTest::addColumn<int>("ms");
        QTest::newRow("given") << R"(,"timeout":5000)"_ba << 5000;
        QTest::newRow("default") << QByteArray() << 10000;
    }
    void section3_startSvcscriptStopsWaitingAtItsTimeout()
    {
        QFETCH(QByteArray, timeout);
        QFETCH(int, ms);
        store(looping);
        FakeTransport socket;
        const auto connection = m_cluster->connectPoint(socket, u"svc"_s, {"svcscript"});
        const qsizetype before = socket.texts.size();
        connection->onText(R"(["start_svcscript",{"qid":1,"code":"loop")" + timeout + "}]");
        m_cluster->pass(std::chrono::milliseconds(ms - 1));
        QCOMPARE(socket.texts.size(), before);
        m_cluster->pass(std::chrono::milliseconds(1));
        QCOMPARE(socket.last().at(1)[u"result"].toString(), u"error"_s);
        m_cluster->pass(std::chrono::seconds(2)); // it is interrupted after its next component
        QCOMPARE(m_cluster->state->node(0).svc().runCount(), 0);
    }
    void section3_abortSvcscriptStopsByQid()
    {
        store(looping);
        FakeTransport socket;
        m_cluster->connectPoint(socket, u"svc"_s, {"svcscript"});
        for (const char *qid : {"1", "\"1\"", "[1]"})
            socket.call("start_svcscript", QByteArray("{\"qid\":") + qid + R"(,"code":"loop"})");
        QCOMPARE(m_cluster->state->node(0).svc().runCount(), 3);
        QVERIFY(socket.call("start_svcscript", R"({"qid":1.0,"code":"loop"})")[u"errormsg"].toString().contains(u"still running"_s));
        QCOMPARE(socket.call("abort_svcscript", R"({"qid":1.0})")[u"result"].toString(), u"ok"_s);
        QCOMPARE(m_cluster->state->node(0).svc().runCount(), 2);
        const Json ended = test::parsed(socket.texts.at(socket.texts.size() - 2));
        QCOMPARE(ended.at(0).toString(), u"start_svcscript_result"_s);
        QCOMPARE(ended.at(1)[u"qid"].toCompact(), "1");
        QCOMPARE(socket.call("abort_svcscript", R"({"qid":1})")[u"result"].toString(), u"error"_s);
        QCOMPARE(socket.call("abort_svcscript", R"({"qid":[1]})")[u"result"].toString(), u"ok"_s);
        QCOMPARE(socket.call("abort_svcscript", "{}")[u"result"].toString(), u"error"_s);
        FakeTransport other; // not somebody else's
        m_cluster->connectPoint(other, u"svc"_s, {"svcscript"});
        QCOMPARE(other.call("abort_svcscript", R"({"qid":"1"})")[u"result"].toString(), u"error"_s);
    }
    void section3_theEventNameIsTheFirstElement()
    {
        FakeTransport socket;
        const auto connection = m_cluster->connectPoint(socket, u"crm"_s, {"msg"});
        operation::SendMessage message;
        message.capability = u"msg"_s;
        message.event = u"any event"_s;
        message.content = u"{\"z\":1,\"a\":1.50}"_s;
        m_cluster->services().bus.perform(m_cluster->state->node(0).name(), {{connection->id(), message}, {}, {}},
                                          [](const operation::Outcome &) {});
        QCOMPARE(socket.texts.last(), R"(["any event",{"z":1,"a":1.50}])");
    }

    // §5 Scenarios ----------------------------------------------------------------------------------------------------
    void section5_aScenarioIsKeptAsItIs()
    {
        QFile file(QLatin1String(SIGNALBOX_TEST_DATA) + "/scenarios/svcscript-test_s3.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json sample = test::parsed(file.readAll());
        const QByteArray admin = m_cluster->bearer();
        const RestAnswer stored = m_cluster->rest(0, "POST", scriptsPath, sample.toCompact(), {admin});
        QCOMPARE(stored.status(), 200);
        const Json entity = stored.json();
        for (const auto key : {"id"_L1, "code"_L1, "name"_L1, "scriptdata"_L1, "projectid"_L1, "lwt"_L1, "opts"_L1, "ext"_L1})
            QVERIFY2(entity.contains(QString(key)), key.data());
        QCOMPARE(entity[u"scriptdata"], sample[u"scriptdata"]); // with components that nobody knows here
        QCOMPARE(m_cluster->rest(1, "GET", scriptsPath + '/' + entity[u"id"].toString().toLatin1(), {}, {admin}).json(), entity);
    }
    void section5_scenariosAreChangedListedAndRemoved()
    {
        const QByteArray admin = m_cluster->bearer();
        const QByteArray one =
            scriptsPath + '/' + m_cluster->rest(0, "POST", scriptsPath, keeping, {admin}).json()[u"id"].toString().toLatin1();
        QCOMPARE(m_cluster->rest(0, "PATCH", one, R"({"name":"N"})", {admin}).json()[u"name"].toString(), u"N"_s);
        QCOMPARE(m_cluster->rest(0, "GET", scriptsPath, {}, {admin}).json().at(0)[u"name"].toString(), u"N"_s);
        QCOMPARE(m_cluster->rest(0, "LOOKUP", scriptsPath, R"({"code":"keep"})", {admin}).status(), 200);
        QCOMPARE(m_cluster->rest(0, "DELETE", one, {}, {admin}).status(), 204);
        QCOMPARE(m_cluster->rest(0, "GET", one, {}, {admin}).status(), 404);
    }
    void section5_ivrscriptsAreTheSame()
    {
        const QByteArray admin = m_cluster->bearer();
        QFile file(QLatin1String(SIGNALBOX_TEST_DATA) + "/scenarios/ivrscript-play_test.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json sample = test::parsed(file.readAll());
        const RestAnswer stored = m_cluster->rest(0, "POST", "/rest/v1/uc/ivrscripts", sample.toCompact(), {admin});
        QCOMPARE(stored.status(), 200);
        QCOMPARE(stored.json()[u"scriptdata"], sample[u"scriptdata"]);
        QCOMPARE(m_cluster->rest(0, "GET", scriptsPath, {}, {admin}).json().size(), 0);
    }
    void section5_runtimesAreStartedListedAndStopped()
    {
        store(looping);
        const QByteArray path = "/rest/v1/service/svcscript_runtimes";
        const QByteArray admin = m_cluster->bearer();
        const Json runtime = m_cluster->rest(1, "POST", path, R"({"code":"loop","startparam1":"x"})", {admin}).json();
        for (const auto key : {"id"_L1, "site"_L1, "node"_L1, "domain"_L1, "type"_L1, "code"_L1})
            QVERIFY2(!runtime[QString(key)].toString().isEmpty(), key.data());
        QCOMPARE(runtime[u"type"].toString(), u"svc"_s);
        QCOMPARE(m_cluster->rest(0, "GET", path, {}, {admin}).json().at(0), runtime);
        QCOMPARE(m_cluster->rest(0, "DELETE", path + '/' + runtime[u"id"].toString().toLatin1(), {}, {admin}).status(), 204);
        QCOMPARE(m_cluster->rest(0, "GET", path, {}, {admin}).json().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
