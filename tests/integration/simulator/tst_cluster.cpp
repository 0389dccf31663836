// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated cluster over real sockets, by clients that share no code with it: sessions, web socket APIs, component 144, files.
#include "client.h"
#include "scenarios.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace signalbox;
using test::HttpClient;
using test::SocketClient;

namespace {

constexpr auto svcToken = "5b0c1a94e27d4f3886c2d9e1f7a3b601";
constexpr auto crmToken = "5b0c1a94e27d4f3886c2d9e1f7a3b602";
const auto crmPeer = u"c0ffee00-0000-4000-8000-000000000001"_s;
const auto ordersPeer = u"c0ffee00-0000-4000-8000-000000000002"_s;
const auto deskPeer = u"c0ffee00-0000-4000-8000-000000000003"_s;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString tokenPath(const char *token)
{
    return u"/ws/token/v1/"_s + QString::fromLatin1(token);
}

simulator::ClusterConfig demoOf(int nodes, int sites)
{
    auto config = simulator::ClusterConfig::demo();
    config.nodes = nodes;
    config.sites = sites;
    return config;
}

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<simulator::SimulatedCluster> m_cluster;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<SocketClient> m_svc;
    int m_scripts = 0;

    QUrl url(int node = 0) const { return m_cluster->nodes().at(node).url; }

    void startCluster(simulator::ClusterConfig config)
    {
        m_cluster = std::make_unique<simulator::SimulatedCluster>(std::move(config));
        const auto started = m_cluster->start();
        QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().message));
        m_admin = std::make_unique<HttpClient>(url());
        QCOMPARE(m_admin->login("admin").status, 200);
        m_svc = std::make_unique<SocketClient>();
        QVERIFY(m_svc->open(url(), tokenPath(svcToken)));
        QCOMPARE(m_svc->call("setup", R"({"qid":1,"capabilities":[{"key":"svcscript"},{"key":"subscr"},{"key":"rest"},{"key":"msg"}]})")
                     .toCompact(),
                 R"({"qid":1,"capabilities":[{"key":"svcscript","result":"ok"},)"
                 R"({"key":"subscr","result":"ok"},{"key":"rest","result":"ok"},{"key":"msg","result":"ok"}]})");
    }

    /// Stores the scenario and runs it: the variables, or the whole answer when it is an error.
    core::Json runOn(const QString &connection, const QByteArray &properties, const QByteArray &more = {})
    {
        const QByteArray code = "t" + QByteArray::number(++m_scripts);
        const auto stored = m_admin->send("POST", u"/rest/v1/service/svcscripts"_s, test::websockScenario(code, properties));
        if (stored.status != 200)
            return core::Json(QString::fromUtf8(stored.body));
        // Written with escapes: moc takes a raw string for a plain one, which this would not be.
        const core::Json answer = m_svc->call("start_svcscript", "{\"qid\":\"q\",\"code\":\"" + code + "\",\"startparam1\":\"" +
                                                                     connection.toUtf8() + '"' + more + '}');
        const core::Json &variables = answer[u"data"][u"variables"];
        return variables.isNull() ? answer : variables;
    }

    QString errorOn(const QString &connection, const QByteArray &properties)
    {
        const core::Json variables = runOn(connection, properties);
        if (variables[u"outcome"].toString() != "error"_L1)
            return u"no error: "_s + QString::fromUtf8(variables.toCompact());
        return variables[u"error"].toString();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        startCluster(demoOf(2, 2));
    }
    void cleanup()
    {
        m_svc.reset();
        m_admin.reset();
        m_cluster.reset();
        m_scripts = 0;
    }

    // Component 144 ---------------------------------------------------------------------------------------------------
    void answersRequests()
    {
        const core::Json variables = runOn(crmPeer, test::sendMessage(0, "msg", "hello", R"({"text":"Hi","qid":"own"})", true));
        QCOMPARE(variables[u"outcome"].toString(), u"success"_s);
        QCOMPARE(variables[u"result"].toString(), latin(R"({"result":"ok","text":"Hello from the CRM","received":"Hi"})"));
        QCOMPARE(variables[u"error"].toString(), QString());
        QCOMPARE(variables[u"conn"].toString(), crmPeer);
    }
    void reachesAnotherNodeOnAnotherSite()
    {
        const core::Json variables = runOn(ordersPeer, test::sendMessage(1, "plugin_orders", "order_confirm", R"({"order":"A-1"})", true));
        QCOMPARE(variables[u"result"].toString(), latin(R"({"result":"ok","order":"A-1","confirmed":true})"));
    }
    void reachesUsers()
    {
        const core::Json variables = runOn(deskPeer, test::sendMessage(2, "plugin_desk", "ask", R"({"question":"Tea?"})", true));
        QCOMPARE(variables[u"result"].toString(), latin(R"({"result":"ok","answer":"yes","question":"Tea?"})"));
    }
    void confirmsDelivery_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::addColumn<QByteArray>("properties");
        QTest::newRow("declared event") << crmPeer << test::sendMessage(0, "msg", "notice", R"({"text":"x"})", true);
        QTest::newRow("content is no object") << crmPeer << test::sendMessage(0, "msg", "hello", "[1,2]", true);
        QTest::newRow("content type is text") << deskPeer << test::sendMessage(2, "plugin_desk", "note", "not { JSON", true);
    }
    void confirmsDelivery()
    {
        QFETCH(QString, connection);
        QFETCH(QByteArray, properties);
        const core::Json variables = runOn(connection, properties);
        QCOMPARE(variables[u"outcome"].toString(), u"success"_s);
        QCOMPARE(variables[u"result"].toString(), QString());
    }
    void timesOut()
    {
        const core::Json variables = runOn(crmPeer, test::sendMessage(0, "msg", "silent", "{}", true, "0.05"));
        QCOMPARE(variables[u"outcome"].toString(), u"timeout"_s);
        QVERIFY(variables[u"error"].toString().startsWith(u"timeout: "_s));
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("error"); // its beginning
        QTest::newRow("rejected") << crmPeer << test::sendMessage(0, "msg", "refuse", "{}", true) << u"rejected: The CRM refuses this"_s;
        QTest::newRow("unknown connection") << u"c0ffee00-0000-4000-8000-0000000000ff"_s << test::sendMessage(0, "msg", "hello", "{}", true)
                                            << u"not_found: "_s;
        QTest::newRow("no connection") << QString() << test::sendMessage(0, "msg", "hello", "{}", true) << u"bad_argument: "_s;
        QTest::newRow("token message to a user")
            << deskPeer << test::sendMessage(0, "plugin_desk", "ask", "{}", true) << u"wrong_direction: "_s;
        QTest::newRow("user event to a token") << crmPeer << test::sendMessage(2, "msg", "hello", "{}", true) << u"wrong_direction: "_s;
        QTest::newRow("no plug-in") << crmPeer << test::sendMessage(1, "msg", "hello", "{}", true) << u"wrong_direction: "_s;
        QTest::newRow("capability not held") << crmPeer << test::sendMessage(0, "test", "hello", "{}", true) << u"no_capability: "_s;
        QTest::newRow("plug-in not held") << crmPeer << test::sendMessage(1, "plugin_orders", "order_changed", "{}", false)
                                          << u"no_capability: "_s;
        QTest::newRow("not JSON") << crmPeer << test::sendMessage(0, "msg", "hello", "{oops", false) << u"bad_content: "_s;
        QTest::newRow("time 0") << crmPeer << test::sendMessage(0, "msg", "hello", "{}", true, "0") << u"bad_argument: "_s;
        QTest::newRow("time over an hour") << crmPeer << test::sendMessage(0, "msg", "hello", "{}", true, "3601") << u"bad_argument: "_s;
        QTest::newRow("no file") << crmPeer << QByteArray(R"("operation":1,"filePath":)" + test::constant(":SYNC_COMMON/custom/none.txt"))
                                 << u"file_not_found: "_s;
        QTest::newRow("file elsewhere") << crmPeer
                                        << QByteArray(R"("operation":1,"filePath":)" +
                                                      test::constant(":SYNC_COMMON/custom/../../etc/passwd"))
                                        << u"bad_argument: "_s;
        QTest::newRow("path without category") << crmPeer << QByteArray(R"("operation":1,"filePath":)" + test::constant("/etc/passwd"))
                                               << u"bad_argument: "_s;
        QTest::newRow("get what is not there") << crmPeer
                                               << QByteArray(R"("operation":2,"websocktempMethod":1,"websocktempFileName":)" +
                                                             test::constant("a.txt"))
                                               << u"file_not_found: "_s;
        QTest::newRow("delete what is not there")
            << crmPeer << QByteArray(R"("operation":2,"websocktempMethod":3,"websocktempFileName":)" + test::constant("a.txt"))
            << u"file_not_found: "_s;
        QTest::newRow("name with a slash") << crmPeer
                                           << QByteArray(R"("operation":2,"websocktempMethod":1,"websocktempFileName":)" +
                                                         test::constant("../a.txt"))
                                           << u"bad_argument: "_s;
    }
    void refuses()
    {
        QFETCH(QString, connection);
        QFETCH(QByteArray, properties);
        QFETCH(QString, error);
        const QString found = errorOn(connection, properties);
        QVERIFY2(found.startsWith(error), qPrintable(found));
    }
    void lateAnswersAreDropped()
    {
        // slow answers after 3 s; the wait that follows must get its own answer.
        QCOMPARE(runOn(crmPeer, test::sendMessage(0, "msg", "slow", "{}", true, "0.01"))[u"outcome"].toString(), u"timeout"_s);
        QCOMPARE(runOn(crmPeer, test::sendMessage(0, "msg", "slow", "{}", true, "5"))[u"result"].toString(),
                 latin(R"({"result":"ok","text":"Sorry to keep you waiting"})"));
    }
    void realPeersAnswerRequests()
    {
        SocketClient peer;
        QVERIFY(peer.open(url(1), u"/ws/token/v1"_s, "Authorization", QByteArray("Bearer ") + crmToken));
        QCOMPARE(
            peer.call("setup", R"({"qid":null,"capabilities":[{"key":"msg"},{"key":"b"},{"key":"svcscript"}]})").toCompact(),
            R"x({"qid":null,"capabilities":[{"key":"msg","result":"ok"},{"key":"b","result":"error","errormsg":"Unknown capability"},)x"
            R"x({"key":"svcscript","result":"error","errormsg":"Access denied by IAM (route not found)"}]})x");
        const QString id = peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString();
        QObject::connect(&peer.socket, &QWebSocket::textMessageReceived, &peer.socket, [&peer](const QString &text) {
            const auto frame = protocol::parseFrame(text.toUtf8());
            // A foreign answer first: it must settle nothing.
            peer.send(R"(["other_result",{"qid":)" + frame->body[u"qid"].toCompact() + R"(,"result":"ok"}])");
            peer.send(R"(["work_result",{"qid":"nobody","result":"ok"}])");
            peer.send(R"(["work_result",{"qid":)" + frame->body[u"qid"].toCompact() + R"(,"n":12345678901234567890,"result":"ok"}])");
        });
        const core::Json variables = runOn(id, test::sendMessage(0, "msg", "work", R"({"a":1,"qid":"own"})", true));
        QCOMPARE(variables[u"result"].toString(), latin(R"({"n":12345678901234567890,"result":"ok"})"));
        const auto sent = protocol::parseFrame(peer.received.first());
        QCOMPARE(sent->method, u"work"_s);
        QVERIFY(sent->body[u"qid"].toString() != "own"_L1);
        QCOMPARE(sent->body[u"a"].toInt(), 1);
    }
    void fireAndForgetSendsTheContentAsItIs()
    {
        SocketClient peer;
        QVERIFY(peer.open(url(), tokenPath(crmToken)));
        peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        const QString id = peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString();
        QCOMPARE(runOn(id, test::sendMessage(0, "msg", "any", R"({"z":1,"qid":7,"a":1.50})", false))[u"outcome"].toString(), u"success"_s);
        QCOMPARE(peer.take(u"any").toCompact(), R"({"z":1,"qid":7,"a":1.50})");
    }
    void aConnectionThatClosesEndsTheWait()
    {
        SocketClient peer;
        QVERIFY(peer.open(url(1), tokenPath(crmToken)));
        peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        const QString id = peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString();
        QObject::connect(&peer.socket, &QWebSocket::textMessageReceived, &peer.socket, [&peer] { peer.socket.close(); });
        QElapsedTimer time;
        time.start();
        const QString error = errorOn(id, test::sendMessage(0, "msg", "work", "{}", true, "30"));
        QVERIFY2(error.startsWith(u"not_active: "_s), qPrintable(error));
        QVERIFY(time.elapsed() < 10000);
        const QString gone = errorOn(id, test::sendMessage(0, "msg", "work", "{}", true));
        QVERIFY2(gone.startsWith(u"not_found: "_s), qPrintable(gone));
    }
    void aNodeThatGoesEndsTheWait()
    {
        SocketClient peer;
        QVERIFY(peer.open(url(1), tokenPath(crmToken)));
        peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        const QString id = peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString();
        const auto victim = m_cluster->nodes().at(1);
        QObject::connect(&peer.socket, &QWebSocket::textMessageReceived, &peer.socket,
                         [this, &victim] { QVERIFY(m_cluster->killNode(victim.site, victim.node)); });
        const QString error = errorOn(id, test::sendMessage(0, "msg", "work", "{}", true, "30"));
        QVERIFY2(error.startsWith(u"not_active: "_s), qPrintable(error));
        // Its record stands until it expires.
        const QString after = errorOn(id, test::sendMessage(0, "msg", "work", "{}", true));
        QVERIFY2(after.startsWith(u"not_active: "_s), qPrintable(after));
        QCOMPARE(m_cluster->killNode(u"nowhere"_s, u"node9"_s).error().code, u"not_found"_s);
    }

    // Files -----------------------------------------------------------------------------------------------------------
    void exchangesFiles()
    {
        SocketClient peer;
        QVERIFY(peer.open(url(1), tokenPath(crmToken)));
        peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        const core::Json info = peer.call("connection_info", R"({"qid":2})");
        const QString id = info[u"connectionid"].toString();
        HttpClient here(url(1));
        here.bearer = info[u"sessionid"].toString().toLatin1();
        HttpClient elsewhere(url(0));
        elsewhere.bearer = here.bearer;

        QCOMPARE(here.upload(u"websocktemp"_s, {{"in.txt", "from outside"}}).body, R"([{"name":"in.txt","size":12,"status":"ok"}])");
        QCOMPARE(elsewhere.send("GET", u"/rest/v1/fs/targets/websocktemp"_s).status, 404);
        QCOMPARE(here.send("GET", u"/rest/v1/fs/targets/custom"_s).status, 403);
        QCOMPARE(m_admin->upload(u"custom"_s, {{"out.txt", "from inside"}}).status, 200);

        const QByteArray put =
            R"("operation":2,"websocktempMethod":2,"websocktempFilePath":)" + test::constant(":SYNC_COMMON/custom/out.txt");
        QCOMPARE(runOn(id, put)[u"outcome"].toString(), u"success"_s);
        QVERIFY(errorOn(id, put).startsWith(u"already_exists: "_s));
        QCOMPARE(here.send("GET", u"/rest/v1/fs/targets/websocktemp/out.txt"_s).body, "from inside");

        const core::Json list = runOn(id, R"("operation":2,"websocktempMethod":0,"resultVariable":"result")");
        const core::Json files = test::parse(list[u"result"].toString().toUtf8());
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.at(0)[u"name"].toString(), u"in.txt"_s);
        QCOMPARE(files.at(0)[u"size"].toInt(), 12);
        QVERIFY(QDateTime::fromString(files.at(1)[u"last_modified"].toString(), Qt::ISODateWithMs).isValid());

        const QByteArray get =
            R"("operation":2,"websocktempMethod":1,"websocktempFileName":)" + test::constant("in.txt") + R"(,"resultVariable":"result")";
        QCOMPARE(runOn(id, get)[u"result"].toString(), u":TEMP/in.txt"_s);
        const QByteArray remove = R"("operation":2,"websocktempMethod":3,"websocktempFileName":)" + test::constant("in.txt");
        QCOMPARE(runOn(id, remove)[u"outcome"].toString(), u"success"_s);
        QCOMPARE(here.send("GET", u"/rest/v1/fs/targets/websocktemp/in.txt"_s).status, 404);

        peer.socket.close();
        QVERIFY(peer.waitForClose() != 0);
        QTRY_COMPARE(here.send("GET", u"/rest/v1/fs/targets/websocktemp"_s).status, 404);
    }
    void placesTemporaryLinks()
    {
        QCOMPARE(m_admin->upload(u"custom"_s, {{"Bericht für Bo.PDF", "%PDF"}}).status, 200);
        const core::Json variables = runOn(ordersPeer, R"("operation":1,"resultVariable":"result","filePath":)" +
                                                           test::constant(":SYNC_COMMON/custom/Bericht für Bo.PDF"));
        const QString link = variables[u"result"].toString();
        QVERIFY2(QRegularExpression(u"^/temp/[0-9a-f]{32}\\.pdf$"_s).match(link).hasMatch(), qPrintable(link));
        HttpClient anybody(url(1)); // of the node that holds the connection
        const auto got = anybody.send("GET", link);
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, "%PDF");
        QCOMPARE(got.header("content-disposition"),
                 "attachment; filename=\"Bericht f_r Bo.PDF\"; filename*=UTF-8''Bericht%20f%C3%BCr%20Bo.PDF");
        const auto head = anybody.send("HEAD", link);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("content-length"), "4");
        QCOMPARE(HttpClient(url(0)).send("GET", link).status, 404);
        QCOMPARE(anybody.send("GET", u"/temp/00000000000000000000000000000000.pdf"_s).status, 404);
        QCOMPARE(anybody.send("POST", link).status, 405);
    }
    void keepsFilesOfCustom()
    {
        const auto some = m_admin->upload(u"custom"_s, {{"a.txt", "1"},
                                                        {"..", "2"},
                                                        {"b.bin", QByteArray(300000, 'x')},
                                                        {"x/y", "3"},
                                                        {"a.txt", "4"},
                                                        {QByteArray(300, 'n'), "5"},
                                                        {"", "6"}});
        QCOMPARE(some.status, 200);
        QStringList statuses;
        const core::Json records = some.json();
        for (const core::Json &item : records.items())
            statuses << item[u"status"].toString();
        QCOMPARE(statuses, (QStringList{u"ok"_s, u"bad_argument"_s, u"ok"_s, u"bad_argument"_s, u"already_exists"_s, u"bad_argument"_s,
                                        u"bad_argument"_s}));
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/b.bin"_s).body, QByteArray(300000, 'x'));
        QCOMPARE(m_admin->send("PUT", u"/rest/v1/fs/targets/custom/a.txt"_s, "new").status, 200);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/a.txt"_s).body, "new");
        QCOMPARE(m_admin->send("PUT", u"/rest/v1/fs/targets/custom/none.txt"_s, "new").status, 404);
        QCOMPARE(m_admin->send("HEAD", u"/rest/v1/fs/targets/custom/b.bin"_s).header("content-length"), "300000");
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom?mask=name&order=-size"_s).body,
                 R"([{"name":"b.bin"},{"name":"a.txt"}])");
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom?mask=name,size&filter=a*&limit=5&offset=0"_s).body,
                 R"([{"name":"a.txt","size":3}])");
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom?limit=x"_s).status, 400);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/%2e%2e%2fetc"_s).status, 400);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/a%00b"_s).status, 400);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/nowhere"_s).status, 404);
        QCOMPARE(m_admin->send("DELETE", u"/rest/v1/fs/targets/custom/a.txt"_s).status, 204);
        QCOMPARE(m_admin->send("DELETE", u"/rest/v1/fs/targets/custom/a.txt"_s).status, 404);
        QCOMPARE(m_admin->send("POST", u"/rest/v1/fs/targets/custom"_s, "{}").status, 400);
        const auto cut =
            m_admin->send("POST", u"/rest/v1/fs/targets/custom"_s, "--b\r\nContent-Disposition: form-data; filename=\"c\"\r\n\r\nhalf",
                          "multipart/form-data; boundary=b");
        QCOMPARE(cut.status, 400);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/c"_s).status, 404);
    }
    void aFullDiskIsSaid()
    {
        auto config = demoOf(1, 1);
        config.limits.storageBytes = 1000;
        cleanup();
        startCluster(config);
        QCOMPARE(m_admin->upload(u"custom"_s, {{"big", QByteArray(1001, 'x')}, {"small", QByteArray(600, 'x')}}).body,
                 R"([{"name":"big","size":0,"status":"too_large"},{"name":"small","size":600,"status":"ok"}])");
        QVERIFY(
            errorOn(crmPeer, R"("operation":1,"filePath":)" + test::constant(":SYNC_COMMON/custom/small")).startsWith(u"too_large: "_s));
        QCOMPARE(m_admin->send("PUT", u"/rest/v1/fs/targets/custom/small"_s, QByteArray(500, 'y')).status, 507);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/fs/targets/custom/small"_s).body, QByteArray(600, 'x'));
    }

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

    // Scenarios -------------------------------------------------------------------------------------------------------
    void keepsScenarios()
    {
        const QString path = u"/rest/v1/service/svcscripts"_s;
        const QByteArray script = test::websockScenario("one", test::sendMessage(0, "msg", "hello", "{}", false));
        const core::Json stored = m_admin->send("POST", path, script).json();
        const QString id = stored[u"id"].toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(stored[u"scriptdata"], test::parse(script)[u"scriptdata"]);
        QCOMPARE(m_admin->send("POST", path, script).status, 409);
        QCOMPARE(m_admin->send("POST", path, "{}").status, 400);
        QCOMPARE(m_admin->send("POST", path, "{").status, 400);
        QCOMPARE(m_admin->send("GET", path + u'/' + id).json(), stored);
        QCOMPARE(m_admin->send("GET", path).json().at(0)[u"code"].toString(), u"one"_s);
        QCOMPARE(m_admin->send("LOOKUP", path + u"?code=one"_s).json()[u"id"].toString(), id);
        QCOMPARE(m_admin->send("LOOKUP", path, R"({"code":"two"})").status, 404);
        QCOMPARE(m_admin->send("PATCH", path + u'/' + id, R"({"name":"Renamed"})").json()[u"name"].toString(), u"Renamed"_s);
        QCOMPARE(m_admin->send("DELETE", path + u'/' + id).status, 204);
        QCOMPARE(m_admin->send("GET", path + u'/' + id).status, 404);
        QCOMPARE(m_admin->send("GET", path + u'/' + id + u"/more"_s).status, 404);
        QCOMPARE(m_admin->send("PUT", path).status, 405);
        QCOMPARE(HttpClient(url()).send("GET", path).status, 401);
        HttpClient point(url());
        point.bearer = m_svc->call("connection_info", R"({"qid":1})")[u"sessionid"].toString().toLatin1();
        QCOMPARE(point.send("GET", path).status, 403);
    }
    void interruptsScenariosAtTheirTimeout()
    {
        QElapsedTimer time;
        time.start();
        const core::Json answer = runOn(crmPeer, test::sendMessage(0, "msg", "silent", "{}", true, "30"), R"(,"timeout":50)");
        QCOMPARE(answer[u"result"].toString(), u"error"_s);
        QVERIFY(answer[u"errormsg"].toString().contains(u"50 ms"_s));
        QVERIFY(time.elapsed() < 10000);
    }
    void abortsScenarios()
    {
        const auto stored = m_admin->send("POST", u"/rest/v1/service/svcscripts"_s,
                                          test::websockScenario("long", test::sendMessage(0, "msg", "silent", "{}", true, "30")));
        QCOMPARE(stored.status, 200);
        m_svc->send(R"(["start_svcscript",{"qid":[9],"code":"long","startparam1":")" + crmPeer.toUtf8() + R"("}])");
        QCOMPARE(m_svc->call("abort_svcscript", R"({"qid":[9]})")[u"result"].toString(), u"ok"_s);
        const core::Json ended = m_svc->take(u"start_svcscript_result");
        QCOMPARE(ended[u"qid"].toCompact(), "[9]");
        QCOMPARE(ended[u"result"].toString(), u"error"_s);
    }
    void aScenarioThatCannotRunIsRefusedByName()
    {
        m_admin->send(
            "POST", u"/rest/v1/service/svcscripts"_s,
            R"({"code":"odd","scriptdata":{"objects":[{"oId":1,"oType":101,"transfer":2},{"oId":2,"oType":112,"name":"Ask"}],"variables":[]}})");
        const core::Json answer = m_svc->call("start_svcscript", R"({"qid":1,"code":"odd"})");
        QCOMPARE(answer[u"result"].toString(), u"error"_s);
        QVERIFY2(answer[u"errormsg"].toString().contains(u"112 sql (object 2)"_s), qPrintable(answer[u"errormsg"].toString()));
    }
    void receivedMessagesStartScenarios()
    {
        auto config = demoOf(1, 1);
        config.points[1].receiveScript = u"received"_s;
        cleanup();
        startCluster(config);
        // startparam1 is the connection: the scenario answers on it.
        m_admin->send("POST", u"/rest/v1/service/svcscripts"_s,
                      test::websockScenario("received", test::sendMessage(0, "msg", "thanks", "{}", false)));
        SocketClient peer;
        QVERIFY(peer.open(url(), tokenPath(crmToken)));
        peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        peer.send(R"(["news",{"a":1}])");
        QCOMPARE(peer.take(u"thanks").toCompact(), "{}");
    }

    // HTTP ------------------------------------------------------------------------------------------------------------
    void badHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << QByteArray(" 400 ");
        QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray(" 400 ");
        QTest::newRow("head too large") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(20000, 'a') + "\r\n\r\n")
                                        << QByteArray(" 431 ");
        QTest::newRow("body too large") << QByteArray(
                                               "POST /rest/v1/iam/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n")
                                        << QByteArray(" 413 ");
        QTest::newRow("nothing there") << QByteArray("GET /nothing HTTP/1.0\r\n\r\n") << QByteArray(" 404 ");
        QTest::newRow("bad path") << QByteArray("GET /%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << QByteArray(" 400 ");
        QTest::newRow("data before the handshake's answer")
            << QByteArray("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nearly")
            << QByteArray(" 400 ");
    }
    void badHttpIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        const QByteArray answer = test::rawExchange(url(), request);
        QVERIFY2(answer.startsWith("HTTP/1.") && answer.sliced(8).startsWith(status), answer.constData());
        QVERIFY2(answer.contains("\"error_code\""), answer.constData());
    }
    void framesAgainstTheProtocolClose_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("close"); // the close frame that follows, without its reason
        const QByteArray mask("\0\0\0\0", 4);
        QTest::newRow("unmasked") << QByteArray("\x81\x02[]") << QByteArray("\x03\xea");        // 1002
        QTest::newRow("bad UTF-8") << "\x81\x82" + mask + "\xc3\x28" << QByteArray("\x03\xef"); // 1007
        QTest::newRow("reserved opcode") << "\x83\x80" + mask << QByteArray("\x03\xea");
    }
    void framesAgainstTheProtocolClose()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, close);
        const QByteArray answer =
            test::rawExchange(url(),
                              "GET /ws HTTP/1.1"
                              "\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                              frame);
        QVERIFY2(answer.startsWith("HTTP/1.1 101"), answer.constData());
        const QByteArray frames = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
        QCOMPARE(frames.first(1), "\x88");
        QCOMPARE(frames.sliced(2, 2), close);
    }
    void clientsThatSendNothingAreCut()
    {
        auto config = demoOf(1, 1);
        config.limits.headTimeoutMs = 50;
        config.limits.loginTimeoutMs = 50;
        cleanup();
        startCluster(config);
        const QByteArray answer = test::rawExchange(url(), "GET / HT"); // a request was begun: it is answered
        QVERIFY2(answer.startsWith("HTTP/1.1 408 "), answer.constData());
        SocketClient user;
        QVERIFY(user.open(url(), u"/ws"_s));
        QCOMPARE(user.waitForClose(), 1008);
    }

    // Life ------------------------------------------------------------------------------------------------------------
    void startsAndStopsQuickly()
    {
        cleanup();
        QElapsedTimer time;
        time.start();
        simulator::SimulatedCluster cluster(demoOf(1, 1));
        QVERIFY(cluster.start());
        const qint64 started = time.elapsed();
        cluster.stop();
        qInfo("started in %lld ms, stopped after %lld ms", started, time.elapsed());
        QVERIFY(time.elapsed() < 2000);
        QVERIFY(cluster.nodes().isEmpty());
        QVERIFY(cluster.start()); // and again
        QCOMPARE(cluster.nodes().size(), 1);
        QCOMPARE(cluster.start().error().code, u"config"_s);
    }
    void leavesNothingBehind()
    {
        cleanup();
        const QTemporaryDir own; // other tests run beside this one
        const QByteArray shared = qgetenv("TMPDIR");
        qputenv("TMPDIR", QFile::encodeName(own.path()));
        const auto restore = qScopeGuard([&shared] { shared.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", shared); });
        startCluster(demoOf(1, 1));
        const auto folders = [&own] {
            return QDir(own.path()).entryList({u"signalbox-cluster-*"_s}, QDir::Dirs).size();
        };
        QCOMPARE(folders(), 1);
        QCOMPARE(m_admin->upload(u"custom"_s, {{"a", "b"}}).status, 200);
        m_cluster->stop();
        QCOMPARE(folders(), 0);
        QCOMPARE(m_svc->waitForClose(), 1001);
    }
    void saysThatItCannotListen()
    {
        auto config = demoOf(1, 1);
        config.port = static_cast<quint16>(url().port());
        simulator::SimulatedCluster second(config);
        const auto started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"listen"_s);
        QVERIFY(started.error().message.contains(QString::number(config.port)));
        config.listen = u"nonsense"_s;
        simulator::SimulatedCluster third(config);
        QCOMPARE(third.start().error().code, u"listen"_s);
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
