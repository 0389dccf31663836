// SPDX-License-Identifier: GPL-3.0-or-later
// How a run ends: every reason, every limit, stopping from outside, and post-processing.
#include "scriptedhost.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using machine::Reason;

class TestEndings final : public QObject
{
    Q_OBJECT

private:
    static QString sender(int id, const QString &more)
    {
        return u"{\"oId\":%1,\"oType\":144,\"conn\":@c\"c\",\"capabilityName\":@c\"msg\",\"eventName\":@c\"e\"%2}"_s.arg(id).arg(more);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reasonNames()
    {
        QCOMPARE(machine::reasonName(Reason::Normal), u"normal"_s);
        QCOMPARE(machine::reasonName(Reason::TransferNotSet), u"transfer_not_set"_s);
        QCOMPARE(machine::reasonName(Reason::Stop), u"stop"_s);
        QCOMPARE(machine::reasonName(Reason::Timeout), u"timeout"_s);
        QCOMPARE(machine::reasonName(Reason::Error), u"error"_s);
        QCOMPARE(machine::reasonName(Reason::OwnerDown), u"ownerdown"_s);
    }

    void startWithoutTransition()
    {
        ScriptedHost host;
        QCOMPARE(host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"name\":\"Begin\"}"_s)),
                 (QStringList{u"1 start done transfer"_s,
                              u"ends transfer_not_set ! \"Begin\" (object 1): the transition transfer is not set."_s}));
        QVERIFY(host.machine->isFinished());
        QVERIFY(!host.machine->currentObject());
        QVERIFY(!host.machine->advance());
        QCOMPARE(host.machine->componentsRun(), 1);
        QVERIFY(!host.end->hasResult);
        QCOMPARE(host.end->result, core::Value());
    }

    // Limits -----------------------------------------------------------------------------------------------------------

    void busyLoopEndsByComponents()
    {
        ScriptedHost host;
        host.limits.components = 10;
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":151,\"name\":\"Top\",\"label\":@c\"a\",\"transfer\":3},"
            "{\"oId\":3,\"oType\":150,\"label\":@c\"a\"}"_s));
        QCOMPARE(host.lines.last(), u"ends stop ! The limit of 10 components was reached before goto (object 3)."_s);
        QCOMPARE(host.machine->componentsRun(), 10);
        QCOMPARE(host.lines.size(), 11);
    }

    void selfLoopEndsByComponents()
    {
        ScriptedHost host;
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":1}"_s));
        QCOMPARE(host.end->reason, Reason::Stop);
        QCOMPARE(host.machine->componentsRun(), 100'000);
    }

    void noComponentAllowed()
    {
        ScriptedHost host;
        host.limits.components = 0;
        QCOMPARE(host.run(makeScenario(u"{\"oId\":1,\"oType\":101}"_s)),
                 QStringList{u"ends stop ! The limit of 0 components was reached before start (object 1)."_s});
    }

    void advanceReturnsAfterItsTurn()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":1}"_s)), QString());
        QVERIFY(!host.machine->advance(7));
        QCOMPARE(host.machine->componentsRun(), 7);
        QVERIFY(!host.machine->isWaiting());
        QVERIFY(!host.machine->isFinished());
        QVERIFY(!host.machine->advance(0)); // at least one
        QCOMPARE(host.machine->componentsRun(), 8);
        QVERIFY(!host.machine->advance());
        QCOMPARE(host.machine->componentsRun(), 1008);
    }

    /// A component that handles long texts takes more of a turn.
    void longTextsShortenATurn()
    {
        ScriptedHost host;
        host.inputs.variables.insert(u"s"_s, core::Value(QString(4'096'000, u'x')));
        QCOMPARE(
            host.load(makeScenario(
                u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":104,\"arg1\":@v\"s\",\"arg2\":@c\"y\",\"transferFalse\":2}"_s,
                u"s:2"_s)),
            QString());
        QVERIFY(!host.machine->advance(1000));
        QVERIFY2(host.machine->componentsRun() <= 2, qPrintable(QString::number(host.machine->componentsRun())));
    }

    void textsAreLimited()
    {
        ScriptedHost host;
        host.limits.characters = 1000;
        host.inputs.variables.insert(u"s"_s, core::Value(u"0123456789"_s));
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":106,\"name\":\"Double\",\"variable\":\"s\","
                              "\"value\":@t\"[s][s]\",\"transfer\":2}"_s,
                              u"s:2"_s));
        QCOMPARE(host.lines.last(),
                 u"ends error ! \"Double\" (object 2): property value: The texts of a run are limited to 1000 characters together."_s);
        QCOMPARE(host.variable(u"s"_s).size(), 640);
    }

    void textsOfAllVariablesAreLimited()
    {
        ScriptedHost host;
        host.limits.characters = 25;
        host.inputs.variables.insert(u"a"_s, core::Value(u"0123456789"_s));
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":106,\"mode\":1,\"operations\":["
            "{\"variable\":\"b\",\"value\":@v\"a\"},{\"variable\":\"b\",\"value\":@v\"a\"},{\"variable\":\"c\",\"value\":@v\"a\"}]}"_s,
            u"a:2,b:2,c:2"_s));
        QCOMPARE(host.lines.last(),
                 u"ends error ! assign (object 2): property operations[2]: The texts of a run are limited to 25 characters together."_s);
        QCOMPARE(host.variable(u"b"_s), u"0123456789"_s);
        QCOMPARE(host.variable(u"c"_s), QString());
    }

    void expressionsAreLimitedBeforeTheyAreMade()
    {
        ScriptedHost host;
        host.limits.characters = 200;
        host.inputs.startParams.insert(2, core::Value(QString(80, u'p')));
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":106,\"variable\":\"s\","
                              "\"value\":@x\"startparam(2) ++ StartParam(2)\"}"_s,
                              u"s:2"_s));
        QCOMPARE(host.lines.last(),
                 u"ends error ! assign (object 2): property value: The texts of a run are limited to 200 characters together."_s);
    }

    /// However long a list or however many labels: one component does not hold up its host.
    void oneComponentIsLimited()
    {
        QStringList assignments;
        for (int i = 0; i < 20; ++i)
            assignments += u"{\"variable\":\"s\",\"value\":@t\"[s]\"}"_s;
        ScriptedHost host;
        host.limits.characters = 1000;
        host.inputs.variables.insert(u"s"_s, core::Value(QString(900, u'x')));
        host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":106,\"mode\":1,\"operations\":[%1]}"_s.arg(
                                  assignments.join(u',')),
                              u"s:2"_s));
        QCOMPARE(host.lines.last(),
                 u"ends error ! assign (object 2): property operations[5]: The component handles too much text: over 8000 characters."_s);
    }

    void manyLabelsAreLimited()
    {
        QStringList labels;
        for (int i = 0; i < 200; ++i)
            labels += u"{\"oId\":%1,\"oType\":151,\"label\":@v\"s\"}"_s.arg(i + 10);
        ScriptedHost host;
        host.limits.characters = 1000;
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":150,\"label\":@c\"a\"},"_s + labels.join(u','), u"s:2"_s));
        QCOMPARE(host.lines.last(),
                 u"ends error ! goto (object 2): the label of golabel (object 136): property label: The component handles too "
                 "much text: over 8000 characters."_s);
    }

    void timeEndsABusyLoop()
    {
        ScriptedHost host;
        host.limits.time = 5s;
        host.limits.components = 1'000'000'000;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":1}"_s)), QString());
        QVERIFY(!host.machine->timeLeft());
        QVERIFY(!host.machine->advance());
        QCOMPARE(*host.machine->timeLeft(), 5s);
        host.clock.advance(4999ms);
        QVERIFY(!host.machine->advance());
        QCOMPARE(*host.machine->timeLeft(), 1ms);
        host.clock.advance(1ms);
        const auto effect = host.machine->advance();
        QVERIFY(effect && std::holds_alternative<machine::Finished>(*effect));
        QCOMPARE(std::get<machine::Finished>(*effect).reason, Reason::Stop);
        QCOMPARE(std::get<machine::Finished>(*effect).message, u"The time limit of 5 s was reached before start (object 1)."_s);
        QVERIFY(!host.machine->timeLeft());
    }

    /// Within one turn too, though the clock is not read for each component.
    void timeEndsALongTurn()
    {
        class Racing final : public core::Clock
        {
        public:
            qint64 nowMs() const override { return 0; }
            qint64 monotonicUs() const override { return m_us += 1'000'000; }

        private:
            mutable qint64 m_us = 0;
        } clock;
        core::SeededRandom random(1);
        const auto program =
            machine::Program::compile(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":1}"_s), catalogue::Catalogue::builtIn(), {});
        QVERIFY(program);
        machine::Machine machine(*program, {}, {1'000'000'000, 0ms, 5s}, clock, random);
        const auto effect = machine.advance(1'000'000);
        QVERIFY(effect && std::holds_alternative<machine::Finished>(*effect));
        QVERIFY2(machine.componentsRun() < 2000, qPrintable(QString::number(machine.componentsRun())));
    }

    void timeCutsAPause()
    {
        ScriptedHost host;
        host.limits.time = 5s;
        QCOMPARE(host.run(makeScenario(
                     u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":103,\"name\":\"Wait\",\"timeoutMs\":@n\"1e300\"}"_s)),
                 (QStringList{u"1 start done transfer -> 2"_s, u"sleeps 5000"_s,
                              u"ends stop ! The time limit of 5 s was reached while \"Wait\" (object 2) was waiting."_s}));
    }

    void timeEndsAWait()
    {
        ScriptedHost host;
        host.limits.time = 5s;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},"_s + sender(2, {}))), QString());
        QVERIFY(host.machine->advance());
        host.clock.advance(5s);
        QVERIFY(host.machine->isAwaiting(1));
        const auto effect = host.machine->advance();
        QVERIFY(effect && std::holds_alternative<machine::Finished>(*effect));
        QCOMPARE(std::get<machine::Finished>(*effect).message,
                 u"The time limit of 5 s was reached while websock (object 2) was waiting."_s);
        QVERIFY(!host.machine->isAwaiting(1));
    }

    void pauseBetweenComponents()
    {
        ScriptedHost host;
        host.limits.pause = 20ms;
        QCOMPARE(
            host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":151,\"label\":@c\"a\",\"transfer\":3},"
                                  "{\"oId\":3,\"oType\":150,\"label\":@c\"b\"},{\"oId\":4,\"oType\":151,\"label\":@c\"b\",\"transfer\":5},"
                                  "{\"oId\":5,\"oType\":102}"_s)),
            (QStringList{u"1 start done transfer -> 2"_s, u"sleeps 20"_s, u"2 golabel done transfer -> 3"_s, u"sleeps 20"_s,
                         u"3 goto done -> 4"_s, u"sleeps 20"_s, u"4 golabel done transfer -> 5"_s, u"sleeps 20"_s, u"5 stop done"_s,
                         u"ends normal"_s}));
    }

    void noTimeAtAll()
    {
        ScriptedHost host;
        host.limits.time = 0ms;
        QCOMPARE(host.run(makeScenario(u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":101,\"type\":1}"_s)),
                 QStringList{u"ends stop ! The time limit of 0 s was reached before start (object 1)."_s});
    }

    void endlessTime()
    {
        ScriptedHost host;
        host.limits.time = std::chrono::milliseconds::max();
        host.clock.advance(1h);
        QCOMPARE(host.run(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":102}"_s)).last(), u"ends normal"_s);
    }

    // Stopping from outside ----------------------------------------------------------------------------------------------

    void stop_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("line");
        QTest::newRow("stop") << Reason::Stop << u"Interrupted."_s << u"ends stop ! Interrupted."_s;
        QTest::newRow("timeout") << Reason::Timeout << QString() << u"ends timeout ! The run was stopped from outside."_s;
        QTest::newRow("ownerdown") << Reason::OwnerDown << u"The call is gone."_s << u"ends ownerdown ! The call is gone."_s;
        QTest::newRow("normal") << Reason::Normal << QString() << u"ends normal"_s;
    }

    void stop()
    {
        QFETCH(const Reason, reason);
        QFETCH(const QString, message);
        QFETCH(const QString, line);
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":3,\"oType\":102},"_s +
                                        sender(2, u",\"transfer\":3"_s))),
                 QString());
        QVERIFY(host.machine->advance());
        host.machine->stop(reason, message);
        QVERIFY(!host.machine->isWaiting());
        host.machine->resume(1, operation::Outcome::success()); // too late
        host.machine->stop(Reason::Error, u"the first stop counts"_s);
        host.run();
        QCOMPARE(host.lines, (QStringList{u"1 start done transfer -> 2"_s, line}));
    }

    void stopBeforeTheStart()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":1}"_s)), QString());
        QCOMPARE(host.machine->currentObject(), 1);
        host.machine->stop(Reason::Stop);
        host.run();
        QCOMPARE(host.lines, QStringList{u"ends stop ! The run was stopped from outside."_s});
    }

    void stopWhileSleeping()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(
                     u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":103,\"timeoutMs\":@n\"100\",\"transfer\":1}"_s)),
                 QString());
        QVERIFY(host.machine->advance());
        host.machine->stop(Reason::Stop, u"Interrupted."_s);
        host.machine->wake(1);
        host.run();
        QCOMPARE(host.lines, (QStringList{u"1 start done transfer -> 2"_s, u"ends stop ! Interrupted."_s}));
    }

    // Post-processing ----------------------------------------------------------------------------------------------------

    void postProcessing_data()
    {
        QTest::addColumn<int>("option"); // of transitionOption; -1: absent
        QTest::addColumn<QList<int>>("covered");
        QTest::newRow("absent") << -1 << QList<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("all") << 0 << QList<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("normal") << 1 << QList<int>{0};
        QTest::newRow("transfer_not_set") << 2 << QList<int>{1};
        QTest::newRow("stop") << 3 << QList<int>{2};
        QTest::newRow("timeout") << 4 << QList<int>{3};
        QTest::newRow("error") << 5 << QList<int>{4};
        QTest::newRow("ownerdown") << 6 << QList<int>{5};
    }

    void postProcessing()
    {
        QFETCH(const int, option);
        QFETCH(const QList<int>, covered);
        for (int reason = 0; reason < 6; ++reason) {
            ScriptedHost host;
            const QString choice = option < 0 ? QString() : u",\"transitionOption\":%1"_s.arg(option);
            QCOMPARE(host.load(makeScenario(u"{\"oId\":9,\"oType\":102},{\"oId\":8,\"oType\":101,\"type\":1,\"transfer\":9%1},"
                                            "{\"oId\":1,\"oType\":101,\"transfer\":1}"_s.arg(choice))),
                     QString());
            host.machine->stop(static_cast<Reason>(reason), u"why"_s);
            host.run();
            QStringList expected{u"ends %1 ! why"_s.arg(machine::reasonName(static_cast<Reason>(reason)))};
            if (covered.contains(reason))
                expected = QStringList{u"8 start done transfer -> 9"_s, u"9 stop done"_s} + expected;
            QCOMPARE(host.lines, expected);
        }
    }

    /// In order of oId, each to its own end; the reason, the result and the message stay the main branch's.
    void severalPostProcessings()
    {
        ScriptedHost host;
        QCOMPARE(host.run(makeScenario(u"{\"oId\":30,\"oType\":101,\"type\":1,\"transitionOption\":1,\"transfer\":31},"
                                       "{\"oId\":31,\"oType\":102,\"returnValue\":@c\"post\"},"
                                       "{\"oId\":20,\"oType\":101,\"type\":1,\"transfer\":21},"
                                       "{\"oId\":21,\"oType\":106,\"variable\":\"n\",\"value\":@c\"no number\"},"
                                       "{\"oId\":10,\"oType\":101,\"type\":1,\"transfer\":11,\"transitionOption\":5},"
                                       "{\"oId\":15,\"oType\":101,\"type\":1},"
                                       "{\"oId\":11,\"oType\":102},{\"oId\":2,\"oType\":102,\"returnValue\":@c\"main\"},"
                                       "{\"oId\":1,\"oType\":101,\"transfer\":2}"_s,
                                       u"n:1,result:2"_s)),
                 (QStringList{u"1 start done transfer -> 2"_s, u"2 stop done"_s, u"15 start done transfer"_s,
                              u"20 start done transfer -> 21"_s, u"21 assign error ! property value: \"no number\" is not a number."_s,
                              u"30 start done transfer -> 31"_s, u"31 stop done"_s, u"ends normal = main"_s}));
        QCOMPARE(host.variable(u"result"_s), u"post"_s);
    }

    /// Post-processing has its own share of the limits, used by all its branches together.
    void postProcessingIsLimited()
    {
        ScriptedHost host;
        host.limits.components = 5;
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":1},{\"oId\":2,\"oType\":101,\"type\":1,\"transfer\":2},{\"oId\":3,\"oType\":101,\"type\":1}"_s));
        QCOMPARE(host.machine->componentsRun(), 10);
        QCOMPARE(host.lines.filter(u"2 start"_s).size(), 5);
        QCOMPARE(host.lines.filter(u"3 start"_s).size(), 0);
        QCOMPARE(host.lines.last(), u"ends stop ! The limit of 5 components was reached before start (object 1)."_s);
    }

    void postProcessingHasATimeLimit()
    {
        ScriptedHost host;
        host.limits.time = 1s;
        host.run(makeScenario(
            u"{\"oId\":1,\"oType\":101,\"transfer\":4},{\"oId\":4,\"oType\":103,\"timeoutMs\":@n\"600\",\"transfer\":5},{\"oId\":5,"
            u"\"oType\":102},"
            "{\"oId\":2,\"oType\":101,\"type\":1,\"transfer\":6},{\"oId\":6,\"oType\":103,\"timeoutMs\":@n\"600\",\"transfer\":7},"
            "{\"oId\":7,\"oType\":103,\"timeoutMs\":@n\"600\",\"transfer\":5},{\"oId\":3,\"oType\":101,\"type\":1}"_s));
        QCOMPARE(host.lines, (QStringList{u"1 start done transfer -> 4"_s, u"sleeps 600"_s, u"4 pause done transfer -> 5"_s,
                                          u"5 stop done"_s, u"2 start done transfer -> 6"_s, u"sleeps 600"_s,
                                          u"6 pause done transfer -> 7"_s, u"sleeps 400"_s, u"ends normal"_s}));
    }

    void stopDoesNotReachPostProcessing()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(
                     u"{\"oId\":1,\"oType\":101},{\"oId\":2,\"oType\":101,\"type\":1,\"transfer\":3},{\"oId\":4,\"oType\":102},"_s +
                     sender(3, u",\"transfer\":4"_s))),
                 QString());
        QVERIFY(!host.machine->isPostProcessing());
        QVERIFY(host.machine->advance());
        QVERIFY(host.machine->isPostProcessing());
        host.machine->stop(Reason::Stop, u"too late"_s);
        QVERIFY(host.machine->isWaiting());
        host.machine->resume(1, operation::Outcome::success());
        host.run();
        QCOMPARE(host.lines.mid(2), (QStringList{u"3 websock success transfer -> 4"_s, u"4 stop done"_s,
                                                 u"ends transfer_not_set ! start (object 1): the transition transfer is not set."_s}));
    }

    // Trace --------------------------------------------------------------------------------------------------------------

    void traceTimes()
    {
        test::ManualClock clock;
        core::SeededRandom random(1);
        QList<machine::TraceEvent> events;
        const auto program = machine::Program::compile(
            makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":3,\"oType\":102,\"name\":\"End\"},"_s +
                         sender(2, u",\"transfer\":3"_s)),
            catalogue::Catalogue::builtIn(), {});
        QVERIFY(program);
        machine::Machine machine(*program, {}, {}, clock, random, [&events](const machine::TraceEvent &event) { events += event; });
        clock.advance(7ms); // before the start
        QVERIFY(machine.advance());
        clock.advance(1500us);
        machine.resume(1, operation::Outcome::success());
        clock.advance(3ms);
        QVERIFY(machine.advance());
        QCOMPARE(events.size(), 3);
        QCOMPARE(events[1].startedUs, 0);
        QCOMPARE(events[1].durationUs, 1500);
        QCOMPARE(events[2].startedUs, 4500);
        QCOMPARE(events[2].durationUs, 0);
        QCOMPARE(events[2].name, u"End"_s);
        QCOMPARE(events[2].type, u"stop"_s);
    }

    void machinesMove()
    {
        ScriptedHost host;
        QCOMPARE(host.load(makeScenario(u"{\"oId\":1,\"oType\":101,\"transfer\":2},{\"oId\":2,\"oType\":102}"_s)), QString());
        machine::Machine other = std::move(*host.machine);
        host.machine.emplace(std::move(other));
        host.run();
        QCOMPARE(host.lines.last(), u"ends normal"_s);
    }
};

QTEST_GUILESS_MAIN(TestEndings)
#include "tst_endings.moc"
