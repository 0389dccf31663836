// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/inputs.h"
#include "scenario/scenarioreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Value;
using scenario::ConnectionSelector;
using scenario::Input;
using scenario::InputsResult;

class InputsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyKindOfValue();
    void nothingIsNoError_data();
    void nothingIsNoError();
    void errors_data();
    void errors();
    void theGoodPartIsKept();
    void endlessNumber();

private:
    static InputsResult read(const QByteArray &extension, bool entity = false)
    {
        const QByteArray head = entity ? R"({"scriptdata":{"objects":[]})" : R"({"objects":[])";
        return scenario::readInputs(scenario::readScenario(head + extension + '}').scenario.value());
    }
};

void InputsTest::everyKindOfValue()
{
    const QByteArray text = R"(,"x-signalbox":{"notes":[],"inputs":{
        "startparams":{"1":{"connection":"point=crm,capability=msg"},"20":"text","3":2.5},
        "variables":{"attempt":0,"name":"Anna","c":{"connection":"c-1"}}}})";
    for (const bool entity : {false, true}) {
        const InputsResult result = read(text, entity);
        QVERIFY(result.diagnostics.isEmpty());
        QCOMPARE(result.inputs.startParams.keys(), QList<int>({1, 3, 20}));
        QVERIFY(result.inputs.startParams.value(1) == Input(ConnectionSelector{u"point=crm,capability=msg"_s}));
        QVERIFY(result.inputs.startParams.value(3) == Input(Value(2.5)));
        QVERIFY(result.inputs.startParams.value(20) == Input(Value(u"text"_s)));
        QCOMPARE(result.inputs.variables.keys(), QStringList({u"attempt"_s, u"c"_s, u"name"_s}));
        QVERIFY(result.inputs.variables.value(u"attempt"_s) == Input(Value(0.0)));
        QVERIFY(result.inputs.variables.value(u"c"_s) == Input(ConnectionSelector{u"c-1"_s}));
        QVERIFY(result.inputs.variables.value(u"name"_s) == Input(Value(u"Anna"_s)));
    }
}

void InputsTest::nothingIsNoError_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::newRow("no extension") << QByteArray();
    QTest::newRow("no inputs") << QByteArray(R"(,"x-signalbox":{})");
    QTest::newRow("empty inputs") << QByteArray(R"(,"x-signalbox":{"inputs":{}})");
    QTest::newRow("empty parts") << QByteArray(R"(,"x-signalbox":{"inputs":{"startparams":{},"variables":{}}})");
}

void InputsTest::nothingIsNoError()
{
    QFETCH(const QByteArray, extension);
    const InputsResult result = read(extension);
    QVERIFY(result.diagnostics.isEmpty());
    QVERIFY(result.inputs == scenario::Inputs());
}

void InputsTest::errors_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &extension, const QString &pointer) {
        QByteArray text = extension;
        const qsizetype mark = text.indexOf('@');
        text.remove(mark, 1);
        QTest::newRow(name) << text << pointer << static_cast<int>(mark + qstrlen(R"({"objects":[])") + 1);
    };
    row("extension", R"(,"x-signalbox":@[])", u"/x-signalbox"_s);
    row("inputs", R"(,"x-signalbox":{"inputs":@5})", u"/x-signalbox/inputs"_s);
    row("unknown part", R"(,"x-signalbox":{"inputs":{"params":@{}}})", u"/x-signalbox/inputs/params"_s);
    row("start parameters", R"(,"x-signalbox":{"inputs":{"startparams":@[]}})", u"/x-signalbox/inputs/startparams"_s);
    row("variables", R"(,"x-signalbox":{"inputs":{"variables":@"x"}})", u"/x-signalbox/inputs/variables"_s);
    row("number 0", R"(,"x-signalbox":{"inputs":{"startparams":{"0":@"x"}}})", u"/x-signalbox/inputs/startparams/0"_s);
    row("number 21", R"(,"x-signalbox":{"inputs":{"startparams":{"21":@"x"}}})", u"/x-signalbox/inputs/startparams/21"_s);
    row("number 01", R"(,"x-signalbox":{"inputs":{"startparams":{"01":@"x"}}})", u"/x-signalbox/inputs/startparams/01"_s);
    row("no number", R"(,"x-signalbox":{"inputs":{"startparams":{"a/b":@"x"}}})", u"/x-signalbox/inputs/startparams/a~1b"_s);
    row("true", R"(,"x-signalbox":{"inputs":{"startparams":{"1":@true}}})", u"/x-signalbox/inputs/startparams/1"_s);
    row("null", R"(,"x-signalbox":{"inputs":{"variables":{"a":@null}}})", u"/x-signalbox/inputs/variables/a"_s);
    row("array", R"(,"x-signalbox":{"inputs":{"variables":{"a":@[1]}}})", u"/x-signalbox/inputs/variables/a"_s);
    row("no name", R"(,"x-signalbox":{"inputs":{"variables":{"":@1}}})", u"/x-signalbox/inputs/variables/"_s);
    row("no connection", R"(,"x-signalbox":{"inputs":{"variables":{"a":@{"user":"x"}}}})", u"/x-signalbox/inputs/variables/a"_s);
    row("more than a connection", R"(,"x-signalbox":{"inputs":{"variables":{"a":@{"connection":"x","y":1}}}})",
        u"/x-signalbox/inputs/variables/a"_s);
    row("connection number", R"(,"x-signalbox":{"inputs":{"variables":{"a":{"connection":@5}}}})",
        u"/x-signalbox/inputs/variables/a/connection"_s);
    row("connection empty", R"(,"x-signalbox":{"inputs":{"variables":{"a":{"connection":@" "}}}})",
        u"/x-signalbox/inputs/variables/a/connection"_s);
}

void InputsTest::errors()
{
    QFETCH(const QByteArray, extension);
    QFETCH(const QString, pointer);
    QFETCH(const int, column);
    const InputsResult result = read(extension);
    QCOMPARE(result.diagnostics.size(), 1);
    const core::Diagnostic &d = result.diagnostics.first();
    QCOMPARE(d.severity, core::Severity::Error);
    QCOMPARE(d.code, u"inputs.invalid"_s);
    QCOMPARE(d.pointer, pointer);
    QCOMPARE(d.line, 1);
    QCOMPARE(d.column, column);
    QVERIFY(!d.message.isEmpty());
    QVERIFY2(!d.message.contains(u'%'), qPrintable(d.message));
    QVERIFY(result.inputs == scenario::Inputs());
}

void InputsTest::theGoodPartIsKept()
{
    const InputsResult result = read(R"(,"x-signalbox":{"inputs":{"startparams":{"0":1,"2":"b"},"variables":5}})");
    QCOMPARE(result.diagnostics.size(), 2);
    QCOMPARE(result.inputs.startParams.keys(), QList<int>{2});
}

void InputsTest::endlessNumber()
{
    using core::Json;
    const Json variables = Json::object({{u"a"_s, Json::number("1e999")}});
    const Json inputs = Json::object({{u"variables"_s, variables}});
    const Json extension = Json::object({{u"inputs"_s, inputs}});
    const Json root = Json::object({{u"objects"_s, Json::array()}, {u"x-signalbox"_s, extension}});
    const InputsResult result = scenario::readInputs(scenario::Scenario(root, scenario::Form::ScriptData));
    QCOMPARE(result.diagnostics.size(), 1);
    QCOMPARE(result.diagnostics.first().pointer, u"/x-signalbox/inputs/variables/a"_s);
    QVERIFY(result.inputs.variables.isEmpty());
}

QTEST_GUILESS_MAIN(InputsTest)
#include "tst_inputs.moc"
