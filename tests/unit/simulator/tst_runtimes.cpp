// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios over REST: svcscripts, ivrscripts and svcscript_runtimes with their verbs, queries and refusals, on several nodes.
#include "support/simulatedstate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using test::FakeTransport;
using test::RestAnswer;
using test::SimulatedState;

namespace {

const QByteArray runtimes = "/rest/v1/service/svcscript_runtimes";
const QByteArray svcScripts = "/rest/v1/service/svcscripts";
const QByteArray ivrScripts = "/rest/v1/uc/ivrscripts";

/// A scenario that pauses for five seconds, then keeps startparam1 in a variable.
QByteArray pausing(const QByteArray &code)
{
    return "{\"code\":\"" + code +
           "\",\"scriptdata\":{\"objects\":["
           R"({"oId":1,"oType":101,"type":0,"startParam":"v","defineVars":1,"transfer":2},)"
           R"({"oId":2,"oType":103,"timeoutMs":{"argType":1,"varType":1,"value":"5000"},"transfer":3},)"
           R"({"oId":3,"oType":102}],"variables":[{"id":"1","name":"v","type":2,"location":0}]}})";
}

QStringList valuesOf(const Json &list, QStringView key)
{
    QStringList values;
    for (const Json &item : list.items())
        values << item[key].toString();
    return values;
}

} // namespace

class TestRuntimes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SimulatedState> m_cluster;
    QByteArray m_admin;

    RestAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, int node = 0)
    {
        return m_cluster->rest(node, method, target, body, {m_admin});
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto config = simulator::ClusterConfig::demo();
        config.nodes = 3;
        config.sites = 2;
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
        m_admin = m_cluster->bearer();
    }
    void cleanup()
    {
        m_cluster->state.reset();
        QCOMPARE(m_cluster->scheduler.pending(), 0);
    }

    // svcscript_runtimes (platform.md §5) -----------------------------------------------------------------------------
    void startsAndDoesNotWait()
    {
        QCOMPARE(call("POST", svcScripts, pausing("p")).status(), 200);
        const RestAnswer started = call("POST", runtimes, R"({"code":"p","startparam1":"x"})", 1);
        QCOMPARE(started.status(), 200);
        const Json runtime = started.json();
        QCOMPARE(runtime.size(), 6);
        QCOMPARE(runtime[u"site"].toString(), u"site_2"_s);
        QCOMPARE(runtime[u"node"].toString(), u"node2"_s);
        QCOMPARE(runtime[u"domain"].toString(), u"test.rootdomain.ru"_s);
        QCOMPARE(runtime[u"type"].toString(), u"svc"_s);
        QCOMPARE(runtime[u"code"].toString(), u"p"_s);
        const QByteArray one = runtimes + '/' + runtime[u"id"].toString().toLatin1();
        QCOMPARE(call("GET", one).json(), runtime); // asked of another node
        m_cluster->pass(std::chrono::seconds(5));
        QCOMPARE(call("GET", one).status(), 404); // it has run to its end
        QCOMPARE(call("DELETE", one).status(), 404);
        QCOMPARE(call("GET", runtimes).json().size(), 0);
    }

    void listsAndStopsOnAllNodes()
    {
        for (const char *code : {"p", "q"})
            QCOMPARE(call("POST", svcScripts, pausing(code)).status(), 200);
        const Json first = call("POST", runtimes, R"({"code":"p"})", 0).json();
        const Json second = call("POST", runtimes, R"({"code":"q"})", 2).json();
        const Json third = call("POST", runtimes, R"({"code":"p"})", 1).json();
        FakeTransport starter;
        m_cluster->connectPoint(starter, u"svc"_s, {"svcscript"});
        starter.call("start_svcscript", R"({"qid":"s","code":"q"})");
        const Json all = call("GET", runtimes, {}, 1).json();
        QCOMPARE(valuesOf(all, u"code"), (QStringList{u"p"_s, u"q"_s, u"p"_s, u"q"_s})); // by node; those of start_svcscript too
        QVERIFY(valuesOf(all, u"id").contains(second[u"id"].toString()));

        QCOMPARE(call("DELETE", runtimes + '/' + second[u"id"].toString().toLatin1(), {}, 1).status(), 204);
        QCOMPARE(valuesOf(call("GET", runtimes + "?filter=q").json(), u"node"), QStringList{u"node1"_s});
        QCOMPARE(call("DELETE", runtimes + '/' + all.at(1)[u"id"].toString().toLatin1()).status(), 204);
        QCOMPARE(starter.last().at(0).toString(), u"start_svcscript_result"_s);
        QCOMPARE(starter.last().at(1)[u"errormsg"].toString(), u"The scenario was aborted"_s);
        m_cluster->state->crash(m_cluster->state->node(0));
        QCOMPARE(valuesOf(call("GET", runtimes, {}, 1).json(), u"id"), QStringList{third[u"id"].toString()});
        QVERIFY(first[u"id"].toString() != third[u"id"].toString());
    }

    void queriesRuntimes_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer"); // of 200; empty: not looked at
        QTest::newRow("mask") << "?mask=code"_ba << 200 << R"([{"code":"a"},{"code":"b"},{"code":"ab"}])"_ba;
        QTest::newRow("filter") << "?mask=code&filter=a*"_ba << 200 << R"([{"code":"a"},{"code":"ab"}])"_ba;
        QTest::newRow("order") << "?mask=code&order=-code"_ba << 200 << R"([{"code":"b"},{"code":"ab"},{"code":"a"}])"_ba;
        QTest::newRow("offset and limit") << "?mask=code&order=code&offset=1&limit=1"_ba << 200 << R"([{"code":"ab"}])"_ba;
        QTest::newRow("behind the end") << "?offset=9"_ba << 200 << "[]"_ba;
        QTest::newRow("limit 0") << "?limit=0"_ba << 200 << "[]"_ba;
        QTest::newRow("unknown field") << "?mask=zzz"_ba << 400 << QByteArray();
        QTest::newRow("unknown order") << "?order=-zzz"_ba << 400 << QByteArray();
        QTest::newRow("limit below 0") << "?limit=-1"_ba << 400 << QByteArray();
        QTest::newRow("offset no number") << "?offset=x"_ba << 400 << QByteArray();
    }
    void queriesRuntimes()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        for (const char *code : {"a", "b", "ab"}) {
            QCOMPARE(call("POST", svcScripts, pausing(code)).status(), 200);
            QCOMPARE(call("POST", runtimes, QByteArray("{\"code\":\"") + code + "\"}").status(), 200);
        }
        const RestAnswer answered = call("GET", runtimes + query);
        QCOMPARE(answered.status(), status);
        if (status == 200)
            QCOMPARE(answered.reply.body, answer);
        else
            QVERIFY(!answered.error().isEmpty());
        const RestAnswer found = call("LOOKUP", runtimes, R"({"code":"ab"})");
        QCOMPARE(valuesOf(found.json(), u"code"), QStringList{u"ab"_s});
        QCOMPARE(call("LOOKUP", runtimes + "?code=zzz").status(), 404);
        QCOMPARE(call("LOOKUP", runtimes).status(), 400);
    }

    void refusesStarts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("said");
        QTest::newRow("no body") << QByteArray() << 400 << u"code"_s;
        QTest::newRow("no JSON") << "{"_ba << 400 << u"not JSON"_s;
        QTest::newRow("list") << "[]"_ba << 400 << u"code"_s;
        QTest::newRow("code no text") << R"({"code":1})"_ba << 400 << u"code"_s;
        QTest::newRow("empty code") << R"({"code":""})"_ba << 400 << u"code"_s;
        QTest::newRow("unknown code") << R"({"code":"none"})"_ba << 404 << u"none"_s;
        QTest::newRow("no start") << R"({"code":"empty"})"_ba << 422 << u"no start component"_s;
        QTest::newRow("cannot run") << R"({"code":"odd"})"_ba << 422 << u"112 sql (object 2)"_s;
        QTest::newRow("IVR") << R"({"code":"ivr"})"_ba << 422 << u"IVR scenario"_s;
    }
    void refusesStarts()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, said);
        QCOMPARE(call("POST", svcScripts, R"({"code":"empty","scriptdata":{"objects":[],"variables":[]}})").status(), 200);
        QCOMPARE(
            call("POST", svcScripts,
                 R"({"code":"odd","scriptdata":{"objects":[{"oId":1,"oType":101,"transfer":2},{"oId":2,"oType":112}],"variables":[]}})")
                .status(),
            200);
        QCOMPARE(call("POST", ivrScripts, pausing("ivr")).status(), 200);
        const RestAnswer answer = call("POST", runtimes, body);
        QCOMPARE(answer.status(), status);
        QVERIFY2(answer.error().contains(said), qPrintable(answer.error()));
        QCOMPARE(call("GET", runtimes).json().size(), 0);
    }

    void refusesVerbsPathsAndPeople()
    {
        QCOMPARE(call("PUT", runtimes).status(), 405);
        QCOMPARE(call("PUT", runtimes).header("allow"), "GET, HEAD, POST, LOOKUP");
        QCOMPARE(call("PATCH", runtimes + "/x").header("allow"), "GET, HEAD, DELETE");
        QCOMPARE(call("GET", runtimes + "/x/y").status(), 404);
        QCOMPARE(m_cluster->rest(0, "GET", runtimes).status(), 401);
        FakeTransport point;
        const QString session = m_cluster->connectPoint(point, u"svc"_s, {})->session()->id;
        const RestAnswer refused = m_cluster->rest(0, "GET", runtimes, {}, {"Authorization: Bearer " + session.toLatin1()});
        QCOMPARE(refused.status(), 403);
        QVERIFY2(refused.error().contains(u"start_svcscript"_s), qPrintable(refused.error()));
    }

    void limitsRuns()
    {
        auto config = simulator::ClusterConfig::demo();
        config.limits.runs = 1;
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
        m_admin = m_cluster->bearer();
        QCOMPARE(call("POST", svcScripts, pausing("p")).status(), 200);
        QCOMPARE(call("POST", runtimes, R"({"code":"p"})").status(), 200);
        QCOMPARE(call("POST", runtimes, R"({"code":"p"})").status(), 503);
    }

    // svcscripts and ivrscripts (platform.md §5) ----------------------------------------------------------------------
    void bothStoresHaveTheSameVerbs_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("svcscripts") << svcScripts;
        QTest::newRow("ivrscripts") << ivrScripts;
    }
    void bothStoresHaveTheSameVerbs()
    {
        QFETCH(QByteArray, path);
        const QByteArray other = path == svcScripts ? ivrScripts : svcScripts;
        const RestAnswer created = call("POST", path, pausing("one"));
        QCOMPARE(created.status(), 200);
        const QByteArray one = path + '/' + created.json()[u"id"].toString().toLatin1();
        QCOMPARE(created.json()[u"scriptdata"], test::parsed(pausing("one"))[u"scriptdata"]);
        QCOMPARE(call("POST", path, pausing("one")).status(), 409);
        QCOMPARE(call("POST", other, pausing("one")).status(), 200); // a code of its own
        QCOMPARE(call("GET", one, {}, 2).json(), created.json());    // every node has it
        QCOMPARE(call("GET", other + one.sliced(path.size())).status(), 404);
        QCOMPARE(call("PATCH", one, R"({"name":"Other"})").json()[u"name"].toString(), u"Other"_s);
        QCOMPARE(call("PATCH", one, "[]").status(), 400);
        QCOMPARE(call("POST", path, pausing("two")).status(), 200);
        QCOMPARE(call("GET", path + "?mask=code&order=-code").reply.body, R"([{"code":"two"},{"code":"one"}])");
        QCOMPARE(call("GET", path + "?mask=code&filter=t*").reply.body, R"([{"code":"two"}])");
        QCOMPARE(call("GET", path + "?mask=code&offset=1&limit=5").reply.body, R"([{"code":"two"}])");
        QCOMPARE(call("GET", path + "?mask=secret").status(), 400);
        QVERIFY(!call("GET", path).json().at(0).contains(u"scriptdata"));
        QCOMPARE(call("LOOKUP", path + "?code=one").json()[u"id"], created.json()[u"id"]);
        QCOMPARE(call("LOOKUP", path, R"({"code":"two"})").json()[u"code"].toString(), u"two"_s);
        QCOMPARE(call("LOOKUP", path, R"({"code":"three"})").status(), 404);
        QCOMPARE(call("LOOKUP", path, "{").status(), 400);
        QCOMPARE(call("LOOKUP", path).status(), 400);
        QCOMPARE(call("DELETE", path).header("allow"), "GET, HEAD, POST, LOOKUP");
        QCOMPARE(call("PUT", one).header("allow"), "GET, HEAD, PATCH, DELETE");
        QCOMPARE(call("DELETE", one).status(), 204);
        QCOMPARE(call("DELETE", one).status(), 404);
        QCOMPARE(m_cluster->rest(0, "GET", path).status(), 401);
    }

    void ivrScriptsDoNotRun()
    {
        QCOMPARE(call("POST", ivrScripts, pausing("ivr")).status(), 200);
        FakeTransport starter;
        m_cluster->connectPoint(starter, u"svc"_s, {"svcscript"});
        const Json answer = starter.call("start_svcscript", R"({"qid":1,"code":"ivr"})");
        QCOMPARE(answer[u"result"].toString(), u"error"_s);
        QVERIFY(answer[u"errormsg"].toString().contains(u"IVR scenario"_s));
        QCOMPARE(call("POST", svcScripts, pausing("ivr")).status(), 200); // a service scenario with the same code does
        starter.call("start_svcscript", R"({"qid":1,"code":"ivr","startparam1":"x"})");
        m_cluster->pass(std::chrono::seconds(5));
        QCOMPARE(starter.last().at(1)[u"data"][u"variables"][u"v"].toString(), u"x"_s);
    }

    void theConfigurationBringsScenarios()
    {
        auto config = simulator::ClusterConfig::demo();
        config.scripts = test::parsed('[' + pausing("a") + ']');
        config.ivrScripts = test::parsed('[' + pausing("b") + ']');
        m_cluster = std::make_unique<SimulatedState>(std::move(config));
        m_admin = m_cluster->bearer();
        QCOMPARE(call("GET", svcScripts + "?mask=code").reply.body, R"([{"code":"a"}])");
        QCOMPARE(call("GET", ivrScripts + "?mask=code").reply.body, R"([{"code":"b"}])");
    }
};

QTEST_GUILESS_MAIN(TestRuntimes)
#include "tst_runtimes.moc"
