// SPDX-License-Identifier: GPL-3.0-or-later
// Component 144 and its files on the simulated cluster over real sockets, by clients that share no code with it.
#include "clusterstage.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;

class TestOperations : public QObject, private ClusterStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
