// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios, HTTP and the life of the simulated cluster over real sockets, by clients that share no code with it.
#include "clusterstage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;

class TestCluster : public QObject, private ClusterStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
