// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: both forms, the documented samples, and files that are broken in every way (tests/data/broken; the big ones are made here).
#include "scenario/scenarioreader.h"

#include "scenario/validator.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using scenario::Form;
using scenario::ReadResult;
using scenario::readScenario;
using scenario::readScenarioFile;

namespace {

const QString data = QStringLiteral(SIGNALBOX_TEST_DATA);

} // namespace

class ScenarioReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void forms_data();
    void forms();
    void samples_data();
    void samples();
    void brokenFiles_data();
    void brokenFiles();
    void everyBrokenFileHasARow();
    void wronglyTypedIsReadAndFound();
    void deepNesting();
    void oversizedFile();
    void missingFile();
    void folderAsFile();
};

void ScenarioReaderTest::forms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("form");
    QTest::newRow("script data") << QByteArray(R"({"objects":[]})") << static_cast<int>(Form::ScriptData);
    QTest::newRow("entity") << QByteArray(R"({"scriptdata":{"objects":[]}})") << static_cast<int>(Form::Entity);
    QTest::newRow("both: objects first") << QByteArray(R"({"scriptdata":{"objects":[]},"objects":[]})")
                                         << static_cast<int>(Form::ScriptData);
    QTest::newRow("entity beside other objects")
        << QByteArray(R"({"objects":{},"scriptdata":{"objects":[]}})") << static_cast<int>(Form::Entity);
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"objects\":[]}") << static_cast<int>(Form::ScriptData);
}

void ScenarioReaderTest::forms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, form);
    const ReadResult result = readScenario(text);
    QVERIFY(result.scenario);
    QVERIFY(result.diagnostics.isEmpty());
    QCOMPARE(static_cast<int>(result.scenario->form()), form);
}

void ScenarioReaderTest::samples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("objects");
    QTest::addColumn<QStringList>("findings");
    const int script = static_cast<int>(Form::ScriptData);
    const int entity = static_cast<int>(Form::Entity);
    QTest::newRow("template") << u"default.scr"_s << script << 1 << QStringList{u"transition.unset 1"_s};
    QTest::newRow("ours") << u"svcscript-greet.json"_s << entity << 6 << QStringList{};
    QTest::newRow("svcscript") << u"svcscript-test_s3.json"_s << entity << 4
                               << QStringList{u"component.unknown 2"_s, u"variable.unused -1"_s};
    QTest::newRow("ivrscript") << u"ivrscript-play_test.json"_s << entity << 4
                               << QStringList{u"component.unknown 2"_s, u"component.unknown 4"_s, u"variable.unused -1"_s,
                                              u"variable.unused -1"_s};
}

void ScenarioReaderTest::samples()
{
    QFETCH(const QString, file);
    QFETCH(const int, form);
    QFETCH(const int, objects);
    QFETCH(const QStringList, findings);
    const QString path = data + u"/scenarios/"_s + file;
    const ReadResult result = readScenarioFile(path);
    QVERIFY(result.scenario);
    QVERIFY(result.diagnostics.isEmpty());
    QCOMPARE(static_cast<int>(result.scenario->form()), form);
    QCOMPARE(result.scenario->objectCount(), objects);

    // Writing gives the same value, and writing that again the same text.
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const core::Json original = core::readJson(source.readAll()).value();
    const QByteArray written = result.scenario->toText();
    QVERIFY(core::readJson(written).value() == original);
    QCOMPARE(readScenario(written).scenario->toText(), written);

    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const capability::Capabilities capabilities;
    const core::Dialect dialect;
    QStringList found;
    for (const core::Diagnostic &d : scenario::Validator(catalogue, capabilities, dialect).validate(*result.scenario))
        found.append(u"%1 %2"_s.arg(d.code).arg(d.object.value_or(-1)));
    QCOMPARE(found, findings);
}

void ScenarioReaderTest::brokenFiles_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("truncated.scr") << u"json.syntax"_s << u"/objects/1"_s << 1 << 61;
    QTest::newRow("trailing-comma.scr") << u"json.syntax"_s << u"/objects/0"_s << 1 << 34;
    QTest::newRow("missing-comma.scr") << u"json.syntax"_s << u"/objects/0"_s << 1 << 22;
    QTest::newRow("text-behind-the-end.scr") << u"json.syntax"_s << QString() << 1 << 31;
    QTest::newRow("leading-zero.scr") << u"json.syntax"_s << u"/objects/0"_s << 1 << 21;
    QTest::newRow("raw-tab-in-string.scr") << u"json.syntax"_s << u"/objects/0/name"_s << 1 << 23;
    QTest::newRow("duplicate-key.scr") << u"json.duplicate_key"_s << u"/objects/0/oId"_s << 2 << 17;
    QTest::newRow("windows-1251.scr") << u"json.encoding"_s << u"/objects/0/name"_s << 1 << 30;
    QTest::newRow("utf-16.scr") << u"json.syntax"_s << QString() << 1 << 1;
    QTest::newRow("empty.scr") << u"json.empty"_s << QString() << 1 << 1;
    QTest::newRow("only-space.scr") << u"json.empty"_s << QString() << 3 << 1;
    QTest::newRow("array-as-root.scr") << u"scenario.not_an_object"_s << QString() << 1 << 1;
    QTest::newRow("string-as-root.scr") << u"scenario.not_an_object"_s << QString() << 1 << 1;
    QTest::newRow("no-objects.json") << u"scenario.no_objects"_s << QString() << 1 << 1;
    QTest::newRow("objects-as-object.scr") << u"scenario.wrong_kind"_s << u"/objects"_s << 1 << 12;
    QTest::newRow("scriptdata-as-text.json") << u"scenario.wrong_kind"_s << u"/scriptdata"_s << 1 << 26;
    QTest::newRow("scriptdata-as-array.json") << u"scenario.wrong_kind"_s << u"/scriptdata"_s << 2 << 15;
    QTest::newRow("scriptdata-null.json") << u"scenario.wrong_kind"_s << u"/scriptdata"_s << 1 << 26;
    QTest::newRow("scriptdata-without-objects.json") << u"scenario.no_objects"_s << u"/scriptdata"_s << 1 << 26;
    QTest::newRow("scriptdata-objects-as-number.json") << u"scenario.wrong_kind"_s << u"/scriptdata/objects"_s << 1 << 37;
}

void ScenarioReaderTest::brokenFiles()
{
    const ReadResult result = readScenarioFile(data + u"/broken/"_s + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), 1);
    const core::Diagnostic &d = result.diagnostics.first();
    QCOMPARE(d.severity, core::Severity::Error);
    QTEST(d.code, "code");
    QTEST(d.pointer, "pointer");
    QTEST(d.line, "line");
    QTEST(d.column, "column");
    QVERIFY(!d.message.isEmpty());
    QVERIFY2(!d.message.contains(u'%'), qPrintable(d.message));
}

void ScenarioReaderTest::everyBrokenFileHasARow()
{
    QCOMPARE(QDir(data + u"/broken"_s).entryList({u"*.scr"_s, u"*.json"_s}, QDir::Files).size(),
             20 + 1); // the rows above, and wrongly-typed.scr
}

void ScenarioReaderTest::wronglyTypedIsReadAndFound()
{
    const ReadResult result = readScenarioFile(data + u"/broken/wrongly-typed.scr"_s);
    QVERIFY(result.scenario);
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const capability::Capabilities capabilities;
    const core::Dialect dialect;
    QStringList found;
    for (const core::Diagnostic &d : scenario::Validator(catalogue, capabilities, dialect).validate(*result.scenario))
        found.append(core::severityName(d.severity) + u' ' + d.code + u' ' + d.pointer);
    found.sort();
    const QStringList expected{u"error argument.wrong_kind /objects/3/content/argType"_s,
                               u"error argument.wrong_kind /objects/3/content/value"_s,
                               u"error argument.wrong_kind /objects/3/content/varType"_s,
                               u"error argument.wrong_kind /objects/4/operations/0"_s,
                               u"error argument.wrong_kind /objects/4/operations/1/value"_s,
                               u"error argument.wrong_kind /objects/4/operations/1/variable"_s,
                               u"error property.empty /objects/3"_s,
                               u"error property.empty /objects/3"_s,
                               u"error property.wrong_kind /objects/2/defineVars"_s,
                               u"error property.wrong_kind /objects/2/transfer"_s,
                               u"error property.wrong_kind /objects/2/type"_s,
                               u"error property.wrong_kind /objects/3/conn"_s,
                               u"error property.wrong_kind /objects/3/direction"_s,
                               u"error property.wrong_kind /objects/3/errorVariable"_s,
                               u"error property.wrong_kind /objects/3/transfer"_s,
                               u"error property.wrong_kind /objects/4/transfer"_s,
                               u"error scenario.no_start /objects"_s,
                               u"error scenario.wrong_kind /objects/0"_s,
                               u"error scenario.wrong_kind /objects/1/name"_s,
                               u"error scenario.wrong_kind /objects/1/oId"_s,
                               u"error scenario.wrong_kind /objects/1/oLeft"_s,
                               u"error scenario.wrong_kind /objects/1/oType"_s,
                               u"error scenario.wrong_kind /objects/5"_s,
                               u"error scenario.wrong_kind /variables/0"_s,
                               u"error scenario.wrong_kind /variables/1/location"_s,
                               u"error scenario.wrong_kind /variables/1/name"_s,
                               u"error scenario.wrong_kind /variables/1/type"_s,
                               u"error scenario.wrong_kind /variables/2"_s,
                               u"warning inputs.invalid /x-signalbox/inputs"_s,
                               u"warning object.unreachable /objects/3"_s,
                               u"warning object.unreachable /objects/4"_s};
    QCOMPARE(found, expected);
}

void ScenarioReaderTest::deepNesting()
{
    const QByteArray text = R"({"objects":)" + QByteArray(10 * 1024 * 1024, '[');
    const ReadResult result = readScenario(text);
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), 1);
    QCOMPARE(result.diagnostics.first().code, u"json.too_deep"_s);
    QCOMPARE(result.diagnostics.first().line, 1);
    QCOMPARE(result.diagnostics.first().column, 111); // the root is the first level, this array the hundred and first
}

void ScenarioReaderTest::oversizedFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"big.scr"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200LL * 1024 * 1024)); // sparse: nothing of it may be read
    file.close();
    const ReadResult result = readScenarioFile(file.fileName());
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), 1);
    QCOMPARE(result.diagnostics.first().code, u"file.too_large"_s);
    QVERIFY(result.diagnostics.first().message.contains(u"big.scr"_s));

    core::JsonLimits limits;
    limits.bytes = 10;
    QCOMPARE(readScenario(R"({"objects":[]})", limits).diagnostics.first().code, u"json.too_large"_s);
}

void ScenarioReaderTest::missingFile()
{
    const ReadResult result = readScenarioFile(data + u"/broken/not-there.scr"_s);
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.size(), 1);
    QCOMPARE(result.diagnostics.first().code, u"file.not_found"_s);
    QCOMPARE(result.diagnostics.first().severity, core::Severity::Error);
    QCOMPARE(result.diagnostics.first().line, 0);
}

void ScenarioReaderTest::folderAsFile()
{
    const ReadResult result = readScenarioFile(data + u"/broken"_s);
    QVERIFY(!result.scenario);
    QCOMPARE(result.diagnostics.first().code, u"file.not_a_file"_s);
}

QTEST_GUILESS_MAIN(ScenarioReaderTest)
#include "tst_scenarioreader.moc"
