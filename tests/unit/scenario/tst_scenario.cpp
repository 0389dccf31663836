// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario.h"

#include "scenario/jsonkinds.h"
#include "scenario/rules/textplace.h"
#include "scenario/scenarioreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using scenario::Form;
using scenario::Scenario;

class ScenarioTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void scriptData();
    void entity();
    void objectsWithoutIds();
    void variables();
    void stripped();
    void writingKeepsEverything();
    void formatIsIdempotent();
    void kindsHaveNames();
    void placesInStrings_data();
    void placesInStrings();
    void offsets();
    void setObject();
    void insertsAndRemovesObjects_data();
    void insertsAndRemovesObjects();
    void setMember_data();
    void setMember();
    void copiesStandWhileOneChanges();

private:
    static Scenario read(QByteArrayView text) { return scenario::readScenario(text).scenario.value(); }
};

void ScenarioTest::scriptData()
{
    const Scenario s = read(R"({"objects":[{"oId":7,"oType":101},{"oId":9,"oType":102}],"x-signalbox":{"a":1}})");
    QCOMPARE(s.form(), Form::ScriptData);
    QCOMPARE(s.scriptPointer(), QString());
    QVERIFY(s.scriptData() == s.root());
    QCOMPARE(s.code(), QString());
    QCOMPARE(s.name(), QString());
    QVERIFY(s.initialVariables().isNull());
    QCOMPARE(s.objectCount(), 2);
    QCOMPARE(s.objectId(1), 9);
    QCOMPARE(s.objectType(1), 102);
    QCOMPARE(s.indexOf(9), 1);
    QCOMPARE(s.indexOf(8), -1);
    QVERIFY(s.object(5).isNull());
    QCOMPARE(s.extension()[u"a"].toInt(), 1);
}

void ScenarioTest::entity()
{
    const Scenario s =
        read(R"({"code":"c","name":"n","opts":{"variables":{"x":5}},"scriptdata":{"objects":[{"oId":7,"oType":101}],"code":"no"}})");
    QCOMPARE(s.form(), Form::Entity);
    QCOMPARE(s.scriptPointer(), u"/scriptdata"_s);
    QCOMPARE(s.code(), u"c"_s);
    QCOMPARE(s.name(), u"n"_s);
    QCOMPARE(s.initialVariables()[u"x"].toInt(), 5);
    QCOMPARE(s.objectCount(), 1);
    QCOMPARE(s.indexOf(7), 0);
    QVERIFY(s.extension().isNull());
    QCOMPARE(s.root().resolve(s.scriptPointer() + u"/objects/0/oId"_s)->toInt(), 7);
}

void ScenarioTest::objectsWithoutIds()
{
    const Scenario s = read(R"({"objects":[5,{"oId":"7"},{"oId":3.5},{"oId":4.0},{"oId":4,"oType":1}]})");
    QCOMPARE(s.objectCount(), 5);
    QVERIFY(!s.objectId(0));
    QVERIFY(!s.objectId(1));
    QVERIFY(!s.objectId(2));
    QVERIFY(!s.objectType(3));
    QCOMPARE(s.indexOf(4), 3); // the first of two
}

void ScenarioTest::variables()
{
    const Scenario s = read(R"({"objects":[],"variables":[5,{"name":"a","type":2,"location":4},{"type":1},{"name":"b","type":"x"}]})");
    const QList<scenario::Variable> variables = s.variables();
    QCOMPARE(variables.size(), 2);
    QCOMPARE(variables.at(0).index, 1);
    QCOMPARE(variables.at(0).name, u"a"_s);
    QCOMPARE(variables.at(0).type, 2);
    QCOMPARE(variables.at(0).location, 4);
    QCOMPARE(variables.at(1).index, 3);
    QCOMPARE(variables.at(1).type, 0);
    QCOMPARE(variables.at(1).location, 0);
    QVERIFY(read(R"({"objects":[],"variables":{}})").variables().isEmpty());
}

void ScenarioTest::stripped()
{
    const Scenario s = read(R"({"id":"1","x-signalbox":{"notes":[]},"scriptdata":{"objects":[{"oId":1}]}})");
    const Scenario bare = s.stripped();
    QCOMPARE(bare.root().toCompact(), QByteArray(R"({"id":"1","scriptdata":{"objects":[{"oId":1}]}})"));
    QCOMPARE(bare.form(), Form::Entity);
    QCOMPARE(bare.indexOf(1), 0);
    QVERIFY(s.root().contains(u"x-signalbox")); // the original stands
    QVERIFY(bare.stripped().root() == bare.root());
}

void ScenarioTest::writingKeepsEverything()
{
    const QByteArray text =
        R"({"zeta":12345678901234567890,"objects":[{"oType":101,"oId":1,"later":{"b":1.0,"a":1e2,"c":[null,true,-0.0]}},7],)"
        R"("alpha":"ж\u0000\"\\/","variables":[],"scriptVersion":170105})";
    const Json original = core::readJson(text).value();
    const Scenario s = read(text);
    QVERIFY(s.root() == original);
    const Json again = core::readJson(s.toText()).value();
    QVERIFY(again == original);
    QCOMPARE(again.toCompact(), original.toCompact());
    QVERIFY(s.toText().contains("12345678901234567890"));
}

void ScenarioTest::formatIsIdempotent()
{
    const QByteArray once = read(R"({ "objects" : [ {"oId":1 , "oType":101}, [] , {} ] })").toText();
    QCOMPARE(once, QByteArray("{\n  \"objects\": [\n    {\n      \"oId\": 1,\n      \"oType\": 101\n    },\n    [],\n    {}\n  ]\n}\n"));
    QCOMPARE(read(once).toText(), once);
}

void ScenarioTest::kindsHaveNames()
{
    QCOMPARE(scenario::kindText(Json()), u"null"_s);
    QCOMPARE(scenario::kindText(Json(true)), u"true or false"_s);
    QCOMPARE(scenario::kindText(Json(1)), u"a number"_s);
    QCOMPARE(scenario::kindText(Json(u"x"_s)), u"a string"_s);
    QCOMPARE(scenario::kindText(Json::array()), u"an array"_s);
    QCOMPARE(scenario::kindText(Json::object()), u"an object"_s);
}

void ScenarioTest::placesInStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("column");
    QTest::newRow("first") << u"abc"_s << 0 << 11;
    QTest::newRow("third") << u"abc"_s << 2 << 13;
    QTest::newRow("behind the end") << u"abc"_s << 9 << 14;
    QTest::newRow("short escapes") << u"\"\\\n\t\r\b\fx"_s << 7 << 25;
    QTest::newRow("control character") << u"\u0001x"_s << 1 << 17;
    QTest::newRow("before a letter that may be escaped") << u"abж"_s << 2 << 13;
    QTest::newRow("behind it") << u"abж"_s << 3 << 10;
}

void ScenarioTest::placesInStrings()
{
    QFETCH(const QString, text);
    QFETCH(const int, offset);
    QFETCH(const int, column);
    Json string(text);
    string.setPlace({3, 10});
    const core::JsonPlace place = scenario::placeInString(string, text, offset);
    QCOMPARE(place.line, 3);
    QCOMPARE(place.column, column);
    QCOMPARE(scenario::placeInString(Json(text), text, offset).line, 0);
    QCOMPARE(scenario::placeInString(Json(text), text, offset).column, 0);
}

void ScenarioTest::offsets()
{
    const QString text = u"ab\n𝄞c\nd"_s;
    QCOMPARE(scenario::offsetOf(text, 1, 1), 0);
    QCOMPARE(scenario::offsetOf(text, 1, 2), 1);
    QCOMPARE(scenario::offsetOf(text, 2, 2), 5); // the clef is one character and two code units
    QCOMPARE(scenario::offsetOf(text, 3, 1), 7);
    QCOMPARE(scenario::offsetOf(text, 3, 99), 8);
    QCOMPARE(scenario::offsetOf(text, 9, 1), 7);
}

void ScenarioTest::setObject()
{
    Scenario s = read(R"({"id":"1","scriptdata":{"objects":[{"oId":7},{"oId":8},{"oId":7}],"variables":[]},"code":"c"})");
    s.setObject(1, Json::object({{u"oId"_s, Json(8)}, {u"name"_s, Json(u"n"_s)}}));
    QCOMPARE(s.root().toCompact(),
             QByteArray(R"({"id":"1","scriptdata":{"objects":[{"oId":7},{"oId":8,"name":"n"},{"oId":7}],"variables":[]},"code":"c"})"));
    QCOMPARE(s.indexOf(8), 1);
    s.setObject(0, Json::object({{u"oId"_s, Json(9)}}));
    QCOMPARE(s.indexOf(9), 0);
    QCOMPARE(s.indexOf(7), 2); // now the first of this id
}

void ScenarioTest::insertsAndRemovesObjects_data()
{
    QTest::addColumn<QList<int>>("positions");
    QTest::addColumn<QString>("after");
    QTest::newRow("none") << QList<int>() << u"1 2 3 1 4"_s;
    QTest::newRow("first") << QList<int>{0} << u"10 1 2 3 1 4"_s;
    QTest::newRow("inside") << QList<int>{1, 2, 5} << u"1 10 11 2 3 12 1 4"_s;
    QTest::newRow("end") << QList<int>{5, 6} << u"1 2 3 1 4 10 11"_s;
    QTest::newRow("inside and end") << QList<int>{2, 6} << u"1 2 10 3 1 4 11"_s;
    QTest::newRow("everywhere") << QList<int>{0, 2, 4, 6, 8, 10} << u"10 1 11 2 12 3 13 1 14 4 15"_s;
}

void ScenarioTest::insertsAndRemovesObjects()
{
    QFETCH(const QList<int>, positions);
    QFETCH(const QString, after);
    Scenario s = read(R"({"objects":[{"oId":1},{"oId":2},{"oId":3},{"oId":1},{"oId":4}]})");
    const auto ids = [&s] {
        QStringList texts;
        for (qsizetype i = 0; i < s.objectCount(); ++i)
            texts.append(QString::number(s.objectId(i).value_or(0)));
        return texts.join(u' ');
    };
    const auto indexAgrees = [&s] {
        const Scenario again(s.root(), s.form());
        for (qint64 id = 0; id < 20; ++id) {
            if (s.indexOf(id) != again.indexOf(id))
                return false;
        }
        return true;
    };
    QList<scenario::PlacedObject> objects;
    QList<qsizetype> places;
    for (const int position : positions) {
        objects.append({position, Json::object({{u"oId"_s, Json(10 + static_cast<int>(objects.size()))}})});
        places.append(position);
    }
    const QByteArray before = s.toText();
    s.insertObjects(objects);
    QCOMPARE(ids(), after);
    QVERIFY(indexAgrees());
    s.removeObjects(places);
    QCOMPARE(s.toText(), before);
    QVERIFY(indexAgrees());
    s.removeObjects({0, 4});
    QCOMPARE(ids(), u"2 3 1"_s);
    QVERIFY(indexAgrees()); // 1 is now the one that was the second of this id
}

void ScenarioTest::setMember_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ofScript");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("taken");
    QTest::newRow("script data") << QByteArray(R"({"objects":[],"a":1})") << true << QByteArray(R"({"objects":[],"new":2,"a":1})")
                                 << QByteArray(R"({"objects":[],"new":2})");
    QTest::newRow("entity's root") << QByteArray(R"({"a":1,"scriptdata":{"objects":[],"a":1}})") << false
                                   << QByteArray(R"({"a":1,"new":2,"scriptdata":{"objects":[],"a":1}})")
                                   << QByteArray(R"({"new":2,"scriptdata":{"objects":[],"a":1}})");
    QTest::newRow("entity's script data") << QByteArray(R"({"a":1,"scriptdata":{"objects":[],"a":1}})") << true
                                          << QByteArray(R"({"a":1,"scriptdata":{"objects":[],"new":2,"a":1}})")
                                          << QByteArray(R"({"a":1,"scriptdata":{"objects":[],"new":2}})");
}

void ScenarioTest::setMember()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, ofScript);
    QFETCH(const QByteArray, set);
    QFETCH(const QByteArray, taken);
    const scenario::Part part = ofScript ? scenario::Part::ScriptData : scenario::Part::Root;
    Scenario s = read(text);
    s.setMember(part, u"new"_s, 1, Json(2));
    QCOMPARE(s.root().toCompact(), set);
    s.setMember(part, u"a"_s, 0, {});
    QCOMPARE(s.root().toCompact(), taken);
}

void ScenarioTest::copiesStandWhileOneChanges()
{
    Scenario s = read(R"({"scriptdata":{"objects":[{"oId":1},{"oId":2}]}})");
    const Scenario copy = s;
    s.setObject(0, Json::object({{u"oId"_s, Json(5)}}));
    s.removeObjects({1});
    s.setMember(scenario::Part::Root, u"x"_s, 0, Json(1));
    QCOMPARE(copy.root().toCompact(), QByteArray(R"({"scriptdata":{"objects":[{"oId":1},{"oId":2}]}})"));
    QCOMPARE(copy.indexOf(2), 1);
    QCOMPARE(copy.indexOf(5), -1);
    QCOMPARE(s.root().toCompact(), QByteArray(R"({"x":1,"scriptdata":{"objects":[{"oId":5}]}})"));
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "tst_scenario.moc"
