// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonreader.h"
#include "runner/runinputs.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

scenario::Scenario scenarioWith(const QByteArray &inputs)
{
    const QByteArray text = R"({"objects":[],"variables":[{"id":"1","name":"n","type":1,"location":0},)"
                            R"({"id":"2","name":"s","type":2,"location":0},{"id":"3","name":"odd","type":9,"location":0}],)"
                            R"("x-signalbox":{)" +
                            inputs + "}}";
    const auto json = core::readJson(text);
    if (!json)
        qFatal("%s", qPrintable(json.error().message));
    return scenario::Scenario(*json, scenario::Form::ScriptData);
}

} // namespace

class RunInputsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheScenario()
    {
        core::Diagnostics findings;
        const auto scenario = scenarioWith(R"("inputs":{"startparams":{"1":{"connection":"point=crm,capability=msg"},"20":"text"},)"
                                           R"("variables":{"n":2.5,"s":{"connection":"user=admin"}}})");
        const auto inputs = runner::RunInputs::fromScenario(scenario, findings);
        QVERIFY(findings.isEmpty());
        QCOMPARE(inputs.connections(), (QStringList{u"point=crm,capability=msg"_s, u"user=admin"_s}));
        const machine::Inputs resolved = inputs.resolved({{u"point=crm,capability=msg"_s, u"id-1"_s}, {u"user=admin"_s, u"id-2"_s}});
        QCOMPARE(resolved.startParams, (QMap<int, core::Value>{{1, core::Value(u"id-1"_s)}, {20, core::Value(u"text"_s)}}));
        QCOMPARE(resolved.variables, (QHash<QString, core::Value>{{u"n"_s, core::Value(2.5)}, {u"s"_s, core::Value(u"id-2"_s)}}));
    }

    void valuesOfJson()
    {
        const auto value = [](const QByteArray &text) {
            return runner::RunInputs::valueOf(*core::readJson(text));
        };
        QCOMPARE(value("\"a\""), core::Value(u"a"_s));
        QCOMPARE(value("2.5"), core::Value(2.5));
        QCOMPARE(value("true"), core::Value(u"true"_s));
        QCOMPARE(value("{\"a\":[1]}"), core::Value(u"{\"a\":[1]}"_s));
        QCOMPARE(value("null"), core::Value());
    }

    void readsFolders()
    {
        core::Diagnostics findings;
        const auto inputs = runner::RunInputs::fromScenario(scenarioWith(R"("files":{"SYNC":"a/./b","X":"."})"), findings);
        QVERIFY(findings.isEmpty());
        QCOMPARE(inputs.folders(), (QMap<QString, QString>{{u"SYNC"_s, u"a/b"_s}, {u"X"_s, u"."_s}}));
    }

    void nothingIsFine()
    {
        core::Diagnostics findings;
        const auto inputs = runner::RunInputs::fromScenario(scenarioWith({}), findings);
        QVERIFY(findings.isEmpty());
        QVERIFY(inputs.resolved({}).startParams.isEmpty());
        QVERIFY(inputs.connections().isEmpty());
    }

    void findsFaults_data()
    {
        QTest::addColumn<QByteArray>("extension");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("pointer");
        const QString inputs = u"inputs.invalid"_s;
        const QString files = u"files.invalid"_s;
        QTest::newRow("no object") << QByteArray(R"("inputs":[])") << inputs << u"/x-signalbox/inputs"_s;
        QTest::newRow("zero") << QByteArray(R"("inputs":{"startparams":{"0":1}})") << inputs << u"/x-signalbox/inputs/startparams/0"_s;
        QTest::newRow("bad selector") << QByteArray(R"("inputs":{"startparams":{"1":{"connection":"planet=mars"}}})") << inputs
                                      << u"/x-signalbox/inputs/startparams/1/connection"_s;
        QTest::newRow("bad selector of a variable") << QByteArray(R"("inputs":{"variables":{"a/b":{"connection":"planet=mars"}}})")
                                                    << inputs << u"/x-signalbox/inputs/variables/a~1b/connection"_s;
        QTest::newRow("files no object") << QByteArray(R"("files":[])") << files << u"/x-signalbox/files"_s;
        QTest::newRow("absolute folder") << QByteArray(R"("files":{"SYNC":"/etc"})") << files << u"/x-signalbox/files/SYNC"_s;
        QTest::newRow("folder outside") << QByteArray(R"("files":{"SYNC":"a/../../b"})") << files << u"/x-signalbox/files/SYNC"_s;
        QTest::newRow("parent") << QByteArray(R"("files":{"SYNC":".."})") << files << u"/x-signalbox/files/SYNC"_s;
        QTest::newRow("no folder") << QByteArray(R"("files":{"SYNC":1})") << files << u"/x-signalbox/files/SYNC"_s;
    }
    void findsFaults()
    {
        QFETCH(const QByteArray, extension);
        QFETCH(const QString, code);
        QFETCH(const QString, pointer);
        core::Diagnostics findings;
        runner::RunInputs::fromScenario(scenarioWith(extension), findings);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.constFirst().code, code);
        QCOMPARE(findings.constFirst().severity, core::Severity::Error);
        QCOMPARE(findings.constFirst().pointer, pointer);
        QCOMPARE(findings.constFirst().line, 1);
        QVERIFY(findings.constFirst().column > 1);
    }

    void takesWhatIsGiven()
    {
        const auto scenario = scenarioWith(R"("inputs":{"variables":{"n":1}})");
        core::Diagnostics findings;
        auto inputs = runner::RunInputs::fromScenario(scenario, findings);
        QVERIFY(inputs.setVariable(scenario, {}, u"n"_s, core::Value(u"5"_s)));
        QVERIFY(inputs.setVariable(scenario, {}, u"odd"_s, core::Value(u"x"_s)));
        QVERIFY(inputs.setStartParam(3, core::Value(u"three"_s)));
        QCOMPARE(inputs.resolved({}).variables.value(u"n"_s), core::Value(u"5"_s));
        QCOMPARE(inputs.resolved({}).startParams.value(3), core::Value(u"three"_s));

        const auto number = inputs.setVariable(scenario, {}, u"n"_s, core::Value(u"five"_s));
        QCOMPARE(number.error().code, u"bad_argument"_s);
        QVERIFY(number.error().message.contains(u"\"n\""_s));
        const auto unknown = inputs.setVariable(scenario, {}, u"x"_s, core::Value());
        QCOMPARE(unknown.error().code, u"bad_argument"_s);
        QVERIFY(unknown.error().message.contains(u"n, s, odd"_s));
        QCOMPARE(inputs.setStartParam(0, core::Value()).error().code, u"bad_argument"_s);
        QCOMPARE(inputs.setStartParam(21, core::Value()).error().code, u"bad_argument"_s);
    }
};

QTEST_GUILESS_MAIN(RunInputsTest)
#include "tst_runinputs.moc"
