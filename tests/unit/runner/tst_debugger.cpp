// SPDX-License-Identifier: GPL-3.0-or-later
// Holding a run: steps, breakpoints, what a record of a step keeps. On virtual time.
#include "unit/runner/runstage.h"

#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using runner::Breakpoint;
using runner::Hold;

namespace {

QByteArray countUp(int id, int transfer)
{
    return object(id, 106,
                  R"("mode":0,"variable":"n","value":{"argType":3,"varType":1,"value":"[n] + 1"},"transfer":)" +
                      QByteArray::number(transfer));
}

/// Goes to isTrue while n is under 5.
QByteArray compareFive(int id, int isTrue, int isFalse)
{
    return object(id, 104,
                  R"("arg1":{"argType":2,"varType":1,"value":"n"},"compareType":0,"arg2":{"argType":1,"varType":1,"value":"5"},)"
                  R"("transferTrue":)" +
                      QByteArray::number(isTrue) + R"(,"transferFalse":)" + QByteArray::number(isFalse));
}

/// 1 → 2 counts → 3 compares → 2 or 4.
std::shared_ptr<const machine::Program> loop()
{
    return program({start(2), countUp(2, 3), compareFive(3, 2, 4), stop(4, "n")});
}

std::shared_ptr<const machine::Program> exchange()
{
    return program({start(2), send(2, 3, 4), stop(3, "reply"), stop(4, "err")});
}

Breakpoint at(qint64 object, const QString &transition = {}, const QString &condition = {})
{
    Breakpoint breakpoint;
    breakpoint.object = object;
    breakpoint.transition = transition;
    breakpoint.condition = condition;
    return breakpoint;
}

QString n(const World &world)
{
    return world.controller->variables().value(u"n"_s).toText();
}

} // namespace

class DebuggerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void steps()
    {
        World world;
        world.prepare = [](runner::RunController &run) {
            run.step();
        };
        world.run(exchange());
        world.turn();
        QVERIFY(world.controller->isHeld());
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(1));
        QCOMPARE(world.holds.constLast().cause, Hold::Cause::Asked);
        QVERIFY(world.steps.isEmpty());
        world.controller->step();
        world.turn();
        QCOMPARE(world.steps, QStringList{u"1 done"_s});
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(2));
        QCOMPARE(world.holds.constLast().cause, Hold::Cause::Stepped);
        QVERIFY(world.port.operations.isEmpty());
        world.controller->step(); // an operation is one step, its wait included
        world.turn();
        QVERIFY(!world.controller->isHeld());
        world.clock.advance(std::chrono::milliseconds(7));
        world.port.calls.constFirst()->answer(Outcome::success(u"hi"_s));
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(3));
        world.controller->step();
        world.turn();
        QVERIFY(world.report); // nothing comes next
        QCOMPARE(world.holds.size(), 3);
        QCOMPARE(world.report->value().result->toText(), u"hi"_s);
        QCOMPARE(world.scheduler.pending(), 0);
    }

    void aPauseWaitsForTheOperation()
    {
        World world;
        world.run(exchange());
        world.turn();
        world.controller->pause();
        QVERIFY(world.controller->isPausing());
        QVERIFY(!world.controller->isHeld());
        QVERIFY(!world.controller->setVariable(u"reply"_s, core::Value(u"x"_s)));
        world.port.calls.constFirst()->answer(Outcome::success(u"hi"_s));
        QVERIFY(world.controller->isHeld());
        QVERIFY(!world.controller->isPausing());
        QCOMPARE(world.controller->currentObject(), std::optional<qint64>(3));
        QVERIFY(world.controller->setVariable(u"reply"_s, core::Value(u"mine"_s)));
        QCOMPARE(world.controller->setVariable(u"none"_s, core::Value(u"x"_s)).error().code, u"undeclared"_s);
        QCOMPARE(world.controller->setVariable(u"n"_s, core::Value(u"x"_s)).error().code, u"cast"_s);
        world.controller->proceed();
        world.turn();
        QCOMPARE(world.report->value().result->toText(), u"mine"_s);
        QVERIFY(world.records.constLast().step.changes.size() == 1); // "result"; what a person set is no step's doing
        QCOMPARE(world.records.constLast().step.changes.constFirst().name, u"result"_s);
    }

    /// Neither the limit nor a step's duration counts what a person takes to look around.
    void heldTimeDoesNotCount()
    {
        World world;
        world.prepare = [](runner::RunController &run) {
            run.setBreakpoints({at(2)});
        };
        machine::Limits limits;
        limits.time = std::chrono::milliseconds(1000);
        world.run(exchange(), limits);
        world.scheduler.advance(std::chrono::milliseconds(0));
        QVERIFY(world.controller->isHeld());
        world.scheduler.advance(std::chrono::hours(2));
        QVERIFY(!world.report);
        world.controller->proceed();
        world.scheduler.advance(std::chrono::milliseconds(600));
        world.port.calls.constFirst()->answer(Outcome::success({}));
        QVERIFY(world.report);
        QCOMPARE(world.report->value().reason, machine::Reason::Normal);
        QCOMPARE(world.report->value().durationUs, 600'000);
        QCOMPARE(world.report->value().steps.at(1).durationUs, 600'000);

        World late;
        late.prepare = world.prepare;
        late.run(exchange(), limits);
        late.scheduler.advance(std::chrono::hours(2));
        late.controller->proceed();
        late.scheduler.advance(std::chrono::milliseconds(1000));
        late.turn();
        QVERIFY(late.report);
        QCOMPARE(late.report->value().reason, machine::Reason::Stop);
    }

    void counts_data()
    {
        QTest::addColumn<Breakpoint::Count>("count");
        QTest::addColumn<int>("times");
        QTest::addColumn<QStringList>("held"); // the variable n at each hold
        QTest::newRow("always") << Breakpoint::Count::Always << 1 << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s};
        QTest::newRow("equal") << Breakpoint::Count::Equal << 3 << QStringList{u"2"_s};
        QTest::newRow("at least") << Breakpoint::Count::AtLeast << 4 << QStringList{u"3"_s, u"4"_s};
        QTest::newRow("every") << Breakpoint::Count::Every << 2 << QStringList{u"1"_s, u"3"_s};
    }
    void counts()
    {
        QFETCH(const Breakpoint::Count, count);
        QFETCH(const int, times);
        QFETCH(const QStringList, held);
        Breakpoint breakpoint = at(2);
        breakpoint.count = count;
        breakpoint.times = times;
        World world;
        world.prepare = [&breakpoint](runner::RunController &run) {
            run.setBreakpoints({breakpoint});
        };
        world.run(loop());
        QStringList seen;
        for (world.turn(); world.controller->isHeld() && seen.size() < 10; world.turn()) {
            QCOMPARE(world.holds.constLast().cause, Hold::Cause::Breakpoint);
            seen += n(world);
            world.controller->proceed();
        }
        QCOMPARE(seen, held);
        QVERIFY(world.report);
    }

    void edgesWithConditions()
    {
        World world;
        world.prepare = [](runner::RunController &run) {
            run.setBreakpoints({at(3, u"transferTrue"_s, u"[n] == 3"_s), at(3, u"transferFalse"_s)});
        };
        world.run(loop());
        world.turn();
        QVERIFY(world.controller->isHeld());
        QCOMPARE(n(world), u"3"_s);
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(2));
        QCOMPARE(world.holds.constLast().breakpoint->transition, u"transferTrue"_s);
        world.controller->proceed();
        world.turn();
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(4));
        QCOMPARE(world.holds.constLast().breakpoint->transition, u"transferFalse"_s);
        world.controller->proceed();
        world.turn();
        QCOMPARE(world.report->value().result->toText(), u"5"_s);
        QCOMPARE(world.holds.size(), 2);
    }

    void aBrokenConditionHolds_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("error");
        QTest::newRow("syntax") << u"[n] =="_s << u"column"_s;
        QTest::newRow("undeclared") << u"[m] == 1"_s << u"m"_s;
        QTest::newRow("no truth") << u"\"maybe\""_s << u"maybe"_s;
    }
    void aBrokenConditionHolds()
    {
        QFETCH(const QString, condition);
        QFETCH(const QString, error);
        World world;
        world.prepare = [&condition](runner::RunController &run) {
            run.setBreakpoints({at(2, {}, condition)});
        };
        world.run(loop());
        world.turn();
        QVERIFY(world.controller->isHeld());
        QCOMPARE(world.holds.constLast().cause, Hold::Cause::BrokenCondition);
        QVERIFY2(world.holds.constLast().error.contains(error), qPrintable(world.holds.constLast().error));
        world.controller->setBreakpoints({});
        world.controller->proceed();
        world.turn();
        QVERIFY(world.report);
    }

    /// Disabled, enabled and moved while the run goes on; counts of those that stay go on.
    void breakpointsChangeMeanwhile()
    {
        World world;
        Breakpoint third = at(2);
        third.count = Breakpoint::Count::Equal;
        third.times = 3;
        world.prepare = [&third](runner::RunController &run) {
            run.setBreakpoints({third, at(3)});
        };
        world.run(loop());
        world.turn();
        QCOMPARE(n(world), u"1"_s);
        Breakpoint off = at(3);
        off.isEnabled = false;
        world.controller->setBreakpoints({off, third});
        world.controller->proceed();
        world.turn();
        QCOMPARE(n(world), u"2"_s); // the third time before 2, the first of which was before the change
        world.controller->proceed();
        world.turn();
        QVERIFY(world.report);
    }

    void postProcessingCanBeSteppedInto()
    {
        World world;
        world.prepare = [](runner::RunController &run) {
            run.setBreakpoints({at(5)});
        };
        world.run(program({start(2), stop(2, "n"), object(5, 101, "\"type\":1,\"transitionOption\":0,\"transfer\":6"), countUp(6, 7),
                           object(7, 102, "\"callStack\":0")}));
        world.turn();
        QVERIFY(world.controller->isHeld());
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(5));
        world.controller->step();
        world.turn();
        QCOMPARE(world.holds.constLast().object, std::optional<qint64>(6));
        world.controller->proceed();
        world.turn();
        QCOMPARE(world.report->value().variables.value(u"n"_s).toText(), u"1"_s);
    }

    void stoppingWhileHeld()
    {
        World world;
        world.prepare = [](runner::RunController &run) {
            run.setBreakpoints({at(2), at(5)});
        };
        world.run(program({start(2), countUp(2, 3), stop(3, "n"), object(5, 101, "\"type\":1,\"transitionOption\":0,\"transfer\":6"),
                           countUp(6, 7), object(7, 102, "\"callStack\":0")}));
        world.turn();
        QVERIFY(world.controller->isHeld());
        world.controller->stop(machine::Reason::Stop, u"enough"_s);
        QVERIFY(!world.controller->isHeld());
        world.turn();
        QVERIFY(world.report); // no breakpoint keeps a run that is to stop
        QCOMPARE(world.report->value().message, u"enough"_s);
        QCOMPARE(world.report->value().variables.value(u"n"_s).toText(), u"1"_s);
        QCOMPARE(world.scheduler.pending(), 0);

        World gone;
        gone.prepare = world.prepare;
        gone.run(loop());
        gone.turn();
        QVERIFY(gone.controller->isHeld());
        gone.controller.reset();
        QCOMPARE(gone.scheduler.pending(), 0);
    }

    void aLoopThatIsWatchedLeavesTheEventLoopItsTurn()
    {
        World world;
        machine::Limits limits;
        limits.components = 20'000;
        world.prepare = [](runner::RunController &run) {
            run.setBreakpoints({at(2, {}, u"[n] < 0"_s)});
        };
        world.run(program({start(2), countUp(2, 2)}), limits);
        bool had = false;
        world.scheduler.after(std::chrono::milliseconds(0), [&world, &had] { had = !world.report; });
        world.turn();
        QVERIFY(had);
        QCOMPARE(world.report->value().variables.value(u"n"_s).toText(), u"19999"_s);
    }

    void records()
    {
        World world;
        world.port.isTiming = true;
        world.secrets = {u"hidden-word"_s};
        world.run(program({start(2), send(2, 3, 4), countUp(3, 5), stop(4, "err"), pause(5, 20, 4)}));
        world.clock.advance(std::chrono::milliseconds(3));
        world.turn();
        QCOMPARE(world.waits.size(), 1);
        QCOMPARE(world.waits.constFirst().object, 2);
        QCOMPARE(world.waits.constFirst().number, 2);
        QVERIFY(!world.waits.constFirst().duration);
        QCOMPARE(world.waits.constFirst().startedUs, 3'000);
        world.port.timings.constFirst()->waitUs = 40'000;
        world.clock.advance(std::chrono::milliseconds(40));
        world.port.calls.constFirst()->answer(Outcome::success(u"{\"token\":\"secret-1\",\"a\":\"hidden-word\"}"_s));
        QCOMPARE(world.waits.constLast().object, 5);
        QCOMPARE(world.waits.constLast().duration, std::optional(std::chrono::milliseconds(20)));
        world.scheduler.advance(std::chrono::milliseconds(20));
        QVERIFY(world.report);
        QCOMPARE(world.records.size(), 5);
        const runner::StepRecord &record = world.records.at(1);
        QCOMPARE(record.number, 2);
        QCOMPARE(record.startedMs, 1'700'000'000'003);
        QCOMPARE(record.timing->waitUs, 40'000);
        QCOMPARE(record.request, u"{\"operation\":\"sendtokenmsg\",\"conn\":\"c\",\"direction\":0,\"capabilityName\":\"msg\","
                                 "\"eventName\":\"hello\",\"content\":{},\"syncMode\":true,\"timeoutSec\":10}"_s);
        QCOMPARE(record.response, u"{\"token\":\"***\",\"a\":\"***\"}"_s);
        QCOMPARE(record.step.changes.size(), 1);
        QCOMPARE(record.step.changes.constFirst().name, u"reply"_s);
        QCOMPARE(record.step.changes.constFirst().before.toText(), QString());
        QCOMPARE(record.step.changes.constFirst().after.toText(), u"{\"token\":\"***\",\"a\":\"***\"}"_s);
        QVERIFY(!record.isCut);
        QCOMPARE(world.records.at(2).step.changes.constFirst(), (machine::VariableChange{u"n"_s, core::Value(0.0), core::Value(1.0)}));
        QVERIFY(world.records.at(2).request.isEmpty());
        QVERIFY(!world.records.at(2).timing);
        QVERIFY(world.report->value().variables.value(u"reply"_s).toText().contains(u"hidden-word"_s)); // the run's own stay
        const QByteArray json = runner::toJson(record).toCompact();
        QVERIFY2(json.contains("\"waitMs\":40,\"request\":{\"operation\":\"sendtokenmsg\""), json.constData());
        QVERIFY2(
            json.endsWith("\"changes\":{\"reply\":{\"before\":\"\",\"after\":\"{\\\"token\\\":\\\"***\\\",\\\"a\\\":\\\"***\\\"}\"}}}"),
            json.constData());
    }

    void recordsAreLimited()
    {
        World world;
        world.run(exchange());
        world.turn();
        world.port.calls.constFirst()->answer(Outcome::success(QString(1'000'000, u'x')));
        const runner::StepRecord &record = world.records.at(1);
        QVERIFY(record.isCut);
        QCOMPARE(record.response.size(), runner::recordlimit::payload);
        QCOMPARE(record.step.changes.constFirst().after.toText().size(), runner::recordlimit::value);
        QCOMPARE(world.report->value().result->toText().size(), 1'000'000);
    }

    void runsFromAnObject()
    {
        World world;
        world.run(program({start(2), object(2, 116, "\"transfer\":3"), countUp(3, 4), stop(4, "n")}, {3, false}));
        world.turn();
        QCOMPARE(world.steps, (QStringList{u"3 done"_s, u"4 done"_s}));
        QCOMPARE(world.report->value().result->toText(), u"1"_s);
    }

    void runsOnlyOne()
    {
        World world;
        world.run(program({start(2), send(2, 3, 4), object(3, 116, ""), object(4, 9999, ""),
                           object(5, 101, "\"type\":1,\"transitionOption\":0,\"transfer\":6"), countUp(6, 6)},
                          {2, true}));
        world.turn();
        world.port.calls.constFirst()->answer(Outcome::failure(u"not_active"_s, u"gone"_s));
        QVERIFY(world.report);
        QCOMPARE(world.report->value().reason, machine::Reason::Normal);
        QCOMPARE(world.steps, QStringList{u"2 error"_s});
        QCOMPARE(world.report->value().steps.constFirst().target, std::optional<qint64>(4));
        QCOMPARE(world.report->value().variables.value(u"err"_s).toText(), u"not_active: gone"_s);
    }

    void breakpointsAsJson()
    {
        Breakpoint every = at(7, u"transferError"_s, u"[n] > 1"_s);
        every.count = Breakpoint::Count::Every;
        every.times = 3;
        every.isEnabled = false;
        const core::Json json = runner::toJson(QList{at(2), every});
        QCOMPARE(json.toCompact(), QByteArray("[{\"object\":2},{\"object\":7,\"transition\":\"transferError\",\"condition\":\"[n] > 1\","
                                              "\"count\":\"every\",\"times\":3,\"enabled\":false}]"));
        QCOMPARE(runner::readBreakpoints(json), (QList{at(2), every}));
        QVERIFY(runner::toJson(QList<Breakpoint>()).isNull());
        const auto odd = core::readJson("[7,{\"object\":\"x\"},{\"object\":2},{\"object\":2},{\"object\":3,\"count\":\"?\",\"times\":-5}]");
        QCOMPARE(runner::readBreakpoints(*odd), (QList{at(2), at(3)}));
        QVERIFY(runner::readBreakpoints(core::Json(u"x"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DebuggerTest)
#include "tst_debugger.moc"
