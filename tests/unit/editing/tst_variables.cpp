// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of variables: declarations, and every place that names one.
#include "editing/variableplaces.h"

#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using test::Stage;

class VariablesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void adds();
    void addsToABareDocument();
    void refusesNames_data();
    void refusesNames();
    void renamesPlaces_data();
    void renamesPlaces();
    void renamesDocumentValues_data();
    void renamesDocumentValues();
    void renamesInOneStep();
    void changesTypeAndScope();
    void removes();
    void findsUses();

private:
    static QString around(const QString &object)
    {
        return u"{\"objects\":[%1],\"variables\":[{\"name\":\"a\",\"type\":1},{\"name\":\"b\",\"type\":1}]}"_s.arg(object);
    }
};

void VariablesTest::adds()
{
    const QString before = uR"({"objects":[],"variables":[{"name":"a"}],"scriptVersion":1})"_s;
    Stage stage(before);
    QVERIFY(stage.session.addVariable(u"größe 2"_s, 2, 4));
    const Json added = stage.session.scenario().scriptData()[u"variables"].at(1);
    QCOMPARE(added[u"id"].toString().size(), 36);
    QCOMPARE(added.toCompact(), uR"({"id":"%1","name":"größe 2","type":2,"location":4})"_s.arg(added[u"id"].toString()).toUtf8());
    QCOMPARE(stage.log, QStringList{u"variables"_s});
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void VariablesTest::addsToABareDocument()
{
    const QString before = uR"({"code":"c","scriptdata":{"objects":[],"scriptVersion":1}})"_s;
    Stage stage(before);
    QVERIFY(stage.session.addVariable(u"v"_s, 1));
    QCOMPARE(stage.session.scenario().scriptData().indexOf(u"variables"), 1);
    QCOMPARE(stage.session.scenario().variables().first().name, u"v"_s);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void VariablesTest::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString() << u"bad_name"_s;
    QTest::newRow("bracket") << u"x[1]"_s << u"bad_name"_s;
    QTest::newRow("line break") << u"x\ny"_s << u"bad_name"_s;
    QTest::newRow("space in front") << u" x"_s << u"bad_name"_s;
    QTest::newRow("space only") << u" "_s << u"bad_name"_s;
    QTest::newRow("there already") << u"b"_s << u"already_exists"_s;
}

void VariablesTest::refusesNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const QString before = around({});
    Stage stage(before);
    for (const core::Result<void> &result : {stage.session.addVariable(name, 1), stage.session.renameVariable(u"a"_s, name)}) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
        QVERIFY(!result.error().message.contains(u'%'));
    }
    QCOMPARE(stage.session.renameVariable(u"none"_s, u"x"_s).error().code, u"not_found"_s);
    QCOMPARE(stage.session.removeVariable(u"none"_s).error().code, u"not_found"_s);
    QCOMPARE(stage.session.setVariableType(u"none"_s, 1).error().code, u"not_found"_s);
    QCOMPARE(stage.session.setVariableLocation(u"none"_s, 1).error().code, u"not_found"_s);
    QVERIFY(stage.session.renameVariable(u"a"_s, u"a"_s));
    QVERIFY(stage.session.setVariableType(u"a"_s, 1));
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.stack().count(), 0);
    Stage broken(u"{\"objects\":[],\"variables\":{}}"_s);
    QCOMPARE(broken.session.addVariable(u"x"_s, 1).error().code, u"wrong_kind"_s);
}

void VariablesTest::renamesPlaces_data()
{
    QTest::addColumn<QString>("before"); // members of an object; a becomes long
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    const QString assign = uR"("oType":106,)"_s;
    row("a property that names one", assign + uR"("variable":"a")"_s, assign + uR"("variable":"long")"_s);
    same("another's name", assign + uR"("variable":"aa")"_s);
    row("an argument", assign + uR"("value":{"argType":2,"varType":1,"value":"a"})"_s,
        assign + uR"("value":{"argType":2,"varType":1,"value":"long"})"_s);
    same("a constant", assign + uR"("value":{"argType":1,"varType":2,"value":"a"})"_s);
    same("an unknown kind of argument", assign + uR"("value":{"argType":9,"varType":2,"value":"a"})"_s);
    row("an expression", assign + uR"("value":{"argType":3,"varType":1,"value":"[a]+len(\"[a]\") + [b]*[a]"})"_s,
        assign + uR"("value":{"argType":3,"varType":1,"value":"[long]+len(\"[a]\") + [b]*[long]"})"_s);
    row("an expression that is not finished", assign + uR"("value":{"argType":3,"varType":1,"value":"[a] + ([a"})"_s,
        assign + uR"("value":{"argType":3,"varType":1,"value":"[long] + ([a"})"_s);
    row("a template", assign + uR"("value":{"argType":4,"varType":2,"value":"{\"x\":[a],\"y\":[1],\"z\":\"[[a]] [ a]\"}"})"_s,
        assign + uR"("value":{"argType":4,"varType":2,"value":"{\"x\":[long],\"y\":[1],\"z\":\"[[long]] [ a]\"}"})"_s);
    row("assignments",
        assign + uR"("operations":[{"variable":"a","value":{"argType":2,"varType":1,"value":"a"}},7,{"variable":"b","extra":"a"}])"_s,
        assign +
            uR"("operations":[{"variable":"long","value":{"argType":2,"varType":1,"value":"long"}},7,{"variable":"b","extra":"a"}])"_s);
    row("a hidden value", uR"("oType":144,"operation":1,"resultVariable":"a")"_s,
        uR"("oType":144,"operation":1,"resultVariable":"long")"_s);
    same("a name and a text", uR"("oType":144,"name":"a","info":"[a]")"_s);
    row("an unknown component",
        uR"("oType":999,"deep":{"list":[{"argType":2,"value":"a"},"a"],"resultVariable":"a","myVariable":"a"},"text":"a")"_s,
        uR"("oType":999,"deep":{"list":[{"argType":2,"value":"long"},"a"],"resultVariable":"long","myVariable":"long"},"text":"a")"_s);
    row("an unknown property", uR"("oType":102,"odd":{"argType":3,"value":"[a]"})"_s,
        uR"("oType":102,"odd":{"argType":3,"value":"[long]"})"_s);
    same("values of other kinds", assign + uR"("variable":5,"value":["a"],"operations":"a","mode":"a")"_s);
}

void VariablesTest::renamesPlaces()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const QString text = around(u"{\"oId\":1,%1}"_s.arg(before));
    Stage stage(text);
    QVERIFY(stage.session.renameVariable(u"a"_s, u"long"_s));
    QCOMPARE(stage.object(1), u"{\"oId\":1,%1}"_s.arg(after));
    QCOMPARE(stage.session.scenario().variables().first().name, u"long"_s);
    QCOMPARE(stage.log.contains(u"changed 1"_s), before != after);
    stage.stack().undo();
    QCOMPARE(stage.text(), text);
}

void VariablesTest::renamesDocumentValues_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("entity's initial values, in their place")
        << uR"({"scriptdata":{"objects":[],"variables":[{"name":"a"}]},"opts":{"variables":{"z":1,"a":2.50,"y":3},"a":1}})"_s
        << uR"({"scriptdata":{"objects":[],"variables":[{"name":"n"}]},"opts":{"variables":{"z":1,"n":2.50,"y":3},"a":1}})"_s;
    QTest::newRow("inputs") << uR"({"objects":[],"variables":[{"name":"a"}],"x-signalbox":{"inputs":{"variables":{"a":1}},"a":1}})"_s
                            << uR"({"objects":[],"variables":[{"name":"n"}],"x-signalbox":{"inputs":{"variables":{"n":1}},"a":1}})"_s;
    QTest::newRow("a value that waited for that name")
        << uR"({"objects":[],"variables":[{"name":"a"}],"x-signalbox":{"inputs":{"variables":{"n":0,"a":1}}}})"_s
        << uR"({"objects":[],"variables":[{"name":"n"}],"x-signalbox":{"inputs":{"variables":{"n":1}}}})"_s;
    QTest::newRow("several declarations")
        << uR"({"objects":[],"variables":[{"name":"a","type":1},5,{"name":"a"}],"opts":{"variables":{"a":1}}})"_s
        << uR"({"objects":[],"variables":[{"name":"n","type":1},5,{"name":"n"}],"opts":{"variables":{"a":1}}})"_s;
    QTest::newRow("other kinds of values")
        << uR"({"scriptdata":{"objects":[],"variables":[{"name":"a"}]},"opts":7,"x-signalbox":{"inputs":[]}})"_s
        << uR"({"scriptdata":{"objects":[],"variables":[{"name":"n"}]},"opts":7,"x-signalbox":{"inputs":[]}})"_s;
}

void VariablesTest::renamesDocumentValues()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    Stage stage(before);
    QVERIFY(stage.session.renameVariable(u"a"_s, u"n"_s));
    QCOMPARE(stage.text(), after);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void VariablesTest::renamesInOneStep()
{
    const QString before =
        uR"({"scriptdata":{"objects":[{"oId":1,"oType":106,"variable":"a"},{"oType":106,"variable":"a"},{"oId":2,"oType":106,"variable":"a"}],)"
        uR"("variables":[{"name":"a"}]},"opts":{"variables":{"a":1}},"x-signalbox":{"inputs":{"variables":{"a":1}}}})"_s;
    Stage stage(before);
    QVERIFY(stage.session.renameVariable(u"a"_s, u"n"_s));
    QCOMPARE(stage.takeLog(), QStringList({u"variables"_s, u"changed 1 2"_s, u"entity"_s, u"extension"_s}));
    QVERIFY(!stage.text().contains(u"\"a\""_s));
    QCOMPARE(stage.stack().count(), 1);
    const QString after = stage.text();
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.takeLog(), QStringList({u"extension"_s, u"entity"_s, u"changed 2 1"_s, u"variables"_s}));
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
}

void VariablesTest::changesTypeAndScope()
{
    Stage stage(uR"({"objects":[],"variables":[{"type":1,"name":"a"},{"name":"b"}]})"_s);
    QVERIFY(stage.session.setVariableType(u"a"_s, 2));
    QVERIFY(stage.session.setVariableLocation(u"b"_s, 5));
    QCOMPARE(stage.text(), uR"({"objects":[],"variables":[{"type":2,"name":"a"},{"name":"b","location":5}]})"_s);
    QCOMPARE(stage.log, QStringList({u"variables"_s, u"variables"_s}));
    stage.stack().undo();
    stage.stack().undo();
    QCOMPARE(stage.text(), uR"({"objects":[],"variables":[{"type":1,"name":"a"},{"name":"b"}]})"_s);
}

void VariablesTest::removes()
{
    const QString before = uR"({"scriptdata":{"objects":[{"oId":1,"oType":106,"variable":"a"}],"variables":[{"name":"b"},{"name":"a"}]},)"
                           uR"("opts":{"variables":{"a":1,"b":2}},"x-signalbox":{"inputs":{"variables":{"a":1}}}})"_s;
    Stage stage(before);
    QVERIFY(stage.session.removeVariable(u"a"_s));
    QCOMPARE(stage.text(), uR"({"scriptdata":{"objects":[{"oId":1,"oType":106,"variable":"a"}],"variables":[{"name":"b"}]},)"
                           uR"("opts":{"variables":{"b":2}},"x-signalbox":{"inputs":{"variables":{}}}})"_s);
    QCOMPARE(stage.stack().count(), 1);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void VariablesTest::findsUses()
{
    const QString text =
        uR"({"objects":[{"oId":1,"oType":106,"variable":"a","value":{"argType":3,"varType":1,"value":"[a]+[a]+[b]"}},)"
        uR"({"oId":2,"oType":102,"returnValue":{"argType":4,"varType":2,"value":"[a]"}},7,{"oType":999,"xVariable":"a"}]})"_s;
    const scenario::Scenario document = test::readDocument(text);
    const auto uses = [&](const QString &name) {
        QStringList texts;
        for (const editing::VariableUsePlace &use : editing::usesOf(document, test::builtIn(), {}, name))
            texts.append((use.object ? QString::number(*use.object) : u"-"_s) + u' ' + use.property);
        return texts.join(u", "_s);
    };
    QCOMPARE(uses(u"a"_s), u"1 variable, 1 value, 2 returnValue, - xVariable"_s);
    QCOMPARE(uses(u"b"_s), u"1 value"_s);
    QCOMPARE(uses(u"result"_s), u"2 returnValue"_s);
    QCOMPARE(uses(u"c"_s), QString());
}

QTEST_GUILESS_MAIN(VariablesTest)
#include "tst_variables.moc"
