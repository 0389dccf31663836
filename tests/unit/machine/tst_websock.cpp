// SPDX-License-Identifier: GPL-3.0-or-later
// Component 144 in the machine: which operation it asks for, what becomes of each outcome, and what never reaches the host.
#include "scriptedhost.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using operation::Outcome;

class TestWebsock final : public QObject
{
    Q_OBJECT

private:
    /// A start, the websock component 2 with these members, and a stop for each transition: 3 success, 4 timeout, 5 error.
    static scenario::Scenario around(const QString &members, const QString &variables = u"conn:2,reply:2,error:2"_s)
    {
        return makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2,\"startParam\":\"conn\"},"
                            "{\"oId\":2,\"oType\":144,\"name\":\"Greet\",\"transfer\":3,\"transferTimeout\":4,\"transferError\":5,%1},"
                            "{\"oId\":3,\"oType\":102},{\"oId\":4,\"oType\":102},{\"oId\":5,\"oType\":102}"_s.arg(members),
                            variables);
    }

    static QString send(const QString &more = {})
    {
        return u"\"conn\":@v\"conn\",\"capabilityName\":@c\"msg\",\"eventName\":@c\"greet\",\"content\":@c\"{}\""_s +
               (more.isEmpty() ? QString() : u',' + more);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void operations_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("performs");
        QTest::newRow("message") << send() << u"send 0 msg greet {}"_s;
        QTest::newRow("message by ids") << send(u"\"operation\":0,\"direction\":2,\"syncMode\":0"_s) << u"send 2 msg greet {}"_s;
        QTest::newRow("request") << send(u"\"syncMode\":1,\"timeoutSec\":@c\"2.5\",\"direction\":1"_s) << u"send 1 msg greet {} wait 2.5"_s;
        QTest::newRow("default time") << send(u"\"syncMode\":1"_s) << u"send 0 msg greet {} wait 10"_s;
        QTest::newRow("time without a value") << send(u"\"syncMode\":1,\"timeoutSec\":@n\"\""_s) << u"send 0 msg greet {} wait 10"_s;
        QTest::newRow("time of an empty variable")
            << send(u"\"syncMode\":1,\"timeoutSec\":@v\"reply\""_s) << u"send 0 msg greet {} wait 10"_s;
        QTest::newRow("hidden time is not used") << send(u"\"timeoutSec\":@c\"x\""_s) << u"send 0 msg greet {}"_s;
        QTest::newRow("hidden properties are not evaluated")
            << send(u"\"filePath\":@v\"gone\",\"websocktempFileName\":@v\"gone\",\"resultVariable\":\"gone\""_s)
            << u"send 0 msg greet {}"_s;
        QTest::newRow("content is passed on as text, an absent one as nothing")
            << u"\"conn\":@v\"conn\",\"capabilityName\":@c\"msg\",\"eventName\":@c\"greet\""_s << u"send 0 msg greet "_s;
        QTest::newRow("arguments of all kinds")
            << u"\"conn\":@x\"[conn] ++ \\\"\\\"\",\"capabilityName\":@t\"m[conn]\",\"eventName\":@v\"conn\",\"content\":@t\"[1,2] [conn]\""_s
            << u"send 0 mc c [1,2] c"_s;
        QTest::newRow("temp file") << u"\"operation\":1,\"conn\":@v\"conn\",\"filePath\":@c\":TEMP/a.pdf\",\"eventName\":@v\"gone\""_s
                                   << u"place :TEMP/a.pdf"_s;
        QTest::newRow("list by default") << u"\"operation\":2,\"conn\":@v\"conn\""_s << u"list"_s;
        QTest::newRow("get") << u"\"operation\":2,\"websocktempMethod\":1,\"conn\":@v\"conn\",\"websocktempFileName\":@c\"a.txt\""_s
                             << u"get a.txt"_s;
        QTest::newRow("put") << u"\"operation\":2,\"websocktempMethod\":2,\"conn\":@v\"conn\",\"websocktempFilePath\":@c\":TEMP/a.txt\","
                                "\"websocktempFileName\":@c\"b.txt\""_s
                             << u"put :TEMP/a.txt as b.txt"_s;
        QTest::newRow("put under its own name")
            << u"\"operation\":2,\"websocktempMethod\":2,\"conn\":@v\"conn\",\"websocktempFilePath\":@c\":TEMP/a.txt\""_s
            << u"put :TEMP/a.txt as "_s;
        QTest::newRow("delete") << u"\"operation\":2,\"websocktempMethod\":3,\"conn\":@v\"conn\",\"websocktempFileName\":@c\"a.txt\""_s
                                << u"delete a.txt"_s;
    }

    void operations()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, performs);
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        QCOMPARE(host.run(around(members)), (QStringList{u"1 start done transfer -> 2"_s, u"2 performs c: "_s + performs,
                                                         u"2 websock success transfer -> 3"_s, u"3 stop done"_s, u"ends normal"_s}));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<QString>("error");
        QTest::newRow("no connection") << u"\"capabilityName\":@c\"msg\",\"eventName\":@c\"greet\""_s
                                       << u"bad_argument: The connection id is empty."_s;
        QTest::newRow("undeclared variable") << u"\"conn\":@v\"gone\",\"capabilityName\":@v\"gone, too\",\"eventName\":@c\"greet\""_s
                                             << u"bad_argument: property conn: The variable \"gone\" is not declared."_s;
        QTest::newRow("time is no number") << send(u"\"syncMode\":1,\"timeoutSec\":@c\"soon\""_s)
                                           << u"bad_argument: property timeoutSec: \"soon\" is not a number."_s;
        QTest::newRow("no time") << send(u"\"syncMode\":1,\"timeoutSec\":@n\"0\""_s)
                                 << u"bad_argument: The time to wait must be over 0 and at most 3600 s, not 0."_s;
        QTest::newRow("too much time") << send(u"\"syncMode\":1,\"timeoutSec\":@n\"3601\""_s)
                                       << u"bad_argument: The time to wait must be over 0 and at most 3600 s, not 3601."_s;
        QTest::newRow("bad file name")
            << u"\"operation\":2,\"websocktempMethod\":3,\"conn\":@v\"conn\",\"websocktempFileName\":@c\"../a\""_s
            << u"bad_argument: A file name must not hold \"/\"."_s;
    }

    /// Nothing is performed, and the error transition is taken.
    void refused()
    {
        QFETCH(const QString, members);
        QFETCH(const QString, error);
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        QCOMPARE(host.run(around(members + u",\"errorVariable\":\"error\""_s)),
                 (QStringList{u"1 start done transfer -> 2"_s, u"2 websock error transferError -> 5 ! "_s + error, u"5 stop done"_s,
                              u"ends normal"_s}));
        QCOMPARE(host.variable(u"error"_s), error);
    }

    void badExpression()
    {
        ScriptedHost host;
        host.run(around(u"\"conn\":@v\"conn\",\"capabilityName\":@c\"msg\",\"eventName\":@x\"1 + [gone]\",\"errorVariable\":\"error\""_s));
        QVERIFY(host.variable(u"error"_s).startsWith(u"bad_argument: property eventName, column 5: "_s));
        QCOMPARE(host.lines.last(), u"ends normal"_s);
    }

    void outcomes_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("error"); // it was "before"

        const QString texts = u"conn:2,reply:2,error:2"_s;
        QTest::newRow("success") << Outcome::success(u"{\"a\":1}"_s) << texts << u"success transfer -> 3"_s << u"{\"a\":1}"_s
                                 << u"before"_s;
        QTest::newRow("delivered") << Outcome::success() << texts << u"success transfer -> 3"_s << QString() << u"before"_s;
        QTest::newRow("timeout") << Outcome::timeout() << texts << u"timeout transferTimeout -> 4 ! timeout: nothing came back in time"_s
                                 << u"old"_s << u"timeout: nothing came back in time"_s;
        QTest::newRow("error") << Outcome::failure(u"not_active"_s, u"it left"_s) << texts
                               << u"error transferError -> 5 ! not_active: it left"_s << u"old"_s << u"not_active: it left"_s;
        QTest::newRow("a number for a number") << Outcome::success(u" 12.50 "_s) << u"conn:2,reply:1,error:2"_s
                                               << u"success transfer -> 3"_s << u"12.5"_s << u"before"_s;
        QTest::newRow("no number for a number")
            << Outcome::success(u"{}"_s) << u"conn:2,reply:1,error:2"_s
            << u"error transferError -> 5 ! bad_content: property resultVariable: \"{}\" is not a number."_s << u"7"_s
            << u"bad_content: property resultVariable: \"{}\" is not a number."_s;
        QTest::newRow("error variable of type number") << Outcome::failure(u"internal"_s, u"broken"_s) << u"conn:2,reply:2,error:1"_s
                                                       << u"error transferError -> 5 ! internal: broken"_s << u"old"_s << u"8"_s;
    }

    void outcomes()
    {
        QFETCH(const Outcome, outcome);
        QFETCH(const QString, variables);
        QFETCH(const QString, line);
        QFETCH(const QString, reply);
        QFETCH(const QString, error);
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        const bool numbers = variables.contains(u"reply:1"_s);
        host.inputs.variables.insert(u"reply"_s, core::Value(numbers ? u"7"_s : u"old"_s));
        host.inputs.variables.insert(u"error"_s, core::Value(variables.contains(u"error:1"_s) ? u"8"_s : u"before"_s));
        host.outcomes = {outcome};
        QCOMPARE(host.run(around(send(u"\"syncMode\":1,\"resultVariable\":\"reply\",\"errorVariable\":\"error\""_s), variables)).mid(2, 1),
                 QStringList{u"2 websock "_s + line});
        QCOMPARE(host.variable(u"reply"_s), reply);
        QCOMPARE(host.variable(u"error"_s), error);
    }

    void resultTooLarge()
    {
        ScriptedHost host;
        host.limits.characters = 100;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        host.outcomes = {Outcome::success(QString(200, u'x'))};
        host.run(around(send(u"\"syncMode\":1,\"resultVariable\":\"reply\""_s)));
        QCOMPARE(
            host.lines.at(2),
            u"2 websock error transferError -> 5 ! too_large: property resultVariable: The texts of a run are limited to 100 characters together."_s);
    }

    /// resultVariable is hidden where nothing is waited for: the variable stays.
    void hiddenResult()
    {
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        host.inputs.variables.insert(u"reply"_s, core::Value(u"old"_s));
        host.outcomes = {Outcome::success(u"new"_s)};
        host.run(around(send(u"\"resultVariable\":\"reply\""_s)));
        QCOMPARE(host.variable(u"reply"_s), u"old"_s);
    }

    void unsetTransitions_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("property");
        QTest::newRow("success") << Outcome::success() << u"transfer"_s;
        QTest::newRow("timeout") << Outcome::timeout() << u"transferTimeout"_s;
        QTest::newRow("error") << Outcome::failure(u"internal"_s, {}) << u"transferError"_s;
    }

    void unsetTransitions()
    {
        QFETCH(const Outcome, outcome);
        QFETCH(const QString, property);
        ScriptedHost host;
        host.outcomes = {outcome};
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":144,\"name\":\"Greet\",\"conn\":@c\"c\","
                              "\"capabilityName\":@c\"msg\",\"eventName\":@c\"greet\"}"_s));
        QCOMPARE(host.lines.last(), u"ends transfer_not_set ! \"Greet\" (object 2): the transition %1 is not set."_s.arg(property));
    }

    /// Arguments are evaluated when control reaches the component, each time anew.
    void evaluatedEachTime()
    {
        ScriptedHost host;
        host.outcomes = {Outcome::success(u"x"_s), Outcome::success(u"y"_s), Outcome::timeout()};
        host.run(
            makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":144,\"conn\":@c\"c\",\"capabilityName\":@c\"msg\","
                         "\"eventName\":@c\"e\",\"content\":@t\"<[reply]>\",\"syncMode\":1,\"resultVariable\":\"reply\",\"transfer\":2}"_s,
                         u"reply:2"_s));
        QCOMPARE(host.lines.filter(u"performs"_s),
                 (QStringList{u"2 performs c: send 0 msg e <> wait 10"_s, u"2 performs c: send 0 msg e <x> wait 10"_s,
                              u"2 performs c: send 0 msg e <y> wait 10"_s}));
    }

    void onlyTheAwaitedCallCounts()
    {
        ScriptedHost host;
        host.inputs.startParams.insert(1, core::Value(u"c"_s));
        QCOMPARE(host.load(around(send())), QString());
        const auto effect = host.machine->advance();
        QVERIFY(effect);
        const auto *perform = std::get_if<machine::Perform>(&*effect);
        QVERIFY(perform);
        QCOMPARE(perform->id, 1ULL);
        QCOMPARE(perform->object, 2);
        QVERIFY(host.machine->isWaiting());
        QVERIFY(host.machine->isAwaiting(1));
        QVERIFY(!host.machine->isAwaiting(0));
        QCOMPARE(host.machine->currentObject(), 2);

        host.machine->wake(1);
        host.machine->resume(0, Outcome::success());
        host.machine->resume(2, Outcome::success());
        QVERIFY(host.machine->isWaiting());
        QVERIFY(!host.machine->advance());
        QCOMPARE(host.machine->currentObject(), 2);

        host.machine->resume(1, Outcome::timeout());
        QVERIFY(!host.machine->isWaiting());
        QCOMPARE(host.machine->currentObject(), 4);
        host.machine->resume(1, Outcome::success());
        QCOMPARE(host.machine->currentObject(), 4);
    }
};

QTEST_GUILESS_MAIN(TestWebsock)
#include "tst_websock.moc"
