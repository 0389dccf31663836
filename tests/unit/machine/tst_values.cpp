// SPDX-License-Identifier: GPL-3.0-or-later
// Where the variables' values come from, in their order, and what reads and writes them from outside.
#include "scriptedhost.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using core::Value;

class TestValues final : public QObject
{
    Q_OBJECT

private:
    static scenario::Scenario begin(const QString &members, const QString &variables, const QString &initial = u"{}"_s)
    {
        return makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":2%1},{\"oId\":2,\"oType\":102}"_s.arg(members.isEmpty() ? QString() : u',' + members),
            variables, initial);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void initialValues_data()
    {
        QTest::addColumn<QString>("members"); // of the start
        QTest::addColumn<QString>("initial"); // opts.variables
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("startParam");
        QTest::addColumn<QString>("value"); // of the variable v, a number
        QTest::newRow("type default") << QString() << u"{}"_s << QString() << QString() << u"0"_s;
        QTest::newRow("without defineVars") << u"\"defineVars\":0"_s << u"{}"_s << QString() << QString() << QString();
        QTest::newRow("opts.variables") << QString() << u"{\"v\":1}"_s << QString() << QString() << u"1"_s;
        QTest::newRow("opts.variables as text, without defineVars")
            << u"\"defineVars\":0"_s << u"{\"v\":\" 1.50\"}"_s << QString() << QString() << u"1.5"_s;
        QTest::newRow("opts.variables null") << QString() << u"{\"v\":null}"_s << QString() << QString() << u"0"_s;
        QTest::newRow("opts.variables an array") << QString() << u"[]"_s << QString() << QString() << u"0"_s;
        QTest::newRow("given") << QString() << u"{\"v\":1}"_s << u"2"_s << QString() << u"2"_s;
        QTest::newRow("start parameter that nothing receives") << QString() << u"{\"v\":1}"_s << u"2"_s << u"3"_s << u"2"_s;
        QTest::newRow("start parameter") << u"\"startParam\":\"v\""_s << u"{\"v\":1}"_s << u"2"_s << u"3"_s << u"3"_s;
        QTest::newRow("start parameter that is not given") << u"\"startParam\":\"v\""_s << u"{\"v\":1}"_s << u"2"_s << QString() << u"2"_s;
    }

    void initialValues()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, initial);
        QFETCH(const QString, given);
        QFETCH(const QString, startParam);
        QFETCH(const QString, value);
        ScriptedHost host;
        if (!given.isEmpty())
            host.inputs.variables.insert(u"v"_s, Value(given));
        if (!startParam.isEmpty())
            host.inputs.startParams.insert(1, Value(startParam));
        QCOMPARE(host.load(begin(members, u"v:1"_s, initial)), QString());
        QCOMPARE(host.variable(u"v"_s), value); // before the first component
        host.run();
        QCOMPARE(host.lines.last(), u"ends normal"_s);
        QCOMPARE(host.variable(u"v"_s), value);
    }

    void typeDefaults()
    {
        ScriptedHost host;
        host.run(begin({}, u"n:1,s:2,d:3"_s, u"{\"s\":true}"_s));
        const auto values = host.machine->variables();
        QCOMPARE(values.size(), 3);
        QCOMPARE(values.value(u"n"_s), Value(0.0));
        QCOMPARE(values.value(u"s"_s), Value(u"true"_s));
        QCOMPARE(values.value(u"d"_s).toText(), u"2000-01-01T00:00:00Z"_s);
    }

    void badInputs_data()
    {
        QTest::addColumn<QString>("name"); // of a variable, or the number of a start parameter
        QTest::addColumn<QString>("message");
        QTest::newRow("undeclared") << u"x"_s << u"The variable \"x\", given at the start, is not declared in the scenario."_s;
        QTest::newRow("cast")
            << u"n"_s
            << u"The variable \"n\", given at the start, cannot go to the variable \"n\" of type number: \"seven\" is not a number."_s;
        QTest::newRow("start parameter")
            << u"1"_s << u"Start parameter 1 cannot go to the variable \"n\" of type number: \"seven\" is not a number."_s;
        QTest::newRow("no such start parameter") << u"21"_s << u"There is no start parameter 21; they are numbered from 1 to 20."_s;
        QTest::newRow("start parameter 0") << u"0"_s << u"There is no start parameter 0; they are numbered from 1 to 20."_s;
    }

    void badInputs()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, message);
        ScriptedHost host;
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber)
            host.inputs.startParams.insert(number, Value(u"seven"_s));
        else
            host.inputs.variables.insert(name, Value(u"seven"_s));
        QCOMPARE(host.run(begin(u"\"startParam\":\"n\""_s, u"n:1"_s)),
                 (QStringList{u"1 start error ! "_s + message, u"ends error ! start (object 1): "_s + message}));
    }

    void theFirstFaultIsTheOneTold()
    {
        ScriptedHost host;
        host.inputs.variables = {{u"z"_s, Value(1.0)}, {u"a"_s, Value(1.0)}, {u"n"_s, Value(u"x"_s)}};
        host.inputs.startParams = {{30, Value(1.0)}};
        QCOMPARE(host.run(begin({}, u"n:1"_s)).last(),
                 u"ends error ! start (object 1): The variable \"a\", given at the start, is not declared in the scenario."_s);
    }

    void inputsAreLimited()
    {
        ScriptedHost host;
        host.limits.characters = 10;
        host.inputs.variables.insert(u"s"_s, Value(u"0123456789a"_s));
        QVERIFY(host.run(begin({}, u"s:2"_s)).last().endsWith(u"The texts of a run are limited to 10 characters together."_s));
    }

    void startParameters()
    {
        ScriptedHost host;
        host.inputs.startParams = {{1, Value(u"one"_s)}, {20, Value(20.0)}};
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":102,\"returnValue\":"
            "@x\"startparam(1) ++ \\\"/\\\" ++ startparam(2) ++ \\\"/\\\" ++ startparam(20) ++ \\\"/\\\" ++ getscriptref()\"}"_s));
        QCOMPARE(host.lines.last(), u"ends normal = one//20/demo"_s);
    }

    void setVariable()
    {
        ScriptedHost host;
        QCOMPARE(host.load(begin({}, u"n:1,s:2"_s)), QString());
        QVERIFY(host.machine->setVariable(u"n"_s, Value(u"12"_s)));
        QCOMPARE(host.machine->variables().value(u"n"_s), Value(12.0));
        const auto undeclared = host.machine->setVariable(u"x"_s, Value(1.0));
        QVERIFY(!undeclared);
        QCOMPARE(undeclared.error().code, u"undeclared"_s);
        QCOMPARE(undeclared.error().message, u"The variable \"x\" is not declared."_s);
        const auto cast = host.machine->setVariable(u"n"_s, Value(u"twelve"_s));
        QVERIFY(!cast);
        QCOMPARE(cast.error().code, u"cast"_s);
        QCOMPARE(host.machine->variables().value(u"n"_s), Value(12.0));
        const auto large = host.machine->setVariable(u"s"_s, Value(QString(33 * 1024 * 1024, u'x')));
        QVERIFY(!large);
        QCOMPARE(large.error().code, u"too_large"_s);
    }

    /// The value shows in the component that comes next.
    void setWhileWaiting()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(
                     u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":103,\"timeoutMs\":@n\"5\",\"transfer\":3},"
                     "{\"oId\":3,\"oType\":102,\"returnValue\":@v\"n\"}"_s,
                     u"n:1"_s)),
                 QString());
        QVERIFY(host.machine->advance());
        QVERIFY(host.machine->setVariable(u"n"_s, Value(4.0)));
        host.machine->wake(1);
        host.run();
        QCOMPARE(host.lines.last(), u"ends normal = 4"_s);
    }

    /// A number that replaces a text gives its room back.
    void roomIsGivenBack()
    {
        ScriptedHost host;
        host.limits.characters = 10;
        QCOMPARE(host.load(begin({}, u"a:2,b:2"_s)), QString());
        QVERIFY(host.machine->setVariable(u"a"_s, Value(u"0123456789"_s)));
        QVERIFY(!host.machine->setVariable(u"b"_s, Value(u"x"_s)));
        QVERIFY(host.machine->setVariable(u"a"_s, Value(u"01234"_s)));
        QVERIFY(host.machine->setVariable(u"b"_s, Value(u"56789"_s)));
    }

    void samples_data()
    {
        QTest::addColumn<operation::Outcome>("outcome");
        QTest::addColumn<QString>("end");
        QTest::newRow("success") << operation::Outcome::success(u"{\"text\":\"Hi\"}"_s) << u"ends normal = {\"text\":\"Hi\"}"_s;
        QTest::newRow("error") << operation::Outcome::failure(u"not_active"_s, u"it left"_s)
                               << u"ends normal = failed: not_active: it left"_s;
        QTest::newRow("timeout") << operation::Outcome::timeout() << u"ends normal = failed: timeout: nothing came back in time"_s;
    }

    /// The sample of the reference: a retry loop around one request.
    void samples()
    {
        QFETCH(const operation::Outcome, outcome);
        QFETCH(const QString, end);
        const QString path = QStringLiteral(SIGNALBOX_TEST_DATA "/scenarios/svcscript-greet.json");
        const auto read = scenario::readScenarioFile(path);
        QVERIFY(read.scenario);
        ScriptedHost host;
        host.inputs.startParams.insert(1, Value(u"c-1"_s));
        host.outcomes.assign(3, outcome);
        host.run(*read.scenario);
        QCOMPARE(host.lines.at(1), u"2 performs c-1: send 0 msg greet {\"text\":\"Hello\",\"attempt\":0} wait 5"_s);
        QCOMPARE(host.lines.last(), end);
        QCOMPARE(host.lines.filter(u"performs"_s).size(), outcome.kind == operation::OutcomeKind::Timeout ? 3 : 1);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
