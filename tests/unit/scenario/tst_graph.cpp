// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/graph.h"
#include "scenario/scenarioreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using scenario::Edge;
using scenario::Graph;

class GraphTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void edgesComeByOutcome();
    void edgesOfUnknownComponents();
    void reach();
    void labels();
    void jumps();
    void cycles();
    void constantText();
    void emptyDocument();

private:
    static Graph graph(QByteArrayView text, const core::Dialect &dialect = {})
    {
        static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
        return Graph(scenario::readScenario(text).scenario.value(), catalogue, dialect);
    }
    static QList<qsizetype> positions(const QBitArray &bits)
    {
        QList<qsizetype> result;
        for (qsizetype i = 0; i < bits.size(); ++i) {
            if (bits.testBit(i))
                result.append(i);
        }
        return result;
    }
};

void GraphTest::edgesComeByOutcome()
{
    const Graph g = graph(R"({"objects":[
        {"oId":1,"oType":101,"transfer":7},
        {"oId":7,"oType":144,"transferError":5,"transferTimeout":1,"transfer":99},
        {"oId":5,"oType":102,"transfer":7}]})");
    QCOMPARE(g.objectCount(), 3);
    QCOMPARE(g.starts(), QList<qsizetype>{0});
    QCOMPARE(g.edges().size(), 5U);
    const std::span<const Edge> edges = g.edgesFrom(1);
    QCOMPARE(edges.size(), 3U);
    QCOMPARE(edges[0].outcome, u"success"_s);
    QCOMPARE(edges[0].property, u"transfer"_s);
    QCOMPARE(edges[0].from, 1);
    QCOMPARE(edges[0].target, 99);
    QCOMPARE(edges[0].to, -1);
    QCOMPARE(edges[1].outcome, u"timeout"_s);
    QCOMPARE(edges[1].to, 0);
    QCOMPARE(edges[2].outcome, u"error"_s);
    QCOMPARE(edges[2].to, 2);
    QCOMPARE(g.edge(1, u"error"), &edges[2]);
    QVERIFY(!g.edge(1, u"done"));
    QCOMPARE(g.edge(0, u"done")->to, 1);
}

void GraphTest::edgesOfUnknownComponents()
{
    const Graph g = graph(R"({"objects":[
        {"oId":1,"oType":101,"transfer":2},
        {"oId":2,"oType":204,"transferNoInput":3,"transferText":"3","other":1},
        {"oId":3,"oType":102}, 5, {"oType":"x","transfer":3}]})");
    const std::span<const Edge> edges = g.edgesFrom(1);
    QCOMPARE(edges.size(), 1U);
    QCOMPARE(edges[0].outcome, QString());
    QCOMPARE(edges[0].property, u"transferNoInput"_s);
    QCOMPARE(edges[0].to, 2);
    QVERIFY(g.edgesFrom(3).empty());
    QCOMPARE(g.edgesFrom(4).size(), 1U);
}

void GraphTest::reach()
{
    const Graph g = graph(R"({"objects":[
        {"oId":1,"oType":101,"transfer":2}, {"oId":2,"oType":103,"transfer":1},
        {"oId":3,"oType":103,"transfer":2}, {"oId":4,"oType":101,"type":1,"transfer":5}, {"oId":5,"oType":102}]})");
    QCOMPARE(g.starts(), QList<qsizetype>({0, 3}));
    QCOMPARE(positions(g.reachable()), QList<qsizetype>({0, 1, 3, 4}));
    QCOMPARE(positions(g.reachableFrom({2})), QList<qsizetype>({0, 1, 2}));
    QCOMPARE(positions(g.reachableFrom({})), QList<qsizetype>());
    QCOMPARE(g.reachable().size(), 5);
}

void GraphTest::labels()
{
    const QByteArray objects = R"({"oId":1,"oType":101,"transfer":2},
        {"oId":2,"oType":150,"label":{"argType":%1,"varType":2,"value":"a"}},
        {"oId":3,"oType":151,"label":{"argType":1,"varType":2,"value":"a"}},
        {"oId":4,"oType":151,"label":{"argType":1,"varType":2,"value":"b"}},
        {"oId":5,"oType":151,"label":{"argType":1,"varType":2,"value":"a"}})";
    const auto with = [&](const char *argType, const QByteArray &more = {}) {
        return graph("{\"objects\":[" + QByteArray(objects).replace("%1", argType) + more + "]}");
    };
    const Graph constant = with("1");
    QCOMPARE(constant.labels(u"a"_s), QList<qsizetype>({2, 4}));
    QCOMPARE(constant.labels(u"c"_s), QList<qsizetype>());
    QCOMPARE(constant.allLabels().size(), 2);
    QVERIFY(!constant.hasComputedLabel());
    QCOMPARE(positions(constant.reachable()), QList<qsizetype>({0, 1, 2, 4}));
    QCOMPARE(positions(with("3").reachable()), QList<qsizetype>({0, 1, 2, 3, 4}));
    const Graph computed = with("1", R"(,{"oId":6,"oType":151,"label":{"argType":2,"varType":2,"value":"v"},"transfer":4})");
    QVERIFY(computed.hasComputedLabel());
    QCOMPARE(positions(computed.reachable()), QList<qsizetype>({0, 1, 2, 3, 4, 5}));
}

void GraphTest::jumps()
{
    const auto read = scenario::readScenario(R"({"objects":[
        {"oId":1,"oType":150,"label":{"argType":1,"value":"a"}},
        {"oId":2,"oType":151,"label":{"argType":2,"value":"a"}},
        {"oId":3,"oType":151,"label":{"argType":1,"value":"a"}},
        {"oId":4,"oType":151,"label":{"argType":1,"value":"a"}},
        {"oId":5,"oType":150,"label":{"argType":1,"value":"gone"}},
        {"oId":6,"oType":150,"label":{"argType":2,"value":"a"}},
        {"oId":7,"oType":150},
        {"oId":8,"oType":150,"label":{"argType":1,"value":"a"}}]})");
    QCOMPARE(Graph::jumps(read.scenario.value(), {}), (QList<scenario::Jump>{{0, 2}, {7, 2}}));
}

void GraphTest::cycles()
{
    const Graph g = graph(R"({"objects":[
        {"oId":1,"oType":104,"transferTrue":2,"transferFalse":1},
        {"oId":2,"oType":104,"transferTrue":3,"transferFalse":5},
        {"oId":3,"oType":106,"transfer":4},
        {"oId":4,"oType":106,"transfer":2},
        {"oId":5,"oType":103,"transfer":1},
        {"oId":6,"oType":150,"label":{"argType":1,"varType":2,"value":"a"}},
        {"oId":7,"oType":151,"label":{"argType":1,"varType":2,"value":"a"},"transfer":6}]})");
    const auto all = [](qsizetype) {
        return true;
    };
    QCOMPARE(g.cycles(all), QList<QList<qsizetype>>({{0, 1, 2, 3, 4}, {5, 6}}));
    const auto withoutPause = [](qsizetype object) {
        return object != 4;
    };
    QCOMPARE(g.cycles(withoutPause), QList<QList<qsizetype>>({{0}, {1, 2, 3}, {5, 6}}));
    const auto none = [](qsizetype) {
        return false;
    };
    QVERIFY(g.cycles(none).isEmpty());
}

void GraphTest::constantText()
{
    core::Dialect dialect;
    const auto constant = [&](QByteArrayView json) {
        return Graph::constantText(*core::readJson(json), dialect);
    };
    QCOMPARE(constant(R"({"argType":1,"varType":2,"value":"x"})"), u"x"_s);
    QVERIFY(!constant(R"({"argType":2,"varType":2,"value":"x"})"));
    QVERIFY(!constant(R"({"argType":1,"varType":2,"value":5})"));
    QVERIFY(!constant(R"("x")"));
    dialect.argConstant = 9;
    QVERIFY(!constant(R"({"argType":1,"varType":2,"value":"x"})"));
}

void GraphTest::emptyDocument()
{
    const Graph g = graph(R"({"objects":[]})");
    QCOMPARE(g.objectCount(), 0);
    QVERIFY(g.edges().empty());
    QVERIFY(g.starts().isEmpty());
    QCOMPARE(g.reachable().size(), 0);
    QVERIFY(g.cycles([](qsizetype) { return true; }).isEmpty());
}

QTEST_GUILESS_MAIN(GraphTest)
#include "tst_graph.moc"
