// SPDX-License-Identifier: GPL-3.0-or-later
// REST over a web socket (capability rest): its frames, the same answers and rights as over HTTP, and what it refuses.
#include "simulator/restmethod.h"
#include "support/simulatedstate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using test::FakeTransport;
using test::SimulatedState;

namespace {

constexpr auto script = R"({"code":"one","scriptdata":{"objects":[{"oId":1,"oType":101}],"variables":[]}})";

} // namespace

class TestRestMethod : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatedState> m_cluster;
    FakeTransport m_admin;

    void start(simulator::ClusterConfig config)
    {
        m_admin.connections.clear();
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
        m_cluster->connectUser(m_admin, u"admin"_s, {"rest"});
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        start(simulator::ClusterConfig::demo());
    }
    void cleanup()
    {
        m_admin.connections.clear();
        m_cluster.reset();
    }

    void keepsScenarios()
    {
        const Json created =
            m_admin.call("rest", R"({"qid":[1],"verb":"POST","path":"/rest/v1/service/svcscripts","body":)" + QByteArray(script) + '}');
        QCOMPARE(m_admin.last().at(0).toString(), u"rest_result"_s);
        QCOMPARE(created[u"qid"].toCompact(), "[1]");
        QCOMPARE(created[u"result"].toString(), u"ok"_s);
        QCOMPARE(created[u"status"].toInt(), 200);
        QCOMPARE(created[u"data"][u"code"].toString(), u"one"_s);
        const QByteArray id = created[u"data"][u"id"].toString().toLatin1();
        QCOMPARE(m_admin.call("rest", "{\"qid\":2,\"verb\":\"get\",\"path\":\"/rest/v1/service/svcscripts/" + id + "\"}")[u"data"],
                 created[u"data"]);
        // It is the store that HTTP has.
        QCOMPARE(m_cluster->rest(0, "GET", "/rest/v1/service/svcscripts/" + id, {}, {m_cluster->bearer()}).json(), created[u"data"]);
        QCOMPARE(m_admin.call("rest", R"({"verb":"LOOKUP","path":"/rest/v1/service/svcscripts","body":{"code":"one"}})")[u"data"][u"id"],
                 created[u"data"][u"id"]);
        QCOMPARE(m_admin.call("rest", R"({"qid":3,"verb":"HEAD","path":"/rest/v1/service/svcscripts"})").toCompact(),
                 R"({"qid":3,"result":"ok","status":200})");
        const Json removed = m_admin.call("rest", "{\"qid\":3,\"verb\":\"DELETE\",\"path\":\"/rest/v1/service/svcscripts/" + id + "\"}");
        QCOMPARE(removed.toCompact(), R"({"qid":3,"result":"ok","status":204})");
        const Json gone = m_admin.call("rest", "{\"qid\":4,\"verb\":\"GET\",\"path\":\"/rest/v1/service/svcscripts/" + id + "\"}");
        QCOMPARE(gone.toCompact(), R"({"qid":4,"result":"error","errormsg":"There is no scenario with this id","status":404})");
    }

    void asksInEachForm_data()
    {
        QTest::addColumn<QByteArray>("members");
        const QByteArray path = "\"path\":\"/rest/v1/service/svcscripts";
        QTest::newRow("object") << path + "\",\"query\":{\"mask\":\"code\",\"order\":\"-code\",\"limit\":1}";
        QTest::newRow("text") << path + "\",\"query\":\"mask=code&order=-code&limit=1\"";
        QTest::newRow("in the path") << path + "?mask=code&order=-code&limit=1\"";
        QTest::newRow("both") << path + "?mask=code\",\"query\":{\"order\":\"-code\",\"limit\":\"1\"}";
    }
    void asksInEachForm()
    {
        QFETCH(QByteArray, members);
        for (const char *code : {"a", "b"})
            QVERIFY(m_cluster->services().scripts.create(
                test::parsed(QByteArray("{\"code\":\"") + code + "\",\"scriptdata\":{\"objects\":[]}}")));
        QCOMPARE(m_admin.call("rest", R"({"verb":"GET",)" + members + '}').toCompact(),
                 R"({"result":"ok","status":200,"data":[{"code":"b"}]})");
    }

    void asksWithSpecialCharacters()
    {
        QVERIFY(m_cluster->services().scripts.create(test::parsed(R"({"code":"a&b=ä %","scriptdata":{"objects":[]}})")));
        QCOMPARE(
            m_admin.call("rest", R"({"verb":"LOOKUP","path":"/rest/v1/service/svcscripts","query":{"code":"a&b=ä %"}})")[u"status"].toInt(),
            200);
        QCOMPARE(m_admin
                     .call("rest",
                           R"({"verb":"GET","path":"/rest/v1/master/logicalroles/ws/sessions","query":{"sites":["main_site"]}})")[u"data"]
                     .size(),
                 4); // three of virtual peers, and this one
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status"); // 0: the frame itself is wrong
        QTest::addColumn<QString>("said");
        QTest::newRow("no object") << "[]"_ba << 0 << u"must be an object"_s;
        QTest::newRow("nothing") << "{}"_ba << 400 << u"verb"_s;
        QTest::newRow("verb no text") << R"({"verb":1,"path":"/rest/v1/x"})"_ba << 400 << u"verb"_s;
        QTest::newRow("no path") << R"({"verb":"GET"})"_ba << 400 << u"path"_s;
        QTest::newRow("relative path") << R"({"verb":"GET","path":"rest/v1"})"_ba << 400 << u"path"_s;
        QTest::newRow("query is a list") << R"({"verb":"GET","path":"/rest/v1/x","query":[1]})"_ba << 400 << u"query"_s;
        QTest::newRow("misspelt") << R"({"verb":"GET","path":"/rest/v1/x","boddy":1})"_ba << 400 << u"boddy"_s;
        QTest::newRow("no REST") << R"({"verb":"GET","path":"/ws"})"_ba << 404 << u"REST API"_s;
        QTest::newRow("not UTF-8") << R"({"verb":"GET","path":"/rest/v1/%ff"})"_ba << 404 << u"REST API"_s;
        QTest::newRow("temporary link") << R"({"verb":"GET","path":"/temp/0"})"_ba << 404 << u"REST API"_s;
        QTest::newRow("nowhere") << R"({"verb":"GET","path":"/rest/v1/nowhere"})"_ba << 404 << u"nothing at this path"_s;
        QTest::newRow("not that verb") << R"({"verb":"PUT","path":"/rest/v1/service/svcscripts"})"_ba << 405
                                       << u"GET, HEAD, POST, LOOKUP"_s;
        QTest::newRow("nonsense verb") << R"({"verb":"a b","path":"/rest/v1/service/svcscripts"})"_ba << 405 << u"not allowed"_s;
        QTest::newRow("bad entity") << R"({"verb":"POST","path":"/rest/v1/service/svcscripts","body":{"code":""}})"_ba << 400 << u"code"_s;
        QTest::newRow("no entity") << R"({"verb":"POST","path":"/rest/v1/service/svcscripts"})"_ba << 400 << u"object"_s;
        QTest::newRow("login") << R"({"verb":"POST","path":"/rest/v1/iam/sessions","body":{}})"_ba << 403 << u"session already"_s;
        QTest::newRow("upload") << R"({"verb":"POST","path":"/rest/v1/fs/targets/custom","body":{}})"_ba << 400 << u"multipart"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, said);
        const Json answer = m_admin.call("rest", body);
        QCOMPARE(answer[u"result"].toString(), u"error"_s);
        QVERIFY2(answer[u"errormsg"].toString().contains(said), qPrintable(answer[u"errormsg"].toString()));
        QCOMPARE(answer[u"status"].toInt().value_or(0), status);
        QVERIFY(m_admin.connections.last()->isOpen());
    }

    void hasTheRightsOfItsSession()
    {
        FakeTransport point;
        m_cluster->connectPoint(point, u"crm"_s, {"rest"});
        QCOMPARE(point.call("rest", R"({"verb":"GET","path":"/rest/v1/service/svcscripts"})")[u"status"].toInt(), 403);
        QCOMPARE(point.call("rest", R"({"verb":"GET","path":"/rest/v1/fs/targets/websocktemp"})").toCompact(),
                 R"({"result":"ok","status":200,"data":[]})");
        FakeTransport user;
        m_cluster->connectUser(user, u"operator"_s, {"rest"});
        QCOMPARE(user.call("rest", R"({"verb":"GET","path":"/rest/v1/master/logicalroles/ws/sessions"})")[u"status"].toInt(), 403);
        QCOMPARE(user.call("rest", R"({"verb":"GET","path":"/rest/v1/iam/sessions/current"})")[u"data"][u"login"].toString(),
                 u"operator"_s);
        FakeTransport without;
        m_cluster->connectUser(without, u"operator"_s, {"test"});
        QVERIFY(without.call("rest", R"({"verb":"GET","path":"/rest/v1/service/svcscripts"})")[u"errormsg"].toString().contains(
            u"not set up"_s));
    }

    void endsItsOwnSession()
    {
        const Json answer = m_admin.call("rest", R"({"qid":1,"verb":"DELETE","path":"/rest/v1/iam/sessions/current"})");
        Q_UNUSED(answer) // whether the answer arrives before the close frame is open
        QCOMPARE(m_admin.closeCode, 1008);
        QVERIFY(!m_admin.connections.last()->isOpen());
    }

    void doesNotSendFiles()
    {
        const QByteArray file = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n";
        QCOMPARE(m_cluster
                     ->rest(0, "POST", "/rest/v1/fs/targets/custom", file,
                            {m_cluster->bearer(), "Content-Type: multipart/form-data; boundary=b"})
                     .json()
                     .at(0)[u"status"]
                     .toString(),
                 u"ok"_s);
        const Json answer = m_admin.call("rest", R"({"verb":"GET","path":"/rest/v1/fs/targets/custom/a.txt"})");
        QCOMPARE(answer[u"status"].toInt(), 406);
        QCOMPARE(m_admin.call("rest", R"({"verb":"GET","path":"/rest/v1/fs/targets/custom"})")[u"data"].at(0)[u"name"].toString(),
                 u"a.txt"_s);
    }

    void limitsAnswers()
    {
        auto config = simulator::ClusterConfig::demo();
        config.limits.frameBytes = 600;
        start(config);
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_cluster->services().scripts.create(
                test::parsed("{\"code\":\"c" + QByteArray::number(i) + "\",\"scriptdata\":{\"objects\":[]}}")));
        const Json answer = m_admin.call("rest", R"({"verb":"GET","path":"/rest/v1/service/svcscripts"})");
        QCOMPARE(answer[u"status"].toInt(), 413);
        QVERIFY(answer[u"errormsg"].toString().contains(u"600"_s));
        QCOMPARE(m_admin.call("rest", R"({"verb":"GET","path":"/rest/v1/service/svcscripts?mask=code&limit=2"})")[u"data"].size(), 2);
    }

    void theDialectNamesTheMethod()
    {
        auto config = simulator::ClusterConfig::demo();
        config.dialect.restMethod = u"http"_s;
        start(config);
        QCOMPARE(m_admin.call("http", R"({"verb":"GET","path":"/rest/v1/service/svcscripts"})")[u"status"].toInt(), 200);
        QCOMPARE(m_admin.last().at(0).toString(), u"http_result"_s);
        QCOMPARE(m_admin.call("rest", R"({"verb":"GET","path":"/rest/v1/service/svcscripts"})")[u"errormsg"].toString(),
                 u"Unknown method"_s);
    }
};

QTEST_GUILESS_MAIN(TestRestMethod)
#include "tst_restmethod.moc"
