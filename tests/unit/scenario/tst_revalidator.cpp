// SPDX-License-Identifier: GPL-3.0-or-later
// Validation after an edit: whatever was edited, it finds what a validation of the whole finds.
#include "scenario/revalidator.h"

#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using scenario::Scenario;

namespace {

using Change = std::function<void(Scenario &)>;

/// A member of an object; null takes it away.
void put(Scenario &document, qint64 id, const QString &key, const QString &value)
{
    const qsizetype index = document.indexOf(id);
    Json object = document.object(index);
    if (value.isEmpty())
        object.remove(key);
    else
        object.set(key, core::readJson(value.toUtf8()).value());
    document.setObject(index, object);
}

Scenario read(const QString &text)
{
    return scenario::readScenario(text.toUtf8()).scenario.value();
}

const catalogue::Catalogue &components()
{
    static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    return catalogue;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class RevalidatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsWhatAllFinds_data();
    void findsWhatAllFinds();
    void forgets();
    void keepsDocumentsApart();
};

void RevalidatorTest::findsWhatAllFinds_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code"); // that comes or goes, once or more
    const auto row = [](const char *name, const QString &code, Change change) {
        QTest::newRow(name) << std::move(change) << code;
    };
    row("nothing", {}, [](Scenario &) {});
    row("a value that is needed", u"property.empty"_s, [](Scenario &s) { put(s, 2, u"conn"_s, {}); });
    row("a value that is hidden", u"property.hidden"_s, [](Scenario &s) { put(s, 2, u"filePath"_s, test::text(u":TEMP/x"_s)); });
    row("a condition", u"property.hidden"_s, [](Scenario &s) { put(s, 2, u"operation"_s, u"1"_s); });
    row("the first use of a variable", u"variable.unused"_s, [](Scenario &s) { put(s, 2, u"errorVariable"_s, u"\"free\""_s); });
    row("the last use of a variable", u"variable.unused"_s, [](Scenario &s) { put(s, 3, u"value"_s, test::text(u"1"_s)); });
    row("a variable that is not declared", u"variable.undeclared"_s, [](Scenario &s) { put(s, 2, u"errorVariable"_s, u"\"none\""_s); });
    row("a transition", u"object.unreachable"_s, [](Scenario &s) { put(s, 2, u"transfer"_s, u"9"_s); });
    row("a transition of an unknown component", u"object.unreachable"_s, [](Scenario &s) { put(s, 5, u"transferX"_s, u"9"_s); });
    row("a transition away", u"transition.unset"_s, [](Scenario &s) { put(s, 3, u"transfer"_s, {}); });
    row("a transition to nothing", u"transition.to_nothing"_s, [](Scenario &s) { put(s, 3, u"transfer"_s, u"77"_s); });
    row("what makes an outcome happen", u"transition.unset"_s, [](Scenario &s) { put(s, 2, u"syncMode"_s, u"1"_s); });
    row("a loop", u"flow.busy_loop"_s, [](Scenario &s) { put(s, 3, u"transfer"_s, u"3"_s); });
    row("a label", u"transition.to_nothing"_s, [](Scenario &s) { put(s, 7, u"label"_s, test::text(u"other"_s)); });
    row("a goto's label", u"transition.to_nothing"_s, [](Scenario &s) { put(s, 6, u"label"_s, test::text(u"other"_s)); });
    row("a start's type", u"scenario.no_start"_s, [](Scenario &s) { put(s, 1, u"type"_s, u"1"_s); });
    row("another component", u"component.unknown"_s, [](Scenario &s) { put(s, 3, u"oType"_s, u"998"_s); });
    row("a component without a type", u"scenario.wrong_kind"_s, [](Scenario &s) { put(s, 3, u"oType"_s, {}); });
    row("another oId", u"object.duplicate_id"_s, [](Scenario &s) { put(s, 3, u"oId"_s, u"2"_s); });
    row("an object away", u"transition.to_nothing"_s, [](Scenario &s) { s.removeObjects({2}); });
    row("an object more", u"object.unreachable"_s, [](Scenario &s) {
        s.insertObjects({{s.objectCount(), core::readJson(R"({"oId":50,"oType":102})").value()}});
    });
    row("something that is no object", u"scenario.wrong_kind"_s, [](Scenario &s) { s.setObject(2, Json(8)); });
    row("a variable's type", u"variable.unknown_type"_s, [](Scenario &s) {
        Json variables = s.scriptData()[u"variables"];
        Json first = variables.at(0);
        first.set(u"type"_s, Json(9));
        variables.replace(0, first);
        s.setMember(scenario::Part::ScriptData, u"variables"_s, 0, variables);
    });
    row("no variables", u"variable.undeclared"_s, [](Scenario &s) { s.setMember(scenario::Part::ScriptData, u"variables"_s, 0, {}); });
    row("inputs", u"inputs.invalid"_s, [](Scenario &s) { s.setMember(scenario::Part::Root, u"x-signalbox"_s, 0, Json(7)); });
    row("many objects", u"property.hidden"_s, [](Scenario &s) {
        for (qint64 id = 1000; id < 1400; ++id)
            put(s, id, u"filePath"_s, test::text(u":TEMP/x"_s));
    });
}

void RevalidatorTest::findsWhatAllFinds()
{
    QFETCH(const Change, change);
    QFETCH(const QString, code);
    QStringList objects{
        test::start(),
        test::websock({{u"transfer"_s, u"3"_s}}),
        test::component(106,
                        {{u"oId"_s, u"3"_s}, {u"variable"_s, u"\"v\""_s}, {u"value"_s, test::arg(2, 2, u"w"_s)}, {u"transfer"_s, u"5"_s}}),
        test::stop(),
        uR"({"oId":5,"oType":999,"transferX":6,"odd":1})"_s,
        test::component(150, {{u"oId"_s, u"6"_s}, {u"label"_s, test::text(u"here"_s)}, {u"transfer"_s, QString()}}),
        test::component(151, {{u"oId"_s, u"7"_s}, {u"label"_s, test::text(u"here"_s)}, {u"transfer"_s, u"8"_s}}),
        test::component(104,
                        {{u"oId"_s, u"8"_s}, {u"transfer"_s, QString()}, {u"transferTrue"_s, u"9"_s}, {u"transferFalse"_s, u"1000"_s}}),
        u"7"_s};
    for (int id = 1000; id < 1400; ++id)
        objects.append(test::websock({{u"oId"_s, QString::number(id)}, {u"transfer"_s, QString::number(id + 1)}}));
    objects.append(test::stop({{u"oId"_s, u"1400"_s}}));
    const Scenario before = read(test::document(objects, {test::variable(u"v"_s), test::variable(u"w"_s), test::variable(u"free"_s)}));
    Scenario after = before;
    change(after);

    const core::Dialect dialect;
    scenario::Revalidator revalidator(components(), test::capabilities(), dialect);
    const scenario::Validator validator(components(), test::capabilities(), dialect);
    const auto count = [&code](const core::Diagnostics &found) {
        return std::count_if(found.begin(), found.end(), [&code](const core::Diagnostic &one) { return one.code == code; });
    };
    const core::Diagnostics first = revalidator.validate(before);
    QCOMPARE(test::describe(first), test::describe(validator.validate(before)));
    const core::Diagnostics second = revalidator.validate(after);
    QCOMPARE(test::describe(second), test::describe(validator.validate(after)));
    QVERIFY2(code.isEmpty() || count(first) != count(second), qPrintable(test::describe(second)));
    QCOMPARE(test::describe(revalidator.validate(before)), test::describe(first));
    QCOMPARE(test::describe(revalidator.validate(after)), test::describe(second));
}

void RevalidatorTest::forgets()
{
    const Scenario document = read(test::around(test::websock({{u"conn"_s, QString()}})));
    const core::Dialect dialect;
    scenario::Revalidator revalidator(components(), test::capabilities(), dialect);
    const core::Diagnostics first = revalidator.validate(document);
    QCOMPARE(first.size(), 1);
    revalidator.forget();
    QCOMPARE(revalidator.validate(document), first);
}

void RevalidatorTest::keepsDocumentsApart()
{
    const Scenario bare = read(test::around(test::websock({{u"conn"_s, QString()}})));
    const Scenario entity = read(u"{\"scriptdata\":%1}"_s.arg(test::around(test::websock({{u"conn"_s, QString()}}))));
    const core::Dialect dialect;
    scenario::Revalidator revalidator(components(), test::capabilities(), dialect);
    QCOMPARE(revalidator.validate(bare).first().pointer, u"/objects/1"_s);
    QCOMPARE(revalidator.validate(entity).first().pointer, u"/scriptdata/objects/1"_s);
    QCOMPARE(revalidator.validate(bare).first().pointer, u"/objects/1"_s);
}

QTEST_GUILESS_MAIN(RevalidatorTest)
#include "tst_revalidator.moc"
