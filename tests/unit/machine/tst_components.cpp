// SPDX-License-Identifier: GPL-3.0-or-later
// Every component but websock: what it does, and how it fails. Expected values are trace logs.
#include "scriptedhost.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestComponents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void runs_data()
    {
        QTest::addColumn<QString>("objects"); // after a start whose oId is 1 and which leads to 2
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QStringList>("lines"); // less the start's
        QTest::addColumn<QString>("values");    // name=text, in the order of the variables

        // stop
        QTest::newRow("stop") << u"{\"oId\":2,\"oType\":102,\"name\":\"End\"}"_s << QString()
                              << QStringList{u"2 stop done"_s, u"ends normal"_s} << QString();
        QTest::newRow("stop with a value") << u"{\"oId\":2,\"oType\":102,\"returnValue\":@x\"1 + 2\"}"_s << u"result:2"_s
                                           << QStringList{u"2 stop done"_s, u"ends normal = 3"_s} << u"result=3"_s;
        QTest::newRow("stop with a value and no variable result") << u"{\"oId\":2,\"oType\":102,\"returnValue\":@c\"x\"}"_s << u"Result:2"_s
                                                                  << QStringList{u"2 stop done"_s, u"ends normal = x"_s} << u"Result="_s;
        QTest::newRow("stop whose value does not fit result")
            << u"{\"oId\":2,\"oType\":102,\"name\":\"End\",\"returnValue\":@c\"x\"}"_s << u"result:1"_s
            << QStringList{u"2 stop error ! property returnValue: \"x\" is not a number."_s,
                           u"ends error = x ! \"End\" (object 2): property returnValue: \"x\" is not a number."_s}
            << u"result=0"_s;
        QTest::newRow("stop with a bad expression")
            << u"{\"oId\":2,\"oType\":102,\"returnValue\":@v\"gone\"}"_s << QString()
            << QStringList{u"2 stop error ! property returnValue: The variable \"gone\" is not declared."_s,
                           u"ends error ! stop (object 2): property returnValue: The variable \"gone\" is not declared."_s}
            << QString();

        // pause
        QTest::newRow("pause") << u"{\"oId\":2,\"oType\":103,\"timeoutMs\":@c\"700\",\"transfer\":3},{\"oId\":3,\"oType\":102}"_s
                               << QString()
                               << QStringList{u"sleeps 700"_s, u"2 pause done transfer -> 3"_s, u"3 stop done"_s, u"ends normal"_s}
                               << QString();
        QTest::newRow("pause without a time") << u"{\"oId\":2,\"oType\":103,\"transfer\":3},{\"oId\":3,\"oType\":102}"_s << QString()
                                              << QStringList{u"sleeps 0"_s, u"2 pause done transfer -> 3"_s, u"3 stop done"_s,
                                                             u"ends normal"_s}
                                              << QString();
        QTest::newRow("pause of half a millisecond")
            << u"{\"oId\":2,\"oType\":103,\"timeoutMs\":@n\"0.5\",\"transfer\":3},{\"oId\":3,\"oType\":102}"_s << QString()
            << QStringList{u"sleeps 1"_s, u"2 pause done transfer -> 3"_s, u"3 stop done"_s, u"ends normal"_s} << QString();
        QTest::newRow("pause of no number")
            << u"{\"oId\":2,\"oType\":103,\"timeoutMs\":@c\"soon\",\"transfer\":3}"_s << QString()
            << QStringList{u"2 pause error ! property timeoutMs: \"soon\" is no time in milliseconds."_s,
                           u"ends error ! pause (object 2): property timeoutMs: \"soon\" is no time in milliseconds."_s}
            << QString();
        QTest::newRow("pause of less than nothing")
            << u"{\"oId\":2,\"oType\":103,\"timeoutMs\":@n\"-1\"}"_s << QString()
            << QStringList{u"2 pause error ! property timeoutMs: \"-1\" is no time in milliseconds."_s,
                           u"ends error ! pause (object 2): property timeoutMs: \"-1\" is no time in milliseconds."_s}
            << QString();
        QTest::newRow("pause of a bad argument")
            << u"{\"oId\":2,\"oType\":103,\"timeoutMs\":@n\"x\"}"_s << QString()
            << QStringList{u"2 pause error ! property timeoutMs: \"x\" is not a number."_s,
                           u"ends error ! pause (object 2): property timeoutMs: \"x\" is not a number."_s}
            << QString();

        // compare
        QTest::newRow("compare true")
            << u"{\"oId\":2,\"oType\":104,\"arg1\":@n\"2\",\"arg2\":@c\"10\",\"compareType\":0,\"transferTrue\":3},"
               "{\"oId\":3,\"oType\":102}"_s
            << QString() << QStringList{u"2 compare true transferTrue -> 3"_s, u"3 stop done"_s, u"ends normal"_s} << QString();
        QTest::newRow("compare is == by default, unset transition")
            << u"{\"oId\":2,\"oType\":104,\"name\":\"Same?\",\"arg1\":@c\"a\",\"arg2\":@c\"b\",\"transferTrue\":3},{\"oId\":3,\"oType\":102}"_s
            << QString()
            << QStringList{u"2 compare false transferFalse"_s,
                           u"ends transfer_not_set ! \"Same?\" (object 2): the transition transferFalse is not set."_s}
            << QString();
        QTest::newRow("compare nothing with nothing")
            << u"{\"oId\":2,\"oType\":104,\"transferTrue\":3},{\"oId\":3,\"oType\":102}"_s << QString()
            << QStringList{u"2 compare true transferTrue -> 3"_s, u"3 stop done"_s, u"ends normal"_s} << QString();
        QTest::newRow("compare with a bad first argument")
            << u"{\"oId\":2,\"oType\":104,\"arg1\":@v\"gone\",\"transferTrue\":3}"_s << QString()
            << QStringList{u"2 compare error ! property arg1: The variable \"gone\" is not declared."_s,
                           u"ends error ! compare (object 2): property arg1: The variable \"gone\" is not declared."_s}
            << QString();
        QTest::newRow("compare with a bad second argument")
            << u"{\"oId\":2,\"oType\":104,\"arg2\":@v\"gone\",\"transferTrue\":3}"_s << QString()
            << QStringList{u"2 compare error ! property arg2: The variable \"gone\" is not declared."_s,
                           u"ends error ! compare (object 2): property arg2: The variable \"gone\" is not declared."_s}
            << QString();

        // assign
        QTest::newRow("assign one")
            << u"{\"oId\":2,\"oType\":106,\"variable\":\"n\",\"value\":@x\"[n] + 5\",\"transfer\":3},"
               "{\"oId\":3,\"oType\":106,\"variable\":\"s\",\"value\":@v\"n\",\"transfer\":4},{\"oId\":4,\"oType\":102}"_s
            << u"n:1,s:2"_s
            << QStringList{u"2 assign done transfer -> 3"_s, u"3 assign done transfer -> 4"_s, u"4 stop done"_s, u"ends normal"_s}
            << u"n=5,s=5"_s;
        QTest::newRow("assign several, each seeing the ones before")
            << u"{\"oId\":2,\"oType\":106,\"mode\":1,\"operations\":[{\"variable\":\"a\",\"value\":@c\"2\"},"
               "{\"variable\":\"b\",\"value\":@t\"[a][a]\"},{\"variable\":\"d\",\"value\":@c\"2026-11-24T09:00:00Z\"}],"
               "\"variable\":\"hidden\",\"transfer\":3},{\"oId\":3,\"oType\":102}"_s
            << u"a:1,b:1,d:3"_s << QStringList{u"2 assign done transfer -> 3"_s, u"3 stop done"_s, u"ends normal"_s}
            << u"a=2,b=22,d=2026-11-24T09:00:00Z"_s;
        QTest::newRow("assign several: none") << u"{\"oId\":2,\"oType\":106,\"mode\":1,\"transfer\":3},{\"oId\":3,\"oType\":102}"_s
                                              << QString()
                                              << QStringList{u"2 assign done transfer -> 3"_s, u"3 stop done"_s, u"ends normal"_s}
                                              << QString();
        QTest::newRow("assign without a value")
            << u"{\"oId\":2,\"oType\":106,\"variable\":\"n\",\"value\":@n\"7\",\"transfer\":3},"
               "{\"oId\":3,\"oType\":106,\"variable\":\"n\",\"transfer\":4},{\"oId\":4,\"oType\":102}"_s
            << u"n:1"_s
            << QStringList{u"2 assign done transfer -> 3"_s, u"3 assign done transfer -> 4"_s, u"4 stop done"_s, u"ends normal"_s}
            << u"n=0"_s;
        QTest::newRow("assign what does not fit")
            << u"{\"oId\":2,\"oType\":106,\"mode\":1,\"operations\":[{\"variable\":\"s\",\"value\":@c\"kept\"},"
               "{\"variable\":\"n\",\"value\":@c\"five\"}],\"transfer\":3}"_s
            << u"n:1,s:2"_s
            << QStringList{u"2 assign error ! property operations[1]: \"five\" is not a number."_s,
                           u"ends error ! assign (object 2): property operations[1]: \"five\" is not a number."_s}
            << u"n=0,s=kept"_s;
        QTest::newRow("assign a bad date")
            << u"{\"oId\":2,\"oType\":106,\"variable\":\"d\",\"value\":@c\"today\",\"transfer\":3}"_s << u"d:3"_s
            << QStringList{u"2 assign error ! property value: \"today\" is not a date and time such as 2000-01-01T00:00:00Z."_s,
                           u"ends error ! assign (object 2): property value: \"today\" is not a date and time such as 2000-01-01T00:00:00Z."_s}
            << u"d=2000-01-01T00:00:00Z"_s;
        QTest::newRow("transition to nothing")
            << u"{\"oId\":2,\"oType\":106,\"variable\":\"n\",\"value\":@n\"7\",\"transfer\":33}"_s << u"n:1"_s
            << QStringList{u"2 assign done transfer -> 33"_s,
                           u"ends error ! assign (object 2): the transition transfer leads to object 33, which does not exist."_s}
            << u"n=7"_s;

        // notify
        QTest::newRow("log") << u"{\"oId\":2,\"oType\":111,\"text\":@t\"n is [n], [x] stands\",\"transfer\":3},{\"oId\":3,\"oType\":102}"_s
                             << u"n:1"_s
                             << QStringList{u"2 notify done transfer -> 3"_s, u"2 logs n is 0, [x] stands"_s, u"3 stop done"_s,
                                            u"ends normal"_s}
                             << u"n=0"_s;
        QTest::newRow("log as the last") << u"{\"oId\":2,\"oType\":111,\"mode\":1}"_s << QString()
                                         << QStringList{u"2 notify done transfer"_s, u"2 logs "_s,
                                                        u"ends transfer_not_set ! notify (object 2): the transition transfer is not set."_s}
                                         << QString();
        QTest::newRow("log a bad argument")
            << u"{\"oId\":2,\"oType\":111,\"text\":{\"argType\":9,\"varType\":2,\"value\":\"x\"}}"_s << QString()
            << QStringList{u"2 notify error ! property text: The kind of argument 9 is not known."_s,
                           u"ends error ! notify (object 2): property text: The kind of argument 9 is not known."_s}
            << QString();
        QTest::newRow("log what is no argument")
            << u"{\"oId\":2,\"oType\":111,\"text\":\"x\"}"_s << QString()
            << QStringList{u"2 notify error ! property text: An argument is an object with argType, varType and value."_s,
                           u"ends error ! notify (object 2): property text: An argument is an object with argType, varType and value."_s}
            << QString();
        QTest::newRow("values that are no strings")
            << u"{\"oId\":2,\"oType\":111,\"text\":{\"argType\":1,\"value\":12.50},\"transfer\":3},"
               "{\"oId\":3,\"oType\":111,\"text\":{\"argType\":1,\"varType\":1,\"value\":12.50}}"_s
            << QString()
            << QStringList{u"2 notify done transfer -> 3"_s, u"2 logs 12.50"_s, u"3 notify done transfer"_s, u"3 logs 12.5"_s,
                           u"ends transfer_not_set ! notify (object 3): the transition transfer is not set."_s}
            << QString();

        // goto and golabel
        const QString labels = u",{\"oId\":7,\"oType\":151,\"label\":@c\"b\",\"transfer\":9},"
                               "{\"oId\":8,\"oType\":151,\"label\":@v\"s\",\"transfer\":9},{\"oId\":9,\"oType\":102},"
                               "{\"oId\":10,\"oType\":151,\"label\":@c\"z\",\"transfer\":9}"_s;
        QTest::newRow("goto a constant label") << u"{\"oId\":2,\"oType\":150,\"label\":@c\"b\"}"_s + labels << u"s:2"_s
                                               << QStringList{u"2 goto done -> 7"_s, u"7 golabel done transfer -> 9"_s, u"9 stop done"_s,
                                                              u"ends normal"_s}
                                               << u"s="_s;
        QTest::newRow("goto with an assignment")
            << u"{\"oId\":2,\"oType\":150,\"label\":@c\"b\",\"variable\":\"s\",\"value\":@n\"4\"}"_s + labels << u"s:2"_s
            << QStringList{u"2 goto done -> 7"_s, u"7 golabel done transfer -> 9"_s, u"9 stop done"_s, u"ends normal"_s} << u"s=4"_s;
        QTest::newRow("goto a label behind one that must be evaluated")
            << u"{\"oId\":2,\"oType\":150,\"label\":@c\"z\"}"_s + labels << u"s:2"_s
            << QStringList{u"2 goto done -> 10"_s, u"10 golabel done transfer -> 9"_s, u"9 stop done"_s, u"ends normal"_s} << u"s="_s;
        QTest::newRow("goto an evaluated label") << u"{\"oId\":2,\"oType\":106,\"variable\":\"s\",\"value\":@c\"z\",\"transfer\":3},"
                                                    "{\"oId\":3,\"oType\":150,\"label\":@x\"[s] ++ \\\"\\\"\"}"_s +
                                                        labels
                                                 << u"s:2"_s
                                                 << QStringList{u"2 assign done transfer -> 3"_s, u"3 goto done -> 8"_s,
                                                                u"8 golabel done transfer -> 9"_s, u"9 stop done"_s, u"ends normal"_s}
                                                 << u"s=z"_s;
        QTest::newRow("goto nowhere") << u"{\"oId\":2,\"oType\":150,\"name\":\"Jump\",\"label\":@c\"a\"}"_s + labels << u"s:2"_s
                                      << QStringList{u"2 goto error ! property label: there is no label \"a\"."_s,
                                                     u"ends error ! \"Jump\" (object 2): property label: there is no label \"a\"."_s}
                                      << u"s="_s;
        QTest::newRow("goto with a bad label")
            << u"{\"oId\":2,\"oType\":150,\"label\":@v\"gone\"}"_s << QString()
            << QStringList{u"2 goto error ! property label: The variable \"gone\" is not declared."_s,
                           u"ends error ! goto (object 2): property label: The variable \"gone\" is not declared."_s}
            << QString();
        QTest::newRow("goto past a bad label")
            << u"{\"oId\":2,\"oType\":150,\"label\":@c\"a\"},{\"oId\":3,\"oType\":151,\"label\":@v\"gone\"}"_s << QString()
            << QStringList{u"2 goto error ! the label of golabel (object 3): property label: The variable \"gone\" is not declared."_s,
                           u"ends error ! goto (object 2): the label of golabel (object 3): property label: "
                           "The variable \"gone\" is not declared."_s}
            << QString();
        QTest::newRow("goto with a value that does not fit")
            << u"{\"oId\":2,\"oType\":150,\"label\":@c\"b\",\"variable\":\"n\",\"value\":@c\"x\"},{\"oId\":3,\"oType\":151,\"label\":@c\"b\"}"_s
            << u"n:1"_s
            << QStringList{u"2 goto error ! property value: \"x\" is not a number."_s,
                           u"ends error ! goto (object 2): property value: \"x\" is not a number."_s}
            << u"n=0"_s;
        QTest::newRow("loop of goto, assign and compare")
            << u"{\"oId\":2,\"oType\":151,\"label\":@c\"again\",\"transfer\":3},"
               "{\"oId\":3,\"oType\":106,\"variable\":\"i\",\"value\":@x\"[i] + 1\",\"transfer\":4},"
               "{\"oId\":4,\"oType\":104,\"arg1\":@v\"i\",\"arg2\":@n\"2\",\"compareType\":3,\"transferTrue\":6,\"transferFalse\":5},"
               "{\"oId\":5,\"oType\":150,\"label\":@c\"again\"},{\"oId\":6,\"oType\":102}"_s
            << u"i:1"_s
            << QStringList{u"2 golabel done transfer -> 3"_s,
                           u"3 assign done transfer -> 4"_s,
                           u"4 compare false transferFalse -> 5"_s,
                           u"5 goto done -> 2"_s,
                           u"2 golabel done transfer -> 3"_s,
                           u"3 assign done transfer -> 4"_s,
                           u"4 compare true transferTrue -> 6"_s,
                           u"6 stop done"_s,
                           u"ends normal"_s}
            << u"i=2"_s;
    }

    void runs()
    {
        QFETCH(const QString, objects);
        QFETCH(const QString, variables);
        QFETCH(QStringList, lines);
        QFETCH(const QString, values);
        ScriptedHost host;
        const QStringList seen = host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},"_s + objects, variables));
        lines.prepend(u"1 start done transfer -> 2"_s);
        QCOMPARE(seen, lines);
        QStringList found;
        for (const QString &variable : variables.split(u',', Qt::SkipEmptyParts))
            found += u"%1=%2"_s.arg(variable.section(u':', 0, 0), host.variable(variable.section(u':', 0, 0)));
        QCOMPARE(found.join(u','), values);
    }

    void columns_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("place");
        QTest::newRow("undeclared") << u"1 + [gone]"_s << u"property value, column 5: "_s;
        QTest::newRow("syntax") << u"1 + + * 2"_s << u"property value, column 5: "_s;
    }

    void columns()
    {
        QFETCH(const QString, expression);
        QFETCH(const QString, place);
        ScriptedHost host;
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":106,\"name\":\"Sum\",\"variable\":\"s\","
                              "\"value\":@x\"%1\",\"transfer\":3}"_s.arg(expression),
                              u"s:2"_s));
        QVERIFY(host.end);
        QCOMPARE(host.end->reason, machine::Reason::Error);
        const QString expected = u"\"Sum\" (object 2): "_s + place;
        QCOMPARE(host.end->message.left(expected.size()), expected);
        QVERIFY(host.end->message.size() > expected.size());
    }

    void compares_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("holds"); // option ids of compareType
        QTest::newRow("numbers") << u"@n\"2\""_s << u"@n\"10\""_s << u"015"_s;
        QTest::newRow("equal numbers") << u"@n\"2\""_s << u"@n\"2.0\""_s << u"123"_s;
        QTest::newRow("strings are not cast") << u"@c\"2\""_s << u"@c\"10\""_s << u"345"_s;
        QTest::newRow("number and numeric string") << u"@n\"2\""_s << u"@c\" 10 \""_s << u"015"_s;
        QTest::newRow("number and text") << u"@n\"5\""_s << u"@c\"x\""_s << u"015"_s;
        QTest::newRow("moments of two zones") << u"@d\"2026-11-24T12:00:00Z\""_s << u"@d\"2026-11-24T13:00:00+01:00\""_s << u"123"_s;
        QTest::newRow("moment and its text") << u"@d\"2026-11-24T12:00:00Z\""_s << u"@c\"2026-11-24T12:00:00Z\""_s << u"123"_s;
        QTest::newRow("moment and number") << u"@d\"2026-11-24T12:00:00Z\""_s << u"@n\"3\""_s << u"015"_s; // as strings: 2… < 3
    }

    void compares()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        QFETCH(const QString, holds);
        for (int type = 0; type < 6; ++type) {
            ScriptedHost host;
            host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":104,\"arg1\":%1,\"arg2\":%2,"
                                  "\"compareType\":%3,\"transferTrue\":3,\"transferFalse\":3},{\"oId\":3,\"oType\":102}"_s.arg(left, right)
                                      .arg(type)));
            QCOMPARE(host.lines.at(1), holds.contains(QString::number(type)) ? u"2 compare true transferTrue -> 3"_s
                                                                             : u"2 compare false transferFalse -> 3"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestComponents)
#include "tst_components.moc"
