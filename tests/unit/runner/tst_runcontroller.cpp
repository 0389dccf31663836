// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on virtual time with operations that the test answers.
#include "unit/runner/runstage.h"

#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;

class RunControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void runsToTheEnd()
    {
        World world;
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}));
        QVERIFY(world.steps.isEmpty()); // never from within start()
        world.turn();
        QCOMPARE(world.port.operations.size(), 1);
        QCOMPARE(std::get<operation::SendMessage>(world.port.operations.constFirst().action).event, u"hello"_s);
        world.clock.advance(std::chrono::milliseconds(40));
        world.port.calls.constFirst()->answer(Outcome::success(u"{\"a\":1}"_s));
        QVERIFY(world.report);
        const runner::RunReport &report = world.report->value();
        QCOMPARE(report.reason, machine::Reason::Normal);
        QCOMPARE(report.result->toText(), u"{\"a\":1}"_s);
        QCOMPARE(report.variables.value(u"reply"_s).toText(), u"{\"a\":1}"_s);
        QCOMPARE(world.steps, (QStringList{u"1 done"_s, u"2 success"_s, u"3 done"_s}));
        QCOMPARE(report.steps.size(), 3);
        QCOMPARE(report.steps.at(1).durationUs, 40'000);
        QCOMPARE(report.steps.at(1).target, std::optional<qint64>(3));
        QCOMPARE(report.durationUs, 40'000);
        QCOMPARE(report.startedMs, 1'700'000'000'000);
        QCOMPARE(world.scheduler.pending(), 0);
    }

    void takesTheOtherWays_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("step");
        QTest::newRow("timeout") << Outcome::timeout() << u"2 timeout"_s;
        QTest::newRow("error") << Outcome::failure(u"not_active"_s, u"gone"_s) << u"2 error"_s;
    }
    void takesTheOtherWays()
    {
        QFETCH(const Outcome, outcome);
        QFETCH(const QString, step);
        World world;
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}));
        world.turn();
        world.port.calls.constFirst()->answer(outcome);
        QCOMPARE(world.steps.at(1), step);
        QCOMPARE(world.report->value().result->toText(), outcome.errorText());
    }

    void aCancelledOperationIsAnError()
    {
        World world;
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}));
        world.turn();
        world.port.calls.constFirst()->answer(core::fail(u"cancelled"_s, u"no"_s));
        QCOMPARE(world.report->value().result->toText(), u"internal: no"_s);
    }

    void withoutAClusterOperationsFail()
    {
        World world;
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}), {}, false);
        world.turn();
        QVERIFY(world.report->value().result->toText().startsWith(u"unreachable: "_s));
    }

    void waits()
    {
        World world;
        world.run(program({start(2), pause(2, 500, 3), stop(3, "reply")}));
        world.scheduler.advance(std::chrono::milliseconds(499));
        QVERIFY(!world.report);
        world.scheduler.advance(std::chrono::milliseconds(1));
        QVERIFY(world.report);
        QCOMPARE(world.report->value().durationUs, 500'000);
    }

    void logs()
    {
        World world;
        world.run(program(
            {start(2), object(2, 111, R"("mode":1,"text":{"argType":1,"varType":2,"value":"hi"},"transfer":3)"), stop(3, "reply")}));
        world.turn();
        QCOMPARE(world.logs, QStringList{u"hi"_s});
        QCOMPARE(world.report->value().reason, machine::Reason::Normal);
    }

    void aLoopLeavesTheEventLoopItsTurn()
    {
        World world;
        machine::Limits limits;
        limits.components = 10'000;
        world.run(program({start(2),
                           object(2, 106, R"("mode":0,"variable":"reply","value":{"argType":1,"varType":2,"value":"x"},"transfer":2)")}),
                  limits);
        bool had = false;
        world.scheduler.after(std::chrono::milliseconds(0), [&world, &had] { had = !world.report; });
        world.turn();
        QVERIFY(had);
        QCOMPARE(world.report->value().reason, machine::Reason::Stop);
        QVERIFY(!world.report->value().message.isEmpty());
    }

    void theDeadlineEndsAWait()
    {
        World world;
        machine::Limits limits;
        limits.time = std::chrono::milliseconds(1500);
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}), limits);
        world.scheduler.advance(std::chrono::milliseconds(1499));
        QVERIFY(!world.report);
        QCOMPARE(world.port.calls.size(), 1);
        world.scheduler.advance(std::chrono::milliseconds(1));
        world.turn();
        QVERIFY(world.report);
        QCOMPARE(world.report->value().reason, machine::Reason::Stop);
        QVERIFY2(world.report->value().message.contains(u"1.5 s"_s), qPrintable(world.report->value().message));
        QVERIFY(world.port.calls.isEmpty());
        QCOMPARE(world.scheduler.pending(), 0);
    }

    void stoppingRunsPostProcessing()
    {
        World world;
        const auto post = object(5, 101, R"("type":1,"transitionOption":3,"transfer":6)");
        world.run(
            program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err"), post,
                     object(6, 106, R"("mode":0,"variable":"reply","value":{"argType":1,"varType":2,"value":"cleaned"},"transfer":7)"),
                     object(7, 102, R"("callStack":0)")}));
        world.turn();
        world.controller->stop(machine::Reason::Stop, u"enough"_s);
        QVERIFY(!world.report);
        world.turn();
        QVERIFY(world.report);
        QCOMPARE(world.report->value().reason, machine::Reason::Stop);
        QCOMPARE(world.report->value().message, u"enough"_s);
        QCOMPARE(world.report->value().variables.value(u"reply"_s).toText(), u"cleaned"_s);
        world.controller->stop(machine::Reason::Stop, u"again"_s); // nothing happens when it is over
    }

    void postProcessingHasALimit()
    {
        for (const bool twice : {true, false}) {
            World world;
            const auto post = object(5, 101, R"("type":1,"transitionOption":0,"transfer":6)");
            world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err"), post, pause(6, 60'000, 7),
                               object(7, 102, R"("callStack":0)")}));
            world.turn();
            world.controller->stop(machine::Reason::OwnerDown, u"enough"_s);
            world.turn();
            QVERIFY(!world.report);
            if (twice)
                world.controller->stop(machine::Reason::Stop, u"now"_s);
            else
                world.scheduler.advance(runner::RunController::postProcessing);
            QVERIFY(world.report);
            QCOMPARE(world.report->value().reason, machine::Reason::OwnerDown);
            QCOMPARE(world.report->value().message, u"enough"_s);
            QCOMPARE(world.scheduler.pending(), 0);
        }
    }

    void cancelling()
    {
        World world;
        world.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}));
        world.turn();
        world.controller->cancel();
        QCOMPARE(world.report->error().code, u"cancelled"_s);
        QVERIFY(world.port.calls.isEmpty());
        QCOMPARE(world.scheduler.pending(), 0);

        World destroyed;
        destroyed.run(program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")}));
        destroyed.turn();
        destroyed.controller.reset();
        QVERIFY(destroyed.port.calls.isEmpty());
        QVERIFY(!destroyed.report);
        QCOMPARE(destroyed.scheduler.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(RunControllerTest)
#include "tst_runcontroller.moc"
