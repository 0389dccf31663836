// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions that a person wrote: what is accepted, replaced and refused, and where the fault is said to be.
#include "catalogue/catalogue.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using catalogue::Catalogue;
using catalogue::ComponentType;

namespace {

/// A description with one choice, one argument and one transition; the parts can be replaced.
struct Parts {
    QByteArray outcomes = R"([{"code":"done","title":"Next","property":"transfer"}])";
    QByteArray options = R"([{"id":0,"code":"a","title":"A"},{"id":1,"code":"b","title":"B"}])";
    QByteArray shown = {};    ///< members of the argument, with a comma behind
    QByteArray transfer = {}; ///< code of the transition
    QByteArray more = {};     ///< further properties, with a comma before
    QByteArray defaultId = "0";
    QByteArray summary = {}; ///< the member, with a comma behind
};

QByteArray description(const Parts &parts, const QByteArray &index = "900", const QByteArray &name = "mine")
{
    return R"({"index":)" + index + R"(,"name":")" + name +
           R"(","title":"Mine","help":"Does it.","documented":true,"mode":"synchronous","family":"flow",
"outcomes":)" +
           parts.outcomes + R"(,
)" + parts.summary +
           R"("properties":[
{"code":"mode","title":"Mode","kind":"choice","conditional":false,"default":)" +
           parts.defaultId + R"(,"defaultTitle":"A","help":"How.","options":)" + parts.options + R"(},
{"code":"text","title":"Text","kind":"argument",)" +
           parts.shown + R"("default":null,"help":"What."},
{"code":")" +
           (parts.transfer.isEmpty() ? QByteArray("transfer") : parts.transfer) +
           R"(","title":"Transition","kind":"transition","conditional":false,"default":null,"help":"Next."})" + parts.more + "]}";
}

} // namespace

class TestDescriptionReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void addsAndReplaces();
    void refusesATakenName();
    void readsConditions();
    void readsLimitsAndFormats();
    void undocumented();
    void refuses_data();
    void refuses();
};

void TestDescriptionReader::addsAndReplaces()
{
    Catalogue catalogue;
    QVERIFY(catalogue.all().isEmpty());
    QVERIFY(catalogue.add(description({.shown = R"("conditional":false,)"})));
    QCOMPARE(catalogue.find(900)->name, u"mine"_s);
    QCOMPARE(catalogue.find(900)->asynchronous, false);
    QCOMPARE(catalogue.find(900)->branching, QStringList());
    QCOMPARE(catalogue.find(900)->icon, 0);
    QVERIFY(catalogue.add(description({.shown = R"("conditional":false,)"}, "900", "renamed")));
    QCOMPARE(catalogue.all().size(), 1);
    QCOMPARE(catalogue.find(900)->name, u"renamed"_s);
    QVERIFY(!catalogue.find(u"mine"));
}

void TestDescriptionReader::refusesATakenName()
{
    Catalogue catalogue = Catalogue::builtIn();
    const core::Result<void> added = catalogue.add(description({.shown = R"("conditional":false,)"}, "900", "websock"));
    QVERIFY(!added);
    QCOMPARE(added.error().code, u"description.invalid"_s);
    QCOMPARE(added.error().message, u"The name websock belongs to component 144 already; component 900 needs another."_s);
    QCOMPARE(added.error().detail, u"/name"_s);
    QCOMPARE(catalogue.find(u"websock")->index, 144);
    QVERIFY(!catalogue.find(900));
}

void TestDescriptionReader::readsConditions()
{
    Catalogue catalogue;
    QVERIFY(catalogue.add(description(
        {.shown = R"("conditional":true,"shown":{"any":[{"all":[{"property":"mode","is":["b"]},{"property":"mode","not":["a"]}]}]},
"required":{"property":"mode","is":["b"]},)"})));
    const ComponentType &type = *catalogue.find(900);
    using Kind = catalogue::Condition::Kind;
    const catalogue::Property &text = *type.property(u"text");
    QVERIFY(text.condition.kind == Kind::Any);
    QVERIFY(text.condition.parts[0].kind == Kind::All);
    QVERIFY(text.condition.parts[0].parts[0].kind == Kind::Is);
    QCOMPARE(text.condition.parts[0].parts[0].options, QList<qint64>{1});
    QVERIFY(text.condition.parts[0].parts[1].kind == Kind::Not);
    QCOMPARE(text.condition.parts[0].parts[1].options, QList<qint64>{0});
    QCOMPARE(text.required, false);
    QCOMPARE(text.requiredWhen->options, QList<qint64>{1});
    QVERIFY(!type.isShown(text, core::Json::object()));
    QVERIFY(type.isRequired(text, core::Json::object({{u"mode"_s, core::Json(1)}})));
}

void TestDescriptionReader::readsLimitsAndFormats()
{
    Catalogue catalogue;
    QVERIFY(catalogue.add(description(
        {.shown = R"("conditional":false,"format":"number","unit":"ms","minimum":1.5,"maximum":9,)",
         .more = R"(,{"code":"body","title":"Body","kind":"text","format":"json","conditional":false,"default":null,"help":"It."},
{"code":"path","title":"Path","kind":"text","format":"path","conditional":false,"default":null,"help":"It."},
{"code":"free","title":"Free","kind":"text","format":"any","conditional":false,"default":null,"help":"It."},
{"code":"count","title":"Count","kind":"number","exclusiveMinimum":0,"conditional":false,"default":null,"help":"It."},
{"code":"list","title":"List","kind":"assignments","conditional":false,"default":null,"help":"It."})"})));
    const ComponentType &type = *catalogue.find(900);
    using catalogue::ValueFormat;
    QVERIFY(type.property(u"text")->format == ValueFormat::Number);
    QCOMPARE(type.property(u"text")->minimum, 1.5);
    QCOMPARE(type.property(u"text")->minimumExclusive, false);
    QCOMPARE(type.property(u"text")->maximum, 9.0);
    QVERIFY(type.property(u"body")->format == ValueFormat::Json);
    QVERIFY(type.property(u"path")->format == ValueFormat::Path);
    QVERIFY(type.property(u"free")->format == ValueFormat::Any);
    QCOMPARE(type.property(u"count")->minimumExclusive, true);
    QVERIFY(type.property(u"count")->kind == catalogue::PropertyKind::Number);
    QVERIFY(type.property(u"list")->kind == catalogue::PropertyKind::Assignments);
}

void TestDescriptionReader::undocumented()
{
    Catalogue catalogue;
    QVERIFY(catalogue.add(R"({"index":201,"name":"unknown_one","documented":false})"));
    const ComponentType &type = *catalogue.find(201);
    QCOMPARE(type.documented, false);
    QCOMPARE(type.title, u"unknown_one"_s);
    QCOMPARE(type.family, u"unknown"_s);
    QVERIFY(type.properties.isEmpty() && type.outcomes.isEmpty());
}

void TestDescriptionReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message"); ///< a part of it
    QTest::addColumn<QString>("detail");
    const QByteArray plain = R"("conditional":false,)";
    QTest::newRow("no JSON") << QByteArray("{\n \"index\":}") << QString() << u"line 2, column 10"_s;
    QTest::newRow("not an object") << QByteArray("[]") << QString() << u"/, line 1, column 1"_s;
    QTest::newRow("against the schema") << description({.shown = R"("conditional":7,)"}) << QString()
                                        << u"/properties/1/conditional, line 5"_s;
    QTest::newRow("duplicate property") << description({.shown = plain, .transfer = "text"})
                                        << u"there are two properties with the code text."_s << u"/properties/2/code, line 6, column 9"_s;
    QTest::newRow("an object's own key") << description({.shown = plain, .transfer = "oType"})
                                         << u"every object has a key oType, so no property can have this code."_s
                                         << u"/properties/2/code, line 6, column 9"_s;
    QTest::newRow("duplicate option id") << description({.options = R"([{"id":0,"code":"a","title":"A"},{"id":0,"code":"b","title":"B"}])",
                                                         .shown = plain})
                                         << u"mode has two options with the id 0 or the code b."_s << u"/properties/0/options/1, line 4"_s;
    QTest::newRow("duplicate option code")
        << description({.options = R"([{"id":0,"code":"a","title":"A"},{"id":1,"code":"a","title":"B"}])", .shown = plain})
        << u"mode has two options with the id 1 or the code a."_s << u"/properties/0/options/1"_s;
    QTest::newRow("default is no option") << description({.shown = plain, .defaultId = "5"})
                                          << u"the default of mode is none of its options."_s << u"/properties/0/default, line 4"_s;
    QTest::newRow("minimum over maximum") << description({.shown = R"("conditional":false,"minimum":3,"maximum":2,)"})
                                          << u"the minimum of text is over its maximum."_s << u"/properties/1/maximum, line 5"_s;
    QTest::newRow("unknown property in a condition")
        << description({.shown = R"("conditional":true,"shown":{"property":"nosuch","is":["a"]},)"})
        << u"the condition of text names the property nosuch, which is not there."_s << u"/properties/1/shown/property, line 5"_s;
    QTest::newRow("itself in a condition") << description({.shown = R"("conditional":true,"shown":{"property":"text","is":["a"]},)"})
                                           << u"the condition of text names text itself."_s << u"/properties/1/shown/property"_s;
    QTest::newRow("a transition in a condition")
        << description(
               {.shown = R"("conditional":true,"shown":{"all":[{"property":"mode","is":["a"]},{"property":"transfer","is":["a"]}]},)"})
        << u"the condition of text names the property transfer, which is neither a choice nor a yes/no."_s
        << u"/properties/1/shown/all/1/property"_s;
    QTest::newRow("unknown option in a condition")
        << description({.shown = R"("conditional":true,"shown":{"property":"mode","not":["c"]},)"})
        << u"the condition of text names the option \"c\", which mode does not have."_s << u"/properties/1/shown/property"_s;
    QTest::newRow("unknown option in required")
        << description({.shown = R"("conditional":false,"required":{"property":"mode","is":["c"]},)"}) << u"names the option \"c\""_s
        << u"/properties/1/required/property"_s;
    QTest::newRow("condition without the mark")
        << description({.shown = R"("conditional":false,"shown":{"property":"mode","is":["a"]},)"})
        << u"text has a condition but is not marked as conditional."_s << u"/properties/1, line 5"_s;
    QTest::newRow("outcome to nothing") << description(
                                               {.outcomes = R"([{"code":"done","title":"Next","property":"nosuch"}])", .shown = plain})
                                        << u"the outcome done names nosuch, which is not a transition."_s << u"/outcomes/0, line 2"_s;
    QTest::newRow("outcome to an argument") << description(
                                                   {.outcomes = R"([{"code":"done","title":"Next","property":"text"}])", .shown = plain})
                                            << u"the outcome done names text, which is not a transition."_s << u"/outcomes/0"_s;
    QTest::newRow("duplicate outcome")
        << description(
               {.outcomes = R"([{"code":"done","title":"Next","property":"transfer"},{"code":"done","title":"Next","property":""}])",
                .shown = plain})
        << u"there are two outcomes with the code done."_s << u"/outcomes/1, line 2"_s;
    QTest::newRow("two outcomes, one transition")
        << description(
               {.outcomes = R"([{"code":"true","title":"T","property":"transfer"},{"code":"false","title":"F","property":"transfer"}])",
                .shown = plain})
        << u"two outcomes take the transition transfer."_s << u"/outcomes/1"_s;
    QTest::newRow("summary of an unknown property")
        << description({.shown = plain, .summary = R"("summary":[{"text":"say {text}"},{"text":"say {nosuch}"}],)"})
        << u"the summary names nosuch, which is not a property that has a value."_s << u"/summary/1/text, line 3"_s;
    QTest::newRow("summary of a transition") << description({.shown = plain, .summary = R"("summary":[{"text":"to {transfer}"}],)"})
                                             << u"the summary names transfer, which is not a property"_s << u"/summary/0/text"_s;
    QTest::newRow("lone brace in a summary") << description({.shown = plain, .summary = R"("summary":[{"text":"to {text"}],)"})
                                             << u"a brace in a summary must stand around a property's code."_s << u"/summary/0/text"_s;
    QTest::newRow("unknown property in a summary's condition")
        << description({.shown = plain, .summary = R"("summary":[{"when":{"property":"nosuch","is":["a"]},"text":"x"}],)"})
        << u"the condition of summary names the property nosuch, which is not there."_s << u"/summary/0/when/property"_s;
    QTest::newRow("summary without a text") << description({.shown = plain, .summary = R"("summary":[{}],)"}) << QString()
                                            << u"/summary/0"_s;
    QTest::newRow("transition without an outcome")
        << description({.outcomes = R"([{"code":"done","title":"Next","property":""}])", .shown = plain})
        << u"no outcome takes the transition transfer."_s << u"/properties/2, line 6, column 1"_s;
}

void TestDescriptionReader::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(QString, detail);
    Catalogue catalogue;
    const core::Result<void> added = catalogue.add(text);
    QVERIFY(!added);
    QCOMPARE(added.error().code, u"description.invalid"_s);
    QVERIFY2(added.error().message.startsWith("The component description is not valid: "_L1), qPrintable(added.error().message));
    QVERIFY2(added.error().message.contains(message), qPrintable(added.error().message));
    QVERIFY2(added.error().detail.contains(detail), qPrintable(added.error().detail));
    QVERIFY(catalogue.all().isEmpty());
}

QTEST_GUILESS_MAIN(TestDescriptionReader)
#include "tst_descriptionreader.moc"
