// SPDX-License-Identifier: GPL-3.0-or-later
// A running cluster changed from outside: nodes stopped, killed and started, its time moved on; by SimulatedCluster's methods and over
// the control endpoint.
#include "client.h"
#include "scenarios.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace std::chrono_literals;
using test::HttpClient;
using test::SocketClient;

namespace {

const auto svcPath = u"/ws/token/v1/5b0c1a94e27d4f3886c2d9e1f7a3b601"_s;
const auto crmPath = u"/ws/token/v1/5b0c1a94e27d4f3886c2d9e1f7a3b602"_s;
const auto crmPeer = u"c0ffee00-0000-4000-8000-000000000001"_s;
const auto ordersPeer = u"c0ffee00-0000-4000-8000-000000000002"_s; // on the second node
constexpr auto controlToken = "a token of the tests";

} // namespace

class TestControl : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<simulator::SimulatedCluster> m_cluster;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<SocketClient> m_svc;
    int m_scripts = 0;

    QUrl url(int node) const { return m_cluster->nodes().at(node).url; }
    simulator::NodeAddress second() const { return m_cluster->nodes().at(1); }

    void start(simulator::ClusterConfig config)
    {
        m_cluster = std::make_unique<simulator::SimulatedCluster>(std::move(config));
        const auto started = m_cluster->start();
        QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().message));
        m_admin = std::make_unique<HttpClient>(url(0));
        QCOMPARE(m_admin->login("admin").status, 200);
        m_svc = std::make_unique<SocketClient>();
        QVERIFY(m_svc->open(url(0), svcPath));
        QVERIFY(!m_svc->call("setup", R"({"qid":1,"capabilities":[{"key":"svcscript"},{"key":"subscr"},{"key":"msg"}]})").isNull());
    }
    void end()
    {
        m_svc.reset();
        m_admin.reset();
        m_cluster.reset();
    }

    /// A connection of the CRM to a node, set up; its id.
    QString connectTo(int node, SocketClient &peer)
    {
        if (!peer.open(url(node), crmPath) || peer.call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})").isNull())
            return {};
        return peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString();
    }
    QByteArray startOf(const QString &connection, const QByteArray &properties)
    {
        const QByteArray code = "c" + QByteArray::number(++m_scripts);
        m_admin->send("POST", u"/rest/v1/service/svcscripts"_s, test::websockScenario(code, properties));
        return "{\"qid\":\"q\",\"timeout\":600000,\"code\":\"" + code + "\",\"startparam1\":\"" + connection.toUtf8() + "\"}";
    }
    core::Json runOn(const QString &connection, const QByteArray &properties)
    {
        const core::Json answer = m_svc->call("start_svcscript", startOf(connection, properties));
        const core::Json &variables = answer[u"data"][u"variables"];
        return variables.isNull() ? answer : variables;
    }
    void subscribe()
    {
        QCOMPARE(m_svc->call("subscribe", R"({"qid":1,"id":"s","events":["registrarevents"],"expires":3600})")[u"result"].toString(),
                 u"ok"_s);
    }
    /// The data of the next event of this type about this connection.
    core::Json eventOf(const QString &type, const QString &connection)
    {
        while (true) {
            const core::Json notice = m_svc->take(u"notify");
            if (notice.isNull() || (notice[u"type"].toString() == type && notice[u"data"][u"connection_id"].toString() == connection))
                return notice[u"data"];
        }
    }

    QString nodePath(const QString &action) const { return u"/control/v1/nodes/"_s + second().site + u'/' + second().node + u'/' + action; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto config = simulator::ClusterConfig::demo();
        config.nodes = 2;
        config.sites = 2;
        config.control = simulator::ControlConfig{0, QString::fromLatin1(controlToken)};
        start(config);
    }
    void cleanup() { end(); }

    // Nodes -----------------------------------------------------------------------------------------------------------
    void aNodeStopsInGoodOrder()
    {
        subscribe();
        SocketClient peer;
        const QString id = connectTo(1, peer);
        HttpClient idle(url(1)); // its connection is kept alive, and does not hold the node up
        QCOMPARE(idle.login("operator").status, 200);
        QElapsedTimer time;
        time.start();
        QVERIFY(m_cluster->stopNode(second().site, second().node));
        QCOMPARE(peer.waitForClose(), 1001);
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(eventOf(u"user_unregistered"_s, id)[u"reason"].toString(), u"unregister_contact"_s);
        QCOMPARE(runOn(id, test::sendMessage(0, "msg", "any", "{}", false))[u"error"].toString().section(u':', 0, 0), u"not_found"_s);
        QCOMPARE(
            runOn(ordersPeer, test::sendMessage(1, "plugin_orders", "order_changed", "{}", false))[u"error"].toString().section(u':', 0, 0),
            u"not_found"_s); // the virtual peer is gone with it
        SocketClient late;
        QVERIFY(!late.open(url(1), crmPath));
        QCOMPARE(idle.send("GET", u"/rest/v1/iam/sessions/current"_s).status, 0);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/iam/sessions/current"_s).status, 200); // the other node goes on
    }
    void aKilledNodesRecordsStayUntilTheyExpire()
    {
        subscribe();
        SocketClient peer;
        const QString id = connectTo(1, peer);
        QVERIFY(m_cluster->killNode(second().site, second().node));
        QVERIFY(QTest::qWaitFor([&peer] { return peer.socket.state() == QAbstractSocket::UnconnectedState; }, 10000));
        QVERIFY(peer.socket.closeCode() != 1001); // no close frame
        const auto post = test::sendMessage(0, "msg", "any", "{}", false);
        QCOMPARE(runOn(id, post)[u"error"].toString().section(u':', 0, 0), u"not_active"_s);
        QVERIFY(m_cluster->advanceClock(61s));
        QCOMPARE(eventOf(u"user_unregistered"_s, id)[u"reason"].toString(), u"expired_contact"_s);
        QCOMPARE(runOn(id, post)[u"error"].toString().section(u':', 0, 0), u"not_found"_s);
        // What a running node holds is renewed meanwhile.
        QCOMPARE(runOn(crmPeer, post)[u"outcome"].toString(), u"success"_s);
    }
    void aStartedNodeIsBackOnItsPortWithNothingOfWhatItHeld_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("killed") << true;
        QTest::newRow("stopped") << false;
    }
    void aStartedNodeIsBackOnItsPortWithNothingOfWhatItHeld()
    {
        QFETCH(bool, isKilled);
        const auto before = second();
        HttpClient files(url(1));
        QByteArray session;
        QString link;
        {
            SocketClient peer;
            const QString id = connectTo(1, peer);
            session = peer.call("connection_info", R"({"qid":1})")[u"sessionid"].toString().toLatin1();
            files.bearer = session;
            QCOMPARE(files.upload(u"websocktemp"_s, {{"a.txt", "content"}}).status, 200);
            QCOMPARE(m_admin->upload(u"custom"_s, {{"b.txt", "content"}}).status, 200);
            link =
                runOn(id, R"("operation":1,"resultVariable":"result","filePath":)" + test::constant(":SYNC_COMMON/custom/b.txt"))[u"result"]
                    .toString();
            QVERIFY(!link.isEmpty());
            QVERIFY(isKilled ? m_cluster->killNode(before.site, before.node) : m_cluster->stopNode(before.site, before.node));
        }
        QVERIFY(m_cluster->startNode(before.site, before.node));
        QCOMPARE(second().url, before.url);
        HttpClient anybody(url(1));
        QCOMPARE(anybody.send("GET", link).status, 404);
        QCOMPARE(runOn(ordersPeer, test::sendMessage(1, "plugin_orders", "order_confirm", R"({"order":"B"})", true))[u"result"].toString(),
                 u"{\"result\":\"ok\",\"order\":\"B\",\"confirmed\":true}"_s);
        SocketClient again;
        const QString id = connectTo(1, again);
        QCOMPARE(runOn(id, test::sendMessage(0, "msg", "any", "{}", false))[u"outcome"].toString(), u"success"_s);
        HttpClient fresh(url(1));
        fresh.bearer = again.call("connection_info", R"({"qid":1})")[u"sessionid"].toString().toLatin1();
        QCOMPARE(fresh.send("GET", u"/rest/v1/fs/targets/websocktemp"_s).body, "[]");
        fresh.bearer = session;
        QVERIFY(fresh.send("GET", u"/rest/v1/fs/targets/websocktemp/a.txt"_s).status >= 401);
    }
    void aWaitEndsWithItsNode()
    {
        SocketClient peer;
        const QString id = connectTo(1, peer);
        m_svc->send("[\"start_svcscript\"," + startOf(id, test::sendMessage(0, "msg", "work", "{}", true, "30")) + "]");
        QVERIFY(!peer.take(u"work").isNull());
        QVERIFY(m_cluster->stopNode(second().site, second().node));
        const core::Json answer = m_svc->take(u"start_svcscript_result");
        QCOMPARE(answer[u"data"][u"variables"][u"error"].toString().section(u':', 0, 0), u"not_active"_s);
    }
    void nodesThatCannotBeChanged()
    {
        const auto there = second();
        QCOMPARE(m_cluster->startNode(there.site, there.node).error().code, u"running"_s);
        QCOMPARE(m_cluster->stopNode(u"nowhere"_s, there.node).error().code, u"not_found"_s);
        QVERIFY(m_cluster->stopNode(there.site, there.node));
        QCOMPARE(m_cluster->stopNode(there.site, there.node).error().code, u"not_running"_s);
        QCOMPARE(m_cluster->killNode(there.site, there.node).error().code, u"not_running"_s);
        QTcpServer other; // takes the port meanwhile
        QVERIFY(other.listen(QHostAddress::LocalHost, static_cast<quint16>(there.url.port())));
        const auto taken = m_cluster->startNode(there.site, there.node);
        QCOMPARE(taken.error().code, u"listen"_s);
        QVERIFY(taken.error().message.contains(QString::number(there.url.port())));
        other.close();
        QVERIFY(m_cluster->startNode(there.site, there.node));
        for (int i = 0; i < 5; ++i) { // again and again
            QVERIFY(m_cluster->killNode(there.site, there.node));
            QVERIFY(m_cluster->startNode(there.site, there.node));
        }
        m_cluster->stop();
        QCOMPARE(m_cluster->stopNode(there.site, there.node).error().code, u"not_running"_s);
        QCOMPARE(m_cluster->advanceClock(1s).error().code, u"not_running"_s);
    }

    // Time ------------------------------------------------------------------------------------------------------------
    void whatFallsDueHappens()
    {
        QCOMPARE(m_admin->upload(u"custom"_s, {{"c.txt", "content"}}).status, 200);
        const QString link = runOn(crmPeer, R"("operation":1,"resultVariable":"result","filePath":)" +
                                                test::constant(":SYNC_COMMON/custom/c.txt"))[u"result"]
                                 .toString();
        m_svc->send("[\"start_svcscript\"," + startOf(crmPeer, test::sendMessage(0, "msg", "silent", "{}", true, "290")) + "]");
        QVERIFY(!m_svc->call("connection_info", R"({"qid":1})").isNull()); // it has begun
        QVERIFY(m_cluster->advanceClock(280s));
        HttpClient anybody(url(0));
        QCOMPARE(anybody.send("GET", link).status, 200);
        QVERIFY(m_cluster->advanceClock(20s));
        QCOMPARE(anybody.send("GET", link).status, 404);
        QCOMPARE(m_svc->take(u"start_svcscript_result")[u"data"][u"variables"][u"outcome"].toString(), u"timeout"_s);
        QCOMPARE(m_admin->send("GET", u"/rest/v1/iam/sessions/current"_s).status, 200);
        QVERIFY(m_cluster->advanceClock(12h + 1s));
        QCOMPARE(m_admin->send("GET", u"/rest/v1/iam/sessions/current"_s).status, 401);
    }
    void theClockDoesNotGoBackOrTooFar()
    {
        QCOMPARE(m_cluster->advanceClock(-1ms).error().code, u"bad_argument"_s);
        QCOMPARE(m_cluster->advanceClock(0ms).error().code, u"bad_argument"_s);
        QCOMPARE(m_cluster->advanceClock(24h * 367).error().code, u"bad_argument"_s);
        QVERIFY(m_cluster->advanceClock(24h * 366));
    }
    void aBanPasses()
    {
        HttpClient guest(url(0));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(guest.login("admin", "wrong").status, 401);
        QCOMPARE(guest.login("admin").status, 403);
        QVERIFY(m_cluster->advanceClock(3min));
        QCOMPARE(guest.login("admin").status, 200);
    }

    // The endpoint ----------------------------------------------------------------------------------------------------
    void askedWithoutItsTokenItTellsNothing_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("another") << QByteArray("another token of tests");
        QTest::newRow("the beginning") << QByteArray(controlToken).chopped(1);
        QTest::newRow("more") << QByteArray(controlToken) + "s";
    }
    void askedWithoutItsTokenItTellsNothing()
    {
        QFETCH(QByteArray, token);
        HttpClient guest(m_cluster->control().url);
        guest.bearer = token;
        for (const QString &path : {u"/control/v1/nodes"_s, u"/control/v1/nothing"_s, nodePath(u"kill"_s)}) {
            const auto answer = guest.send("POST", path);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.header("www-authenticate"), "Bearer");
            QCOMPARE(answer.json()[u"error_code"].toInt(), 401);
        }
        QVERIFY(m_cluster->killNode(second().site, second().node)); // still there
    }
    void changesNodes()
    {
        HttpClient http(m_cluster->control().url);
        http.bearer = controlToken;
        const auto state = [&http](int node) {
            return http.send("GET", u"/control/v1/nodes"_s).json().at(node)[u"state"].toString();
        };
        const core::Json nodes = http.send("GET", u"/control/v1/nodes/"_s).json();
        QCOMPARE(nodes.size(), 2);
        QCOMPARE(nodes.at(1).toCompact(),
                 "{\"site\":\"site_2\",\"node\":\"node2\",\"url\":\"" + second().url.toString().toUtf8() + "\",\"state\":\"running\"}");
        QCOMPARE(http.send("POST", nodePath(u"stop"_s)).json()[u"state"].toString(), u"stopped"_s);
        QCOMPARE(state(1), u"stopped"_s);
        QCOMPARE(state(0), u"running"_s);
        const auto twice = http.send("POST", nodePath(u"stop"_s));
        QCOMPARE(twice.status, 409);
        QVERIFY(twice.json()[u"error_message"].toString().contains(u"node2"_s));
        QCOMPARE(http.send("POST", nodePath(u"start"_s)).json()[u"state"].toString(), u"running"_s);
        QCOMPARE(http.send("POST", nodePath(u"start"_s)).status, 409);
        QCOMPARE(http.send("POST", nodePath(u"kill"_s), "{}").json()[u"state"].toString(), u"stopped"_s);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, static_cast<quint16>(second().url.port())));
        QCOMPARE(http.send("POST", nodePath(u"start"_s)).status, 503);
        QCOMPARE(state(1), u"stopped"_s);
    }
    void movesTheClock()
    {
        HttpClient http(m_cluster->control().url);
        http.bearer = controlToken;
        QCOMPARE(http.send("POST", u"/control/v1/clock"_s, R"({"advanceMs":43201000})").body, R"({"advancedMs":43201000})");
        QCOMPARE(m_admin->send("GET", u"/rest/v1/iam/sessions/current"_s).status, 401);
    }
    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray("GET") << u"/"_s << QByteArray() << 404;
        QTest::newRow("the platform's") << QByteArray("GET") << u"/rest/v1/iam/sessions/current"_s << QByteArray() << 404;
        QTest::newRow("unknown node") << QByteArray("POST") << u"/control/v1/nodes/main_site/node9/kill"_s << QByteArray() << 404;
        QTest::newRow("unknown action") << QByteArray("POST") << u"/control/v1/nodes/main_site/node1/burn"_s << QByteArray() << 404;
        QTest::newRow("too long") << QByteArray("POST") << u"/control/v1/nodes/main_site/node1/kill/now"_s << QByteArray() << 404;
        QTest::newRow("bad path") << QByteArray("GET") << u"/control/v1/%ff"_s << QByteArray() << 400;
        QTest::newRow("nodes are not posted") << QByteArray("POST") << u"/control/v1/nodes"_s << QByteArray() << 405;
        QTest::newRow("killing is no reading") << QByteArray("GET") << u"/control/v1/nodes/main_site/node1/kill"_s << QByteArray() << 405;
        QTest::newRow("the clock is not read") << QByteArray("GET") << u"/control/v1/clock"_s << QByteArray() << 405;
        QTest::newRow("clock: nothing") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray() << 400;
        QTest::newRow("clock: no JSON") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray("{") << 400;
        QTest::newRow("clock: a text") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray(R"({"advanceMs":"1"})") << 400;
        QTest::newRow("clock: a fraction") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray(R"({"advanceMs":1.5})") << 400;
        QTest::newRow("clock: back") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray(R"({"advanceMs":-1})") << 400;
        QTest::newRow("clock: more") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray(R"({"advanceMs":1,"by":2})") << 400;
        QTest::newRow("clock: a list") << QByteArray("POST") << u"/control/v1/clock"_s << QByteArray("[1]") << 400;
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        HttpClient http(m_cluster->control().url);
        http.bearer = controlToken;
        const auto answer = http.send(method, path, body);
        QCOMPARE(answer.status, status);
        QVERIFY2(!answer.json()[u"error_message"].toString().isEmpty(), answer.body.constData());
        if (status == 405)
            QVERIFY(!answer.header("allow").isEmpty());
    }
    void hasNoWebSockets()
    {
        SocketClient socket;
        QVERIFY(!socket.open(m_cluster->control().url, crmPath, "Authorization", QByteArray("Bearer ") + controlToken));
    }
    void isThereOnlyWhereItIsWanted()
    {
        end();
        start(simulator::ClusterConfig::demo());
        QVERIFY(!m_cluster->control().url.isValid());
        end();
        auto config = simulator::ClusterConfig::demo();
        config.control.emplace();
        config.listen = u"0.0.0.0"_s;
        start(config);
        QCOMPARE(m_cluster->control().url.host(), u"127.0.0.1"_s);
        const QString first = m_cluster->control().token;
        QVERIFY2(QRegularExpression(u"^[0-9a-f]{32}$"_s).match(first).hasMatch(), qPrintable(first));
        m_cluster->stop();
        QVERIFY(m_cluster->start());
        QVERIFY(m_cluster->control().token != first); // a fresh one for each start
    }
};

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
