// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios as graphs in text: the texts themselves, and that Graphviz takes them.
#include "scenario/scenarioreader.h"
#include "scenario/textexport.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class TextExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void dot();
    void mermaid();
    void oddObjects();
    void escapes_data();
    void escapes();
    void longTexts();
    void empty();
    void graphvizTakesIt_data();
    void graphvizTakesIt();

private:
    static scenario::Scenario read(const QByteArray &text)
    {
        const scenario::ReadResult result = scenario::readScenario(text);
        if (!result.scenario)
            qFatal("no scenario");
        return *result.scenario;
    }
    QString dotOf(const QByteArray &text) const { return QString::fromUtf8(scenario::toDot(read(text), m_catalogue, {})); }
    QString mermaidOf(const QByteArray &text) const { return QString::fromUtf8(scenario::toMermaid(read(text), m_catalogue, {})); }
    /// What dot makes of it, or what it complains of.
    static QString drawn(const QByteArray &dot)
    {
        QProcess graphviz;
        graphviz.start(u"dot"_s, {u"-Tsvg"_s});
        graphviz.write(dot);
        graphviz.closeWriteChannel();
        if (!graphviz.waitForFinished(20'000) || graphviz.exitCode() != 0)
            return QString::fromUtf8(graphviz.readAllStandardError()) + graphviz.errorString();
        const QString complaint = QString::fromUtf8(graphviz.readAllStandardError());
        return complaint.isEmpty() ? QString::fromUtf8(graphviz.readAllStandardOutput()) : complaint;
    }

    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
    const QByteArray m_text = R"({"id":"1","code":"ask","name":"Ask \"them\"","scriptdata":{"objects":[
        {"oId":1,"oType":101,"startParam":"conn","name":"Start","transfer":2},
        {"oId":2,"oType":144,"name":"Ask","eventName":{"argType":1,"value":"greet"},"transfer":5,"transferTimeout":3,"transferError":77},
        {"oId":3,"oType":104,"arg1":{"argType":2,"value":"n"},"arg2":{"argType":1,"value":"5"},"compareType":0,"transferTrue":4,"transferFalse":5},
        {"oId":4,"oType":150,"name":"Again","label":{"argType":1,"value":"top"}},
        {"oId":5,"oType":102,"name":"Stop"},
        {"oId":6,"oType":151,"name":"Top","label":{"argType":1,"value":"top"},"transfer":2}]}})";
};

void TextExportTest::dot()
{
    const QString expected = uR"(digraph "Ask \"them\"" {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="Inter, Helvetica, sans-serif", fontsize=12];
  edge [fontname="Inter, Helvetica, sans-serif", fontsize=10];
  n1 [label="Start\nconn ← start parameter 1", shape=oval];
  n2 [label="Ask\nsend greet"];
  n3 [label="Compare\n[n] < 5"];
  n4 [label="Again\nto top"];
  n5 [label="Stop\nthe scenario ends here", shape=oval];
  n6 [label="Top\nlabel top"];
  x0 [label="no component 77", shape=plaintext];
  n1 -> n2;
  n2 -> n5 [label="success"];
  n2 -> n3 [label="timeout", style=dashed];
  n2 -> x0 [label="error", style=dotted];
  n3 -> n4 [label="true"];
  n3 -> n5 [label="false", style=dashed];
  n4 -> n6 [style=dashed, arrowhead=empty];
  n6 -> n2;
}
)"_s;
    QCOMPARE(dotOf(m_text), expected);
}

void TextExportTest::mermaid()
{
    const QString expected = uR"(flowchart LR
  n1(["Start<br/>conn ← start parameter 1"])
  n2["Ask<br/>send greet"]
  n3["Compare<br/>#91;n#93; #60; 5"]
  n4["Again<br/>to top"]
  n5(["Stop<br/>the scenario ends here"])
  n6["Top<br/>label top"]
  x0>"no component 77"]
  n1 --> n2
  n2 -->|"success"| n5
  n2 -.->|"timeout"| n3
  n2 -.->|"error"| x0
  n3 -->|"true"| n4
  n3 -.->|"false"| n5
  n4 -.-> n6
  n6 --> n2
  linkStyle 3 stroke-dasharray:2 6
)"_s;
    QCOMPARE(mermaidOf(m_text), expected);
}

void TextExportTest::oddObjects()
{
    // No id, an id that is taken, one below 0, no object, an unknown component with transitions, a goto to a label that is not there.
    const QString text = dotOf(R"({"objects":[{"oType":102},{"oId":3,"oType":102,"name":"a"},{"oId":3,"oType":102,"name":"b"},
        {"oId":-4,"oType":202,"transferError":3,"transfer":-4},7,{"oId":8,"oType":150,"label":{"argType":1,"value":"nowhere"}}]})");
    QVERIFY(text.startsWith(u"digraph \"\" {"));
    for (const char *part : {"p0 [label=\"Stop\\n", "n3 [label=\"a\\n", "p2 [label=\"b\\n", "p3 [label=\"Component 202\"]",
                             "p3 -> n3 [label=\"error\"]", "p3 -> p3;"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(!text.contains(u"n8 ->"));
    QVERIFY(drawn(text.toUtf8()).contains(u"<svg"));
}

void TextExportTest::escapes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("dot");
    QTest::addColumn<QString>("mermaid");
    QTest::newRow("quote") << uR"(a\"b)"_s << uR"(a\"b)"_s << u"a&34;b"_s;
    QTest::newRow("backslash") << uR"(a\\nb)"_s << uR"(a\\nb)"_s << u"a&92;nb"_s;
    QTest::newRow("line feed") << uR"(a\nb)"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s << u"<b>&amp;amp;</b>"_s << u"&60;b&62;&38;amp&59;&60;/b&62;"_s;
    QTest::newRow("brackets") << u"[a](b){c}|`d`;"_s << u"[a](b){c}|`d`;"_s << u"&91;a&93;&40;b&41;&123;c&125;&124;&96;d&96;&59;"_s;
    QTest::newRow("control characters") << uR"(a\u0000\u0007b)"_s << u"ab"_s << u"ab"_s;
    QTest::newRow("beyond 16 bits") << u"a\U0001F600b"_s << u"a\U0001F600b"_s << u"a\U0001F600b"_s;
    QTest::newRow("cut there") << QString(199, u'x') + u"\U0001F600"_s << QString(199, u'x') << QString(199, u'x');
    QTest::newRow("only space") << u"  "_s << u"Stop"_s << u"Stop"_s;
}

void TextExportTest::escapes()
{
    QFETCH(const QString, name);
    QFETCH(const QString, dot);
    QFETCH(QString, mermaid);
    mermaid.replace(QRegularExpression(u"&(\\d+;)"_s), QChar(u'#') + u"\\1"_s);
    const QByteArray text = u"{\"objects\":[{\"oId\":1,\"oType\":102,\"name\":\"%1\"}]}"_s.arg(name).toUtf8();
    QVERIFY2(dotOf(text).contains(u"n1 [label=\""_s + dot + u"\\n"_s), qPrintable(dotOf(text)));
    QVERIFY2(mermaidOf(text).contains(u"n1([\""_s + mermaid + u"<br/>"_s), qPrintable(mermaidOf(text)));
    QVERIFY(drawn(dotOf(text).toUtf8()).contains(u"<svg"));
}

void TextExportTest::longTexts()
{
    const QByteArray name(1'000'000, 'x');
    QVERIFY(dotOf("{\"objects\":[{\"oId\":1,\"oType\":102,\"name\":\"" + name + "\"}]}").size() < 1000);
}

void TextExportTest::empty()
{
    QVERIFY(drawn(dotOf(R"({"objects":[]})").toUtf8()).contains(u"<svg"));
    QCOMPARE(mermaidOf(R"({"objects":[]})"), u"flowchart LR\n"_s);
}

void TextExportTest::graphvizTakesIt_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &folder : {u"/resources/examples/"_s, u"/tests/data/scenarios/"_s}) {
        const QDir dir(QStringLiteral(SIGNALBOX_SOURCE_DIR) + folder);
        const QStringList names = dir.entryList({u"*.json"_s, u"*.scr"_s}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << dir.filePath(name);
    }
}

void TextExportTest::graphvizTakesIt()
{
    QFETCH(const QString, file);
    const scenario::ReadResult result = scenario::readScenarioFile(file);
    QVERIFY(result.scenario);
    const QByteArray dot = scenario::toDot(*result.scenario, m_catalogue, {});
    const QString picture = drawn(dot);
    QVERIFY2(picture.contains(u"<svg"), qPrintable(picture));
    // Every node and every line of the text is in the picture.
    QCOMPARE(picture.count(u"class=\"node\""_s),
             QString::fromUtf8(dot).count(QRegularExpression(u"^  \\w+ \\[label="_s, QRegularExpression::MultilineOption)));
    QCOMPARE(picture.count(u"class=\"edge\""_s), dot.count(" -> "));
}

QTEST_GUILESS_MAIN(TextExportTest)
#include "tst_textexport.moc"
