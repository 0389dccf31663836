// SPDX-License-Identifier: GPL-3.0-or-later
// The scheduler on Qt's loop, deadlines, the clock, and the manual doubles that other tests stand on.
#include "core/clock.h"
#include "core/scheduler.h"
#include "support/manualtime.h"

#include <QTest>

using namespace signalbox::core;
using namespace std::chrono_literals;
using signalbox::test::ManualClock;
using signalbox::test::ManualScheduler;

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_log.clear();
    }

    void firesFromTheLoop()
    {
        QtScheduler scheduler;
        const auto token = scheduler.after(0ms, note(1));
        QVERIFY(token != 0);
        QVERIFY(m_log.isEmpty());
        QTRY_COMPARE(m_log, QList<int>{1});
        scheduler.cancel(token); // fired: ignored
    }

    void firesInOrderOfTime()
    {
        QtScheduler scheduler;
        scheduler.after(20ms, note(2));
        scheduler.after(1ms, note(1));
        scheduler.after(-5ms, note(0));
        QTRY_COMPARE(m_log, QList<int>({0, 1, 2}));
    }

    void cancelledNeverFires()
    {
        QtScheduler scheduler;
        const auto first = scheduler.after(0ms, note(1));
        const auto second = scheduler.after(0ms, note(2));
        QVERIFY(first != second);
        scheduler.cancel(first);
        scheduler.cancel(first);
        scheduler.cancel(999);
        scheduler.after(1ms, note(3));
        QTRY_COMPARE(m_log, QList<int>({2, 3}));
    }

    void takesDelaysBeyondATimersRange()
    {
        QtScheduler scheduler;
        const auto token = scheduler.after(std::chrono::hours(24 * 365), note(1));
        scheduler.after(0ms, note(2));
        QTRY_COMPARE(m_log, QList<int>{2});
        scheduler.cancel(token);
    }

    void destructionCancels()
    {
        {
            QtScheduler scheduler;
            scheduler.after(0ms, note(1));
        }
        QtScheduler other;
        other.after(1ms, note(2));
        QTRY_COMPARE(m_log, QList<int>{2});
    }

    void mayBeDestroyedFromItsTask()
    {
        auto scheduler = std::make_unique<QtScheduler>();
        scheduler->after(0ms, [&] {
            scheduler.reset();
            m_log.append(1);
        });
        QTRY_COMPARE(m_log, QList<int>{1});
    }

    void taskMayScheduleAndCancel()
    {
        QtScheduler scheduler;
        const auto victim = scheduler.after(30ms, note(9));
        scheduler.after(0ms, [&] {
            scheduler.cancel(victim);
            scheduler.after(40ms, note(2));
        });
        QTRY_COMPARE(m_log, QList<int>{2});
    }

    void deadlineFiresOnce()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        Deadline deadline;
        QVERIFY(!deadline.isArmed());
        deadline.arm(scheduler, 10ms, note(1));
        QVERIFY(deadline.isArmed());
        scheduler.advance(9ms);
        QVERIFY(m_log.isEmpty());
        scheduler.advance(1ms);
        QCOMPARE(m_log, QList<int>{1});
        QVERIFY(!deadline.isArmed());
        scheduler.advance(1000ms);
        QCOMPARE(m_log, QList<int>{1});
    }

    void deadlineIsArmedAnewOrCancelled()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        {
            Deadline deadline;
            deadline.arm(scheduler, 10ms, note(1));
            deadline.arm(scheduler, 20ms, note(2));
            QCOMPARE(scheduler.pending(), 1);
            scheduler.advance(20ms);
            QCOMPARE(m_log, QList<int>{2});
            deadline.arm(scheduler, 10ms, note(3));
            deadline.cancel();
            QCOMPARE(scheduler.pending(), 0);
            deadline.arm(scheduler, 10ms, note(4));
        }
        QCOMPARE(scheduler.pending(), 0);
        scheduler.advance(100ms);
        QCOMPARE(m_log, QList<int>{2});
    }

    void deadlineMayBeDestroyedOrRearmedFromItsTask()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        auto deadline = std::make_unique<Deadline>();
        deadline->arm(scheduler, 1ms, [&] { deadline->arm(scheduler, 1ms, [&] { deadline.reset(); }); });
        scheduler.advance(1ms);
        QVERIFY(deadline->isArmed());
        scheduler.advance(1ms);
        QVERIFY(!deadline);
    }

    void manualTimeFiresInOrderAndMovesTheClock()
    {
        ManualClock clock(5000);
        ManualScheduler scheduler(clock);
        QList<qint64> times;
        scheduler.after(30ms, [&] { times.append(clock.nowMs()); });
        scheduler.after(10ms, [&] {
            times.append(clock.nowMs());
            scheduler.after(5ms, [&] { times.append(clock.nowMs()); });
        });
        const auto cancelled = scheduler.after(11ms, note(1));
        scheduler.cancel(cancelled);
        scheduler.advance(20ms);
        QCOMPARE(times, QList<qint64>({5010, 5015}));
        QCOMPARE(clock.nowMs(), qint64{5020});
        QCOMPARE(scheduler.pending(), 1);
        scheduler.advance(10ms);
        QCOMPARE(times.last(), qint64{5030});
        QVERIFY(m_log.isEmpty());
    }

    void systemClockGoesOn()
    {
        const SystemClock clock;
        const qint64 first = clock.monotonicUs();
        QVERIFY(clock.monotonicUs() >= first);
        QVERIFY(qAbs(clock.nowMs() - QDateTime::currentMSecsSinceEpoch()) < 10'000);
    }

private:
    std::function<void()> note(int number)
    {
        return [this, number] {
            m_log.append(number);
        };
    }

    QList<int> m_log;
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
