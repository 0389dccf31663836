// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the document's frame: each row fires with its exact code and place, and its corrected text is silent.
#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace signalbox::test;

class StructureRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void frame_data();
    void frame() { checkRule(); }
    void objects_data();
    void objects() { checkRule(); }
    void variables_data();
    void variables() { checkRule(); }
    void starts_data();
    void starts() { checkRule(); }
    void unused_data();
    void unused() { checkRule(); }
    void unknownComponents_data();
    void unknownComponents() { checkRule(); }
    void findingsAreSortedByPlace();
    void documentsWithoutPlacesAreChecked();
};

namespace {

QString entity(const QString &head, const QString &tail = {})
{
    return u"{"_s + head + u"\"scriptdata\":"_s + document({start({{u"transfer"_s, u"9"_s}}), stop()}) + tail + u"}"_s;
}

} // namespace

void StructureRulesTest::frame_data()
{
    ruleColumns();
    const auto wrong = [](const QString &pointer) {
        return error(u"scenario.wrong_kind"_s, -1, {}, pointer);
    };
    QTest::newRow("code") << entity(u"\"code\":¤5,"_s) << entity(u"\"code\":\"x\","_s) << wrong(u"/code"_s);
    QTest::newRow("name") << entity(u"\"name\":¤null,"_s) << entity(u"\"name\":\"x\","_s) << wrong(u"/name"_s);
    QTest::newRow("opts") << entity({}, u",\"opts\":¤[]"_s) << entity({}, u",\"opts\":{}"_s) << wrong(u"/opts"_s);
    QTest::newRow("initial variables") << entity({}, u",\"opts\":{\"variables\":¤[]}"_s) << entity({}, u",\"opts\":{\"variables\":{}}"_s)
                                       << wrong(u"/opts/variables"_s);
    const QString objects = u"{\"objects\":[%1,%2]"_s.arg(start({{u"transfer"_s, u"9"_s}}), stop());
    QTest::newRow("variables") << objects + u",\"variables\":¤{}}"_s << objects + u"}"_s << wrong(u"/variables"_s);
    QTest::newRow("x-signalbox") << objects + u",\"x-signalbox\":¤true}"_s << objects + u",\"x-signalbox\":{\"more\":[1]}}"_s
                                 << warning(u"inputs.invalid"_s, -1, {}, u"/x-signalbox"_s);
    QTest::newRow("inputs") << objects + u",\"x-signalbox\":{\"inputs\":{\"startparams\":{\"0\":¤\"x\"}}}}"_s
                            << objects + u",\"x-signalbox\":{\"inputs\":{\"startparams\":{\"1\":\"x\"}}}}"_s
                            << warning(u"inputs.invalid"_s, -1, {}, u"/x-signalbox/inputs/startparams/0"_s);
    QTest::newRow("notes") << objects + u",\"x-signalbox\":{\"notes\":[¤1]}}"_s << objects + u",\"x-signalbox\":{\"notes\":[]}}"_s
                           << warning(u"notes.invalid"_s, -1, {}, u"/x-signalbox/notes/0"_s);
}

void StructureRulesTest::objects_data()
{
    ruleColumns();
    const auto wrong = [](qint64 object, const QString &pointer) {
        return error(u"scenario.wrong_kind"_s, object, {}, pointer);
    };
    const QString good = document({start({{u"transfer"_s, u"9"_s}}), stop()});
    const auto with = [](const QString &object) {
        return document({start({{u"transfer"_s, u"9"_s}}), stop(), object});
    };
    QTest::newRow("a number") << with(u"¤17"_s) << good << wrong(-1, u"/objects/2"_s);
    QTest::newRow("an array") << with(u"¤[{}]"_s) << good << wrong(-1, u"/objects/2"_s);
    QTest::newRow("no oId") << with(u"¤{\"oType\":103,\"timeoutMs\":%1,\"transfer\":9}"_s.arg(text(u"1"_s))) << good
                            << wrong(-1, u"/objects/2"_s);
    QTest::newRow("oId text") << with(u"{\"oId\":¤\"3\",\"oType\":103,\"timeoutMs\":%1,\"transfer\":9}"_s.arg(text(u"1"_s))) << good
                              << wrong(-1, u"/objects/2/oId"_s);
    QTest::newRow("oId fraction") << with(u"{\"oId\":¤3.5,\"oType\":103,\"timeoutMs\":%1,\"transfer\":9}"_s.arg(text(u"1"_s))) << good
                                  << wrong(-1, u"/objects/2/oId"_s);
    const auto pause = [](Members changes) {
        return around(component(103, changes))
            .replace(u"\"transfer\":9"_s, u"\"timeoutMs\":{\"argType\":1,\"varType\":1,\"value\":\"5\"},\"transfer\":9"_s);
    };
    QTest::newRow("name") << pause({{u"name"_s, u"¤5"_s}}) << pause({{u"name"_s, u"\"5\""_s}}) << wrong(2, u"/objects/1/name"_s);
    QTest::newRow("info") << pause({{u"info"_s, u"¤null"_s}}) << pause({{u"info"_s, u"\"\""_s}}) << wrong(2, u"/objects/1/info"_s);
    QTest::newRow("date") << pause({{u"oCreationDate"_s, u"¤2017"_s}}) << pause({{u"oCreationDate"_s, u"\"2017-01-30 10:22:51\""_s}})
                          << wrong(2, u"/objects/1/oCreationDate"_s);
    QTest::newRow("left") << pause({{u"oLeft"_s, u"¤\"16\""_s}}) << pause({{u"oLeft"_s, u"16.5"_s}}) << wrong(2, u"/objects/1/oLeft"_s);
    const QString two = document({start(), websock(), stop(), websock({{u"oId"_s, u"¤2"_s}})});
    QTest::newRow("duplicate oId") << two
                                   << document({start({{u"transfer"_s, u"3"_s}}), websock({{u"oId"_s, u"3"_s}, {u"transfer"_s, u"2"_s}}),
                                                stop(), websock()})
                                   << error(u"object.duplicate_id"_s, 2, {}, u"/objects/3/oId"_s);
}

void StructureRulesTest::variables_data()
{
    ruleColumns();
    const auto with = [](const QString &variable) {
        return document({start({{u"transfer"_s, u"9"_s}, {u"startParam"_s, u"\"a\""_s}}), stop()}, {test::variable(u"a"_s), variable});
    };
    const QString good = document({start({{u"transfer"_s, u"9"_s}, {u"startParam"_s, u"\"a\""_s}}), stop()}, {test::variable(u"a"_s)});
    const auto wrong = [](const QString &pointer) {
        return error(u"scenario.wrong_kind"_s, -1, {}, pointer);
    };
    QTest::newRow("text") << with(u"¤\"b\""_s) << good << wrong(u"/variables/1"_s);
    QTest::newRow("no name") << with(u"¤{\"type\":1,\"location\":0}"_s) << good << wrong(u"/variables/1"_s);
    QTest::newRow("name number") << with(u"{\"name\":¤1,\"type\":1,\"location\":0}"_s) << good << wrong(u"/variables/1/name"_s);
    QTest::newRow("name empty") << with(u"{\"name\":¤\"\",\"type\":1,\"location\":0}"_s) << good << wrong(u"/variables/1/name"_s);
    const auto only = [](const QString &variable) {
        return document({start({{u"transfer"_s, u"9"_s}, {u"startParam"_s, u"\"a\""_s}}), stop()}, {variable});
    };
    QTest::newRow("no type") << only(u"¤{\"name\":\"a\",\"location\":0}"_s) << good << wrong(u"/variables/0"_s);
    QTest::newRow("type text") << only(u"{\"name\":\"a\",\"type\":¤\"1\",\"location\":0}"_s) << good << wrong(u"/variables/0/type"_s);
    QTest::newRow("type fraction") << only(u"{\"name\":\"a\",\"type\":¤1.5,\"location\":0}"_s) << good << wrong(u"/variables/0/type"_s);
    QTest::newRow("type unknown") << only(u"{\"name\":\"a\",\"type\":¤4,\"location\":0}"_s)
                                  << only(u"{\"name\":\"a\",\"type\":3,\"location\":0}"_s)
                                  << error(u"variable.unknown_type"_s, -1, {}, u"/variables/0/type"_s);
    QTest::newRow("location text") << only(u"{\"name\":\"a\",\"type\":1,\"location\":¤\"0\"}"_s) << only(u"{\"name\":\"a\",\"type\":1}"_s)
                                   << wrong(u"/variables/0/location"_s);
    QTest::newRow("location high") << only(u"{\"name\":\"a\",\"type\":1,\"location\":¤6}"_s)
                                   << only(u"{\"name\":\"a\",\"type\":1,\"location\":5}"_s)
                                   << error(u"variable.unknown_location"_s, -1, {}, u"/variables/0/location"_s);
    QTest::newRow("location low") << only(u"{\"name\":\"a\",\"type\":1,\"location\":¤-1}"_s)
                                  << only(u"{\"name\":\"a\",\"type\":1,\"location\":0}"_s)
                                  << error(u"variable.unknown_location"_s, -1, {}, u"/variables/0/location"_s);
    QTest::newRow("duplicate") << with(u"{\"name\":¤\"a\",\"type\":1,\"location\":0}"_s) << good
                               << warning(u"variable.duplicate"_s, -1, {}, u"/variables/1/name"_s);
}

void StructureRulesTest::starts_data()
{
    ruleColumns();
    const QString post = start({{u"type"_s, u"1"_s}, {u"transfer"_s, u"9"_s}});
    const QString good =
        document({start({{u"transfer"_s, u"9"_s}}), start({{u"oId"_s, u"5"_s}, {u"type"_s, u"1"_s}, {u"transfer"_s, u"9"_s}}), stop()});
    QTest::newRow("no object") << u"{\"objects\":¤[]}"_s << good << error(u"scenario.no_start"_s, -1, {}, u"/objects"_s);
    QTest::newRow("only post-processing") << document({post, stop()}).replace(u"\"objects\":"_s, u"\"objects\":¤"_s) << good
                                          << error(u"scenario.no_start"_s, -1, {}, u"/objects"_s);
    QTest::newRow("two") << document({start({{u"transfer"_s, u"9"_s}}),
                                      u"¤"_s + start({{u"oId"_s, u"5"_s}, {u"type"_s, u"0"_s}, {u"transfer"_s, u"9"_s}}), stop()})
                         << good << error(u"scenario.several_starts"_s, 5, {}, u"/objects/1"_s);
}

void StructureRulesTest::unused_data()
{
    ruleColumns();
    const auto with = [](const QString &object, const QStringList &variables) {
        return around(object, variables);
    };
    const auto unused = [](int index) {
        return warning(u"variable.unused"_s, -1, {}, u"/variables/%1"_s.arg(index));
    };
    const QString marked = u"¤"_s + variable(u"a"_s);
    const QStringList a{variable(u"a"_s)};
    QTest::newRow("argument") << with(websock(), {marked}) << with(websock({{u"conn"_s, arg(2, 2, u"a"_s)}}), a) << unused(0);
    QTest::newRow("expression") << with(websock(), {marked}) << with(websock({{u"conn"_s, arg(3, 2, u"[a]"_s)}}), a) << unused(0);
    QTest::newRow("template") << with(websock(), {marked}) << with(websock({{u"eventName"_s, arg(4, 2, u"x[a]"_s)}}), a) << unused(0);
    QTest::newRow("constant") << with(websock({{u"conn"_s, text(u"[a]"_s)}}), {marked}) << with(websock(), {}) << unused(0);
    QTest::newRow("property") << with(websock(), {marked}) << with(websock({{u"errorVariable"_s, u"\"a\""_s}}), a) << unused(0);
    QTest::newRow("second") << with(websock({{u"errorVariable"_s, u"\"a\""_s}}), {variable(u"a"_s), u"¤"_s + variable(u"b"_s)})
                            << with(websock({{u"errorVariable"_s, u"\"a\""_s}}), a) << unused(1);
    const QString assign =
        component(106, {{u"mode"_s, u"1"_s}, {u"operations"_s, u"[{\"variable\":\"a\",\"value\":%1}]"_s.arg(text(u"1"_s))}});
    QTest::newRow("assignment") << with(websock(), {marked}) << with(assign, a) << unused(0);
    QTest::newRow("result of stop") << document({start({{u"transfer"_s, u"9"_s}}), stop()}, {u"¤"_s + variable(u"result"_s)})
                                    << document({start({{u"transfer"_s, u"9"_s}}), stop({{u"returnValue"_s, text(u"1"_s)}})},
                                                {variable(u"result"_s)})
                                    << unused(0);
    QTest::newRow("unknown property by name") << with(websock(), {marked}) << with(websock({{u"later"_s, u"[{\"x\":\"a\"}]"_s}}), a)
                                              << unused(0);
    QTest::newRow("unknown property in a text")
        << with(websock(), {marked}) << with(websock({{u"later"_s, u"\"go [a]\""_s}}), a) << unused(0);
}

void StructureRulesTest::unknownComponents_data()
{
    ruleColumns();
    const Expected unknown = warning(u"component.unknown"_s, 2, {}, u"/objects/1"_s);
    QTest::newRow("no description") << around(u"¤"_s + component(999, {{u"x"_s, u"1"_s}})) << around(websock()) << unknown;
    QTest::newRow("only a name") << around(u"¤"_s + component(116, {{u"command"_s, u"3"_s}})) << around(websock()) << unknown;
    QTest::newRow("its targets are not judged")
        << around(u"¤"_s + component(204, {{u"transferNoInput"_s, u"77"_s}})) << around(websock()) << unknown;
}

void StructureRulesTest::findingsAreSortedByPlace()
{
    const core::Diagnostics found =
        validate(document({start(), websock({{u"operation"_s, u"7"_s}}), stop(), u"5"_s}, {u"6"_s, variable(u"a"_s)}));
    QStringList codes;
    for (qsizetype i = 0; i < found.size(); ++i) {
        codes.append(found.at(i).code);
        if (i > 0)
            QVERIFY(std::tie(found.at(i - 1).line, found.at(i - 1).column) <= std::tie(found.at(i).line, found.at(i).column));
    }
    QCOMPARE(codes, QStringList({u"property.unknown_option"_s, u"scenario.wrong_kind"_s, u"scenario.wrong_kind"_s, u"variable.unused"_s}));
}

void StructureRulesTest::documentsWithoutPlacesAreChecked()
{
    using core::Json;
    Json object = Json::object();
    object.set(u"oId"_s, Json(1));
    object.set(u"oType"_s, Json(101));
    object.set(u"transfer"_s, Json(4));
    Json root = Json::object();
    root.set(u"objects"_s, Json::array({object}));
    const scenario::Scenario scenario(root, scenario::Form::ScriptData);
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect;
    const core::Diagnostics found = scenario::Validator(catalogue, capabilities(), dialect).validate(scenario);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().code, u"transition.to_nothing"_s);
    QCOMPARE(found.first().pointer, u"/objects/0/transfer"_s);
    QCOMPARE(found.first().line, 0);
    QCOMPARE(found.first().column, 0);
}

QTEST_GUILESS_MAIN(StructureRulesTest)
#include "tst_structurerules.moc"
