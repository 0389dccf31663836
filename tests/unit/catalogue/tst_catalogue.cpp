// SPDX-License-Identifier: GPL-3.0-or-later
// The descriptions that come with the program, component 144 value by value.
#include "catalogue/catalogue.h"
#include "core/filestore.h"
#include "core/jsonreader.h"
#include "core/jsonschema.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace signalbox;
using catalogue::Catalogue;
using catalogue::ComponentType;
using catalogue::Option;
using catalogue::Property;
using catalogue::PropertyKind;
using catalogue::ValueFormat;
using core::Json;

namespace {

/// Answers every text of one context with the text in brackets.
class Brackets final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *sourceText, const char *, int) const override
    {
        return QLatin1String(context) == "Components"_L1 ? u'[' + QString::fromUtf8(sourceText) + u']' : QString();
    }
};

/// One row of component 144's table in its reference.
struct Row {
    const char *code = nullptr;
    const char *title = nullptr;
    PropertyKind kind = {};
    ValueFormat format = {};
    const char *unit = nullptr;
    bool conditional = false;
    std::optional<qint64> defaultValue;
    const char *defaultTitle = nullptr;
    bool required = false;
    bool writesVariable = false;
};

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyDescriptionConformsToTheSchema_data();
    void everyDescriptionConformsToTheSchema();
    void schemaRefuses_data();
    void schemaRefuses();
    void holdsWhatIsDocumented_data();
    void holdsWhatIsDocumented();
    void knowsNoOthers();
    void websockHead();
    void websockOutcomes();
    void websockProperties();
    void websockOptions_data();
    void websockOptions();
    void websockTimeoutRange();
    void everyPropertyHasHelp();
    void choices_data();
    void choices();
    void outcomes_data();
    void outcomes();
    void startProperties();
    void yesNoHasOptionCodes();
    void lookupsOfWhatIsNotThere();
    void kindNames();
    void translatesInTheComponentsContext();

private:
    const Catalogue m_catalogue = Catalogue::builtIn();
    const QString m_folder = QLatin1String(SIGNALBOX_SOURCE_DIR) + "/resources/components"_L1;
};

namespace {

Json readFile(const QString &path)
{
    const core::Result<QByteArray> text = core::readFile(path, 1024 * 1024);
    if (!text)
        qFatal("%s", qPrintable(text.error().message));
    const auto json = core::readJson(*text);
    if (!json)
        qFatal("%s", qPrintable(json.error().message));
    return *json;
}

core::JsonSchema schema()
{
    const auto compiled =
        core::JsonSchema::compile(readFile(QLatin1String(SIGNALBOX_SOURCE_DIR) + "/resources/schemas/component.schema.json"_L1));
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().message));
    return *compiled;
}

} // namespace

void TestCatalogue::everyDescriptionConformsToTheSchema_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 21);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestCatalogue::everyDescriptionConformsToTheSchema()
{
    QFETCH(QString, name);
    const Json description = readFile(m_folder + u'/' + name);
    const QList<core::SchemaProblem> problems = schema().validate(description);
    QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.first().pointer + u": "_s + problems.first().message));
    const QString expected = QString::number(*description[u"index"].toInt()) + u'-' + description[u"name"].toString() + ".json"_L1;
    QCOMPARE(name, expected);
    QVERIFY(m_catalogue.find(*description[u"index"].toInt()));
    QVERIFY(Catalogue().add(*core::readFile(m_folder + u'/' + name, 1024 * 1024))); // the same with the schema and all other checks
}

void TestCatalogue::schemaRefuses_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("index 0") << u"/index"_s << QByteArray("0");
    QTest::newRow("name with a space") << u"/name"_s << QByteArray("\"web sock\"");
    QTest::newRow("unknown mode") << u"/mode"_s << QByteArray("\"slow\"");
    QTest::newRow("unknown branching") << u"/branching"_s << QByteArray("[\"wide\"]");
    QTest::newRow("unknown kind") << u"/properties/0/kind"_s << QByteArray("\"list\"");
    QTest::newRow("choice without options") << u"/properties/1/kind"_s << QByteArray("\"choice\"");
    QTest::newRow("default of an argument") << u"/properties/1/default"_s << QByteArray("1");
    QTest::newRow("default of a choice is null") << u"/properties/0/default"_s << QByteArray("null");
    QTest::newRow("a choice is never empty") << u"/properties/0/required"_s << QByteArray("true");
    QTest::newRow("required false") << u"/properties/1/required"_s << QByteArray("false");
    QTest::newRow("yes/no is 0 or 1") << u"/properties/6/default"_s << QByteArray("2");
    QTest::newRow("empty help") << u"/properties/0/help"_s << QByteArray("\"\"");
    QTest::newRow("unknown key") << u"/properties/0/colour"_s << QByteArray("\"red\"");
    QTest::newRow("unit of a choice") << u"/properties/0/unit"_s << QByteArray("\"s\"");
    QTest::newRow("argument writes a variable") << u"/properties/1/writesVariable"_s << QByteArray("true");
    QTest::newRow("condition without options") << u"/properties/3/shown"_s << QByteArray(R"({"property":"operation","is":[]})");
    QTest::newRow("condition with is and not") << u"/properties/3/shown"_s
                                               << QByteArray(R"({"property":"operation","is":["websocktemp"],"not":["websocktemp"]})");
    QTest::newRow("condition with all and any")
        << u"/properties/3/shown"_s << QByteArray(R"({"all":[{"property":"a","is":["b"]}],"any":[{"property":"a","is":["b"]}]})");
    QTest::newRow("empty condition") << u"/properties/3/shown"_s << QByteArray("{}");
    QTest::newRow("unknown outcome") << u"/outcomes/0/code"_s << QByteArray("\"maybe\"");
    QTest::newRow("undocumented with properties") << u"/documented"_s << QByteArray("false");
    QTest::newRow("two minimums") << u"/properties/11/minimum"_s << QByteArray("0");
}

void TestCatalogue::schemaRefuses()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    // Sets the node that the pointer names, from the inside out.
    const std::function<Json(const Json &, QStringList)> with = [&](const Json &node, QStringList path) -> Json {
        if (path.isEmpty())
            return *core::readJson(value);
        const QString token = path.takeFirst();
        Json changed = node;
        if (node.isArray())
            changed.replace(token.toInt(), with(node.at(token.toInt()), path));
        else
            changed.set(token, with(node[token], path));
        return changed;
    };
    const Json description = readFile(m_folder + "/144-websock.json"_L1);
    QVERIFY(schema().validate(description).isEmpty());
    QVERIFY(!schema().validate(with(description, pointer.sliced(1).split(u'/'))).isEmpty());
}

void TestCatalogue::holdsWhatIsDocumented_data()
{
    QTest::addColumn<qint64>("index");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("documented");
    QTest::addColumn<bool>("asynchronous");
    QTest::addColumn<QStringList>("branching");
    QTest::addColumn<QStringList>("properties");
    const auto row = [](qint64 index, const char *name, bool asynchronous, const char *branching, const char *properties) {
        const auto words = [](const char *text) {
            return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << index << QString::fromLatin1(name) << true << asynchronous << words(branching) << words(properties);
    };
    row(101, "start", false, "non-branching", "type startParam defineVars transitionOption transfer");
    row(102, "stop", false, "", "callStack returnValue");
    row(103, "pause", true, "", "timeoutMs transfer");
    row(104, "compare", false, "branching interrupting", "arg1 arg2 compareType transferTrue transferFalse");
    row(106, "assign", false, "", "mode variable value operations transfer");
    row(111, "notify", true, "branching closing", "mode text user transfer");
    row(144, "websock", true, "branching closing",
        "operation conn direction capabilityName eventName content syncMode filePath websocktempMethod websocktempFilePath "
        "websocktempFileName timeoutSec resultVariable errorVariable transfer transferTimeout transferError");
    row(150, "goto", false, "", "label variable value");
    row(151, "golabel", false, "", "label transfer");
    const QList<std::pair<qint64, const char *>> byName{{107, "execscript"}, {112, "sql"},          {116, "s3"},   {117, "execprocess"},
                                                        {120, "web"},        {141, "interactions"}, {142, "ldap"}, {143, "web_services"},
                                                        {145, "operation"},  {152, "gofun"},        {154, "js"},   {307, "chatbot"}};
    for (const auto &[index, name] : byName)
        QTest::newRow(name) << index << QString::fromLatin1(name) << false << false << QStringList() << QStringList();
}

void TestCatalogue::holdsWhatIsDocumented()
{
    QFETCH(qint64, index);
    QFETCH(QString, name);
    const ComponentType *type = m_catalogue.find(index);
    QVERIFY(type);
    QCOMPARE(m_catalogue.find(QStringView(name)), type);
    QCOMPARE(type->index, index);
    QCOMPARE(type->name, name);
    QTEST(type->documented, "documented");
    QTEST(type->asynchronous, "asynchronous");
    QTEST(type->branching, "branching");
    QStringList codes;
    for (const Property &property : type->properties)
        codes.append(property.code);
    QTEST(codes, "properties");
    QCOMPARE(type->title.isEmpty(), false);
    QCOMPARE(type->help.isEmpty(), !type->documented);
    QCOMPARE(type->family == "unknown"_L1, !type->documented);
    QCOMPARE(type->outcomes.isEmpty(), !type->documented);
    if (!type->documented)
        QCOMPARE(type->title, name);
}

void TestCatalogue::knowsNoOthers()
{
    QList<qint64> indices;
    for (const ComponentType *type : m_catalogue.all())
        indices.append(type->index);
    QCOMPARE(indices,
             (QList<qint64>{101, 102, 103, 104, 106, 107, 111, 112, 116, 117, 120, 141, 142, 143, 144, 145, 150, 151, 152, 154, 307}));
    QVERIFY(!m_catalogue.find(202));
    QVERIFY(!m_catalogue.find(u"nosuch"));
}

void TestCatalogue::websockHead()
{
    const ComponentType &type = *m_catalogue.find(144);
    QCOMPARE(type.name, u"websock"_s);
    QCOMPARE(type.title, u"Operation with websocket connection"_s);
    QCOMPARE(type.scenarioTypes, u"All of them"_s);
    QCOMPARE(type.starterModule, u"r_script_component_websock"_s);
    QCOMPARE(type.asynchronous, true);
    QCOMPARE(type.icon, 144);
    QCOMPARE(type.branching, (QStringList{u"branching"_s, u"closing"_s}));
    QCOMPARE(type.family, u"message"_s);
    QCOMPARE(type.documented, true);
}

void TestCatalogue::websockOutcomes()
{
    const ComponentType &type = *m_catalogue.find(144);
    QCOMPARE(type.outcomes.size(), 3);
    const QList<std::array<QString, 3>> expected{{u"success"_s, u"Success"_s, u"transfer"_s},
                                                 {u"timeout"_s, u"Timeout"_s, u"transferTimeout"_s},
                                                 {u"error"_s, u"Error"_s, u"transferError"_s}};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(type.outcomes[i].code, expected[i][0]);
        QCOMPARE(type.outcomes[i].title, expected[i][1]);
        QCOMPARE(type.outcomes[i].property, expected[i][2]);
        QCOMPARE(type.outcome(expected[i][0]), &type.outcomes[i]);
    }
}

void TestCatalogue::websockProperties()
{
    using K = PropertyKind;
    using F = ValueFormat;
    const std::array<Row, 17> rows{{
        {"operation", "Operation", K::Choice, F::Any, "", false, 0, "Send", false, false},
        {"conn", "Connection ID", K::Argument, F::Any, "", false, {}, "", true, false},
        {"direction", "Destination", K::Choice, F::Any, "", false, 0, "Token message", false, false},
        {"capabilityName", "Extension name API", K::Argument, F::Any, "", true, {}, "", true, false},
        {"eventName", "Message code", K::Argument, F::Any, "", true, {}, "", true, false},
        {"content", "Message Body", K::Argument, F::Json, "", true, {}, "", false, false},
        {"syncMode", "Waiting for delivery/response", K::YesNo, F::Any, "", true, 0, "No", false, false},
        {"filePath", "File path", K::Argument, F::Path, "", true, {}, "", true, false},
        {"websocktempMethod", "Action", K::Choice, F::Any, "", true, 0, "Get file list", false, false},
        {"websocktempFilePath", "File path", K::Argument, F::Path, "", true, {}, "", true, false},
        {"websocktempFileName", "File Name", K::Argument, F::Any, "", true, {}, "", false, false},
        {"timeoutSec", "Time, s", K::Argument, F::Number, "s", true, {}, "", false, false},
        {"resultVariable", "Result to variable", K::Variable, F::Any, "", true, {}, "", false, true},
        {"errorVariable", "Error to variable", K::Variable, F::Any, "", false, {}, "", false, true},
        {"transfer", "Transition", K::Transition, F::Any, "", false, {}, "", false, false},
        {"transferTimeout", "Transition, Time", K::Transition, F::Any, "", false, {}, "", false, false},
        {"transferError", "Transition, Error", K::Transition, F::Any, "", false, {}, "", false, false},
    }};
    const ComponentType &type = *m_catalogue.find(144);
    QCOMPARE(type.properties.size(), static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        const Property &property = type.properties[static_cast<qsizetype>(i)];
        QCOMPARE(property.code, QString::fromLatin1(row.code));
        QCOMPARE(type.positionOf(property.code), static_cast<int>(i));
        QCOMPARE(property.title, QString::fromLatin1(row.title));
        QVERIFY2(property.kind == row.kind, row.code);
        QVERIFY2(property.format == row.format, row.code);
        QCOMPARE(property.unit, QString::fromLatin1(row.unit));
        QVERIFY2(property.conditional == row.conditional, row.code);
        QVERIFY2(property.defaultValue == (row.defaultValue ? Json(*row.defaultValue) : Json()), row.code);
        QCOMPARE(property.defaultTitle, QString::fromLatin1(row.defaultTitle));
        QVERIFY2(property.required == row.required, row.code);
        QVERIFY2(property.writesVariable == row.writesVariable, row.code);
        QVERIFY2(property.requiredWhen.has_value() == (property.code == "websocktempFileName"_L1), row.code);
        // The reference marks exactly those as conditional that have a condition.
        QVERIFY2(property.conditional == (property.condition.kind != catalogue::Condition::Kind::Always), row.code);
    }
}

void TestCatalogue::websockOptions_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("operation") << u"operation"_s << QStringList{u"sendtokenmsg"_s, u"ws_temp_file"_s, u"websocktemp"_s}
                               << QStringList{u"Send Message"_s, u"Place a file for download"_s, u"Files websocktemp"_s};
    QTest::newRow("direction") << u"direction"_s << QStringList{u"token message"_s, u"token plugin event"_s, u"user api event"_s}
                               << QStringList{u"Token message"_s, u"Token plugin event"_s, u"User API event"_s};
    QTest::newRow("websocktempMethod") << u"websocktempMethod"_s
                                       << QStringList{u"get_coll"_s, u"get_file"_s, u"put_file"_s, u"delete_file"_s}
                                       << QStringList{u"Get file list"_s, u"Get file"_s, u"Place file"_s, u"Delete file"_s};
}

void TestCatalogue::websockOptions()
{
    QFETCH(QString, property);
    QFETCH(QStringList, codes);
    QFETCH(QStringList, titles);
    const Property &found = *m_catalogue.find(144)->property(property);
    QCOMPARE(found.options.size(), codes.size());
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const Option &option = found.options[i];
        QCOMPARE(option.id, i);
        QCOMPARE(option.code, codes[i]);
        QCOMPARE(option.title, titles[i]);
        QVERIFY(option.help.size() > 20);
        QCOMPARE(found.option(i), &option);
        QCOMPARE(found.option(QStringView(codes[i])), &option);
    }
    QVERIFY(!found.option(codes.size()));
    QVERIFY(!found.option(u"nosuch"));
}

void TestCatalogue::websockTimeoutRange()
{
    for (const Property &property : m_catalogue.find(144)->properties) {
        const bool timeout = property.code == "timeoutSec"_L1;
        QCOMPARE(property.minimum, timeout ? std::optional(0.0) : std::nullopt);
        QCOMPARE(property.minimumExclusive, timeout);
        QCOMPARE(property.maximum, timeout ? std::optional(3600.0) : std::nullopt);
    }
}

void TestCatalogue::everyPropertyHasHelp()
{
    for (const ComponentType *type : m_catalogue.all())
        for (const Property &property : type->properties)
            QVERIFY2(property.help.size() > 10 && property.help.endsWith(u'.'), qPrintable(type->name + u'.' + property.code));
}

void TestCatalogue::choices_data()
{
    QTest::addColumn<QString>("component");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("codes"); ///< by id
    QTest::addColumn<qint64>("defaultId");
    QTest::newRow("start type") << u"start"_s << u"type"_s << u"start stopping"_s << qint64(0);
    QTest::newRow("start transitionOption") << u"start"_s << u"transitionOption"_s
                                            << u"all normal transfer_not_set stop timeout error ownerdown"_s << qint64(0);
    QTest::newRow("compare compareType") << u"compare"_s << u"compareType"_s << u"< =< == >= > =/="_s << qint64(2);
    QTest::newRow("assign mode") << u"assign"_s << u"mode"_s << u"single multi"_s << qint64(0);
    QTest::newRow("notify mode") << u"notify"_s << u"mode"_s << u"scriptnotify log sip"_s << qint64(1);
}

void TestCatalogue::choices()
{
    QFETCH(QString, component);
    QFETCH(QString, property);
    QFETCH(QString, codes);
    QFETCH(qint64, defaultId);
    const ComponentType &type = *m_catalogue.find(QStringView(component));
    const Property &found = *type.property(property);
    QStringList byId;
    for (qsizetype i = 0; i < found.options.size(); ++i) {
        QCOMPARE(found.options[i].id, i);
        byId.append(found.options[i].code);
    }
    QCOMPARE(byId.join(u' '), codes);
    QCOMPARE(type.choice(property, Json::object()), defaultId);
    QCOMPARE(found.defaultValue.toInt(), defaultId);
}

void TestCatalogue::outcomes_data()
{
    QTest::addColumn<QString>("component");
    QTest::addColumn<QString>("outcomes");
    for (const char *name : {"start", "pause", "assign", "notify", "golabel"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"done=transfer"_s;
    QTest::newRow("stop") << u"stop"_s << u"done="_s;
    QTest::newRow("goto") << u"goto"_s << u"done="_s;
    QTest::newRow("compare") << u"compare"_s << u"true=transferTrue false=transferFalse"_s;
}

void TestCatalogue::outcomes()
{
    QFETCH(QString, component);
    QStringList found;
    for (const catalogue::OutcomeType &outcome : m_catalogue.find(QStringView(component))->outcomes)
        found.append(outcome.code + u'=' + outcome.property);
    QTEST(found.join(u' '), "outcomes");
}

void TestCatalogue::startProperties()
{
    const ComponentType &start = *m_catalogue.find(101);
    QCOMPARE(start.property(u"type")->title, u"Start Type"_s);
    QCOMPARE(start.property(u"startParam")->writesVariable, true);
    QCOMPARE(start.choice(u"defineVars", Json::object()), 1);
    QVERIFY(!start.property(u"implementedTime")); // in the samples, but documented nowhere
    const Property &timeout = *m_catalogue.find(103)->property(u"timeoutMs");
    QCOMPARE(timeout.unit, u"ms"_s);
    QCOMPARE(timeout.minimum, 0.0);
    QCOMPARE(timeout.minimumExclusive, false);
    QCOMPARE(m_catalogue.find(102)->property(u"callStack")->title, u"Return of Control"_s);
    QCOMPARE(m_catalogue.find(102)->choice(u"callStack", Json::object()), 0);
}

void TestCatalogue::yesNoHasOptionCodes()
{
    const Property &wait = *m_catalogue.find(144)->property(u"syncMode");
    QVERIFY(wait.options.isEmpty());
    QCOMPARE(wait.option(u"no")->id, 0);
    QCOMPARE(wait.option(u"yes")->id, 1);
    QCOMPARE(wait.option(1)->code, u"yes"_s);
    QVERIFY(!wait.option(2));
    QVERIFY(!m_catalogue.find(144)->property(u"conn")->option(0));
}

void TestCatalogue::lookupsOfWhatIsNotThere()
{
    const ComponentType &type = *m_catalogue.find(144);
    QVERIFY(!type.property(u"nosuch"));
    QVERIFY(!type.outcome(u"done"));
    QCOMPARE(type.positionOf(u"nosuch"), -1);
    QVERIFY(!type.choice(u"nosuch", Json::object()));
    QVERIFY(!type.choice(u"conn", Json::object()));
}

void TestCatalogue::kindNames()
{
    using K = PropertyKind;
    QStringList names;
    for (const K kind : {K::Choice, K::YesNo, K::Text, K::Number, K::Argument, K::Variable, K::Transition, K::Assignments})
        names.append(catalogue::kindName(kind));
    QCOMPARE(names.join(u' '), u"choice yesno text number argument variable transition assignments"_s);
}

void TestCatalogue::translatesInTheComponentsContext()
{
    QCOMPARE(catalogue::translated(u"Time, s"_s), u"Time, s"_s);
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCOMPARE(catalogue::translated(u"Time, s"_s), u"[Time, s]"_s);
    QCoreApplication::removeTranslator(&brackets);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
