// SPDX-License-Identifier: GPL-3.0-or-later
// Compiling: what cannot run here, what is wrong with a scenario, and what only warns.
#include "scriptedhost.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestProgram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void errors_data()
    {
        QTest::addColumn<QString>("objects");
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QString>("initial");
        QTest::addColumn<QString>("error"); // empty: it compiles

        const QString none = u"{}"_s;
        const QString start = u"{\"oId\":1,\"oType\":101,\"transfer\":2},"_s;
        const auto cannot = [](const QString &what) {
            return u"cannot_run: The scenario needs components that cannot run here: %1. The cluster may run them; here they must be taken "
                   u"out "
                   "of the way."_s.arg(what);
        };

        QTest::newRow("nothing") << QString() << QString() << none << u"no_start: The scenario has no start component of type Start."_s;
        QTest::newRow("post-processing alone") << u"{\"oId\":1,\"oType\":101,\"type\":1}"_s << QString() << none
                                               << u"no_start: The scenario has no start component of type Start."_s;
        QTest::newRow("two starts") << u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":101,\"type\":0}"_s << QString() << none
                                    << u"bad_scenario: The scenario has 2 start components of type Start; it must have one."_s;
        QTest::newRow("bad start type") << u"{\"oId\":1,\"oType\":101,\"type\":\"x\"}"_s << QString() << none
                                        << u"bad_scenario: start (object 1), property type: \"x\" is none of the options."_s;
        QTest::newRow("unknown start type") << u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":101,\"type\":7}"_s << QString() << none
                                            << u"bad_scenario: start (object 2), property type: 7 is none of the options."_s;
        QTest::newRow("bad transition option") << u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":101,\"type\":1,\"transitionOption\":7}"_s
                                               << QString() << none
                                               << u"bad_scenario: start (object 2), property transitionOption: 7 is none of the options."_s;

        QTest::newRow("unknown components")
            << start + u"{\"oId\":2,\"oType\":116,\"transfer\":3,\"name\":\"S3\"},{\"oId\":3,\"oType\":9999,\"transferOther\":4},"
                       "{\"oId\":4,\"oType\":111,\"mode\":2,\"transfer\":5},{\"oId\":5,\"oType\":111,\"mode\":0},"
                       "{\"oId\":6,\"oType\":112}"_s
            << QString() << none
            << cannot(u"116 s3 (object 2), 9999 (object 3), 111 notify mode sip (object 4), 111 notify mode "
                      "scriptnotify (object 5)"_s);
        QTest::newRow("no type") << start + u"{\"oId\":2}"_s << QString() << none << cannot(u"null (object 2)"_s);
        QTest::newRow("unreachable unknown components")
            << u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":116,\"transfer\":1},{\"oId\":3,\"oType\":9999},"
               "{\"oType\":116},7,null,{\"oId\":\"x\"}"_s
            << QString() << none << QString();
        QTest::newRow("unknown behind post-processing") << u"{\"oId\":1,\"oType\":101},{\"oId\":3,\"oType\":101,\"type\":1,\"transfer\":2},"
                                                           "{\"oId\":2,\"oType\":154}"_s
                                                        << QString() << none << cannot(u"154 js (object 2)"_s);
        QTest::newRow("unknown behind a label")
            << start + u"{\"oId\":2,\"oType\":150,\"label\":@c\"a\"},{\"oId\":3,\"oType\":151,\"label\":@c\"b\",\"transfer\":4},"
                       "{\"oId\":4,\"oType\":120}"_s
            << QString() << none << cannot(u"120 web (object 4)"_s);
        QTest::newRow("label without a goto") << u"{\"oId\":1,\"oType\":101},{\"oId\":3,\"oType\":151,\"label\":@c\"b\",\"transfer\":4},"
                                                 "{\"oId\":4,\"oType\":120}"_s
                                              << QString() << none << QString();

        QTest::newRow("id twice") << start + u"{\"oId\":2,\"oType\":102},{\"oId\":2,\"oType\":103}"_s << QString() << none
                                  << u"bad_scenario: 2 objects have the oId 2."_s;
        QTest::newRow("bad option") << start + u"{\"oId\":2,\"oType\":104,\"name\":\"Q\",\"compareType\":6}"_s << QString() << none
                                    << u"bad_scenario: \"Q\" (object 2), property compareType: 6 is none of the options."_s;
        QTest::newRow("bad operation") << start + u"{\"oId\":2,\"oType\":144,\"operation\":3}"_s << QString() << none
                                       << u"bad_scenario: websock (object 2), property operation: 3 is none of the options."_s;
        QTest::newRow("bad method, direction and mode")
            << start + u"{\"oId\":2,\"oType\":144,\"operation\":2,\"websocktempMethod\":-1,\"direction\":3}"_s << QString() << none
            << u"bad_scenario: websock (object 2), property direction: 3 is none of the options.\n"
               "websock (object 2), property websocktempMethod: -1 is none of the options."_s;
        QTest::newRow("bad yes/no") << start + u"{\"oId\":2,\"oType\":144,\"syncMode\":2}"_s << QString() << none
                                    << u"bad_scenario: websock (object 2), property syncMode: 2 is none of the options."_s;
        QTest::newRow("bad transition")
            << u"{\"oId\":1,\"oType\":101,\"transfer\":\"2\"}"_s << QString() << none
            << u"bad_scenario: start (object 1), property transfer: a transition holds the target's oId, a whole number."_s;
        QTest::newRow("null transition is none") << u"{\"oId\":1,\"oType\":101,\"transfer\":null}"_s << QString() << none << QString();

        QTest::newRow("undeclared variables")
            << start +
                   u"{\"oId\":2,\"oType\":144,\"syncMode\":1,\"resultVariable\":\"r\",\"errorVariable\":\"e\",\"transfer\":3},"
                   "{\"oId\":3,\"oType\":106,\"variable\":\"x\",\"transfer\":4},{\"oId\":4,\"oType\":150,\"variable\":\"y\",\"label\":@c\"a\"}"_s
            << QString() << none
            << u"bad_scenario: websock (object 2), property resultVariable: the variable \"r\" is not declared.\n"
               "websock (object 2), property errorVariable: the variable \"e\" is not declared.\n"
               "assign (object 3), property variable: the variable \"x\" is not declared.\n"
               "goto (object 4), property variable: the variable \"y\" is not declared."_s;
        QTest::newRow("hidden variables") << start + u"{\"oId\":2,\"oType\":144,\"resultVariable\":\"r\"}"_s << QString() << none
                                          << QString();
        QTest::newRow("no variable to assign to") << start + u"{\"oId\":2,\"oType\":106,\"value\":@c\"x\"}"_s << QString() << none
                                                  << u"bad_scenario: assign (object 2), property variable: no variable is named."_s;
        QTest::newRow("variable's name is no string")
            << start + u"{\"oId\":2,\"oType\":106,\"variable\":5}"_s << QString() << none
            << u"bad_scenario: assign (object 2), property variable: a variable's name is a string."_s;
        QTest::newRow("bad lists of assignments")
            << start + u"{\"oId\":2,\"oType\":106,\"mode\":1,\"operations\":[{\"value\":@c\"x\"},5],\"transfer\":3},"
                       "{\"oId\":3,\"oType\":106,\"mode\":1,\"operations\":{}}"_s
            << QString() << none
            << u"bad_scenario: assign (object 2), property operations[0]: no variable is named.\n"
               "assign (object 2), property operations[1]: no variable is named.\n"
               "assign (object 3), property operations: a list of variables and values is needed."_s;
        QTest::newRow("startParam undeclared")
            << u"{\"oId\":1,\"oType\":101,\"startParam\":\"p\"}"_s << QString() << none
            << u"bad_scenario: start (object 1), property startParam: the variable \"p\" is not declared."_s;
        QTest::newRow("bad initial value") << u"{\"oId\":1,\"oType\":101}"_s << u"n:1"_s << u"{\"n\":\"many\"}"_s
                                           << u"bad_scenario: opts.variables, variable \"n\": \"many\" is not a number."_s;
    }

    void errors()
    {
        QFETCH(const QString, objects);
        QFETCH(const QString, variables);
        QFETCH(const QString, initial);
        QFETCH(const QString, error);
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(objects, variables, initial)), error);
    }

    void warnings()
    {
        const auto program = machine::Program::compile(
            makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":144,\"errorVariable\":\"n\"}"_s,
                         u"a:2,n:1,site:2:2,odd:9,a:1"_s, u"{\"gone\":1,\"a\":null}"_s),
            catalogue::Catalogue::builtIn(), {});
        QVERIFY(program);
        QCOMPARE(
            (*program)->warnings(),
            (QStringList{u"The variable \"site\" has a wider scope than the script; here it lives for this run only."_s,
                         u"The variable \"odd\" has the unknown type 9; it is taken for a string."_s,
                         u"opts.variables gives a value to \"gone\", which is not declared."_s,
                         u"websock (object 2): the variable \"n\" of errorVariable is no string and cannot receive the error's text."_s}));
    }

    void noWarnings()
    {
        const auto program =
            machine::Program::compile(makeScenario(u"{\"oId\":1,\"oType\":101}"_s, u"a:2"_s), catalogue::Catalogue::builtIn(), {});
        QVERIFY(program);
        QCOMPARE((*program)->warnings(), QStringList());
    }

    /// One program serves many machines, and outlives the scenario and the catalogue.
    void programsAreShared()
    {
        std::shared_ptr<const machine::Program> program;
        {
            const scenario::Scenario scenario = makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2,\"startParam\":\"p\"},"
                                                             "{\"oId\":2,\"oType\":102,\"returnValue\":@x\"[p] + 1\"}"_s,
                                                             u"p:1"_s);
            const auto compiled = machine::Program::compile(scenario, catalogue::Catalogue::builtIn(), {});
            QVERIFY(compiled);
            program = *compiled;
        }
        ManualClock clock;
        core::SeededRandom random(1);
        machine::Machine one(program, {{{1, core::Value(u"1"_s)}}, {}}, {}, clock, random);
        machine::Machine ten(program, {{{1, core::Value(u"10"_s)}}, {}}, {}, clock, random);
        const auto firstEnd = one.advance();
        const auto secondEnd = ten.advance();
        QVERIFY(firstEnd && secondEnd);
        QCOMPARE(std::get<machine::Finished>(*firstEnd).result, core::Value(2.0));
        QCOMPARE(std::get<machine::Finished>(*secondEnd).result, core::Value(11.0));
    }

    /// A run that begins elsewhere: what is not reached from there does not count, the start still says how variables begin.
    void entries_data()
    {
        QTest::addColumn<qint64>("object");
        QTest::addColumn<bool>("isSingle");
        QTest::addColumn<QStringList>("lines"); // or the error
        const QString assigns = u"3 assign done transfer -> 4"_s;
        QTest::newRow("from") << qint64(3) << false
                              << QStringList{assigns,
                                             u"4 goto done -> 5"_s,
                                             u"5 golabel done transfer -> 1"_s,
                                             u"1 start done transfer -> 6"_s,
                                             u"6 stop done"_s,
                                             u"7 start done transfer -> 8"_s,
                                             u"8 stop done"_s,
                                             u"ends normal = 8"_s};
        QTest::newRow("single") << qint64(3) << true << QStringList{assigns, u"ends normal"_s};
        QTest::newRow("single goto") << qint64(4) << true << QStringList{u"4 goto done -> 5"_s, u"ends normal"_s};
        QTest::newRow("single that fails") << qint64(9) << true
                                           << QStringList{u"9 assign error ! property value: \"x\" is not a number."_s,
                                                          u"ends error ! assign (object 9): property value: \"x\" is not a number."_s};
        QTest::newRow("none") << qint64(77) << true << QStringList{u"no_object: There is no object 77 to run from."_s};
        QTest::newRow("cannot run") << qint64(2) << true
                                    << QStringList{
                                           u"cannot_run: The scenario needs components that cannot run here: 116 s3 (object 2). The "
                                           "cluster may run them; here they must be taken out of the way."_s};
    }
    void entries()
    {
        QFETCH(const qint64, object);
        QFETCH(const bool, isSingle);
        QFETCH(const QStringList, lines);
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(7.0));
        QCOMPARE(
            host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":6,\"startParam\":\"n\"},{\"oId\":2,\"oType\":116,\"transfer\":3},"
                                  "{\"oId\":3,\"oType\":106,\"variable\":\"n\",\"value\":@x\"[n] + 1\",\"transfer\":4},"
                                  "{\"oId\":4,\"oType\":150,\"label\":@c\"a\"},"
                                  "{\"oId\":5,\"oType\":151,\"label\":@c\"a\",\"transfer\":1},"
                                  "{\"oId\":6,\"oType\":102,\"returnValue\":@v\"n\"},"
                                  "{\"oId\":7,\"oType\":101,\"type\":1,\"transitionOption\":1,\"transfer\":8},"
                                  "{\"oId\":8,\"oType\":102},"
                                  "{\"oId\":9,\"oType\":106,\"variable\":\"n\",\"value\":@c\"x\",\"transfer\":4}"_s,
                                  u"n:1"_s),
                     {object, isSingle}),
            lines);
    }

    void changesAreTold()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(
                     u"{\"oId\":1,\"oType\":101,\"transfer\":2},"
                     "{\"oId\":2,\"oType\":106,\"variable\":\"n\",\"value\":@x\"[n] + 1\",\"transfer\":3},"
                     "{\"oId\":3,\"oType\":106,\"variable\":\"s\",\"value\":@c\"\",\"transfer\":4},{\"oId\":4,\"oType\":102}"_s,
                     u"n:1,s:2"_s)),
                 QString());
        host.machine->recordChanges();
        QVERIFY(!host.machine->advance(1));
        QVERIFY(host.machine->setVariable(u"n"_s, core::Value(4.0))); // no component's doing
        host.run();
        using Change = machine::VariableChange;
        QCOMPARE(host.changes, (QList<Change>{{u"n"_s, core::Value(4.0), core::Value(5.0)}}));
    }

    void conditions()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101}"_s, u"n:1,s:2"_s)), QString());
        QVERIFY(host.machine->setVariable(u"n"_s, core::Value(4.0)));
        for (const char *const text : {"[n] > 3", "[n]", "\"true\"", "[s] == \"\""})
            QVERIFY2(host.machine->holds(QLatin1String(text)) == core::Result<bool>(true), text);
        for (const char *const text : {"[n] > 4", "0", "\"false\""})
            QVERIFY2(host.machine->holds(QLatin1String(text)) == core::Result<bool>(false), text);
        QCOMPARE(host.machine->holds(u"[n] >"_s).error().code, u"expression"_s);
        QCOMPARE(host.machine->holds(u"[s]"_s).error().message, u"\"\" is neither true nor false, nor a number."_s);
        QVERIFY(host.machine->holds(u"[m] > 4"_s).error().message.contains(u"m"_s));
    }

    /// The dialect says which numbers argument kinds and types have.
    void dialect()
    {
        ScriptedHost host;
        host.dialect.argConstant = 11;
        host.dialect.argVariable = 12;
        host.dialect.typeNumber = 21;
        host.dialect.locationLocal = 5;
        QCOMPARE(host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},"
                                       "{\"oId\":2,\"oType\":106,\"variable\":\"n\",\"value\":{\"argType\":11,\"varType\":21,\"value\":\"1."
                                       "50\"},\"transfer\":3},"
                                       "{\"oId\":3,\"oType\":102,\"returnValue\":{\"argType\":12,\"value\":\"n\"}}"_s,
                                       u"n:21:5"_s))
                     .last(),
                 u"ends normal = 1.5"_s);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
