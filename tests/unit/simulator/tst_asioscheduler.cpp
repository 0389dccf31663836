// SPDX-License-Identifier: GPL-3.0-or-later
// The loop's timers: order, cancelling, moving time on. Time moves by advance() alone; the loop is polled, never waited for.
#include "simulator/asioscheduler.h"

#include <QTest>

using namespace signalbox::simulator;
using namespace std::chrono_literals;

class TestAsioScheduler : public QObject
{
    Q_OBJECT

private:
    boost::asio::io_context m_loop;
    std::unique_ptr<AsioScheduler> m_scheduler;
    QList<int> m_called;

    AsioScheduler::Token after(std::chrono::milliseconds delay, int number)
    {
        return m_scheduler->after(delay, [this, number] { m_called.append(number); });
    }
    void poll()
    {
        m_loop.restart();
        m_loop.poll();
    }

private Q_SLOTS:
    void init()
    {
        m_called.clear();
        m_scheduler = std::make_unique<AsioScheduler>(m_loop);
    }
    void cleanup()
    {
        m_scheduler->stop();
        poll();
        m_scheduler.reset();
    }

    void callsByTimeThenByOrderOfArming()
    {
        after(2h, 4);
        after(1h, 1);
        after(3h, 5);
        after(1h, 2);
        after(1h, 3);
        m_scheduler->advance(59min);
        QCOMPARE(m_called, QList<int>());
        m_scheduler->advance(2min);
        QCOMPARE(m_called, (QList<int>{1, 2, 3}));
        m_scheduler->advance(2h);
        QCOMPARE(m_called, (QList<int>{1, 2, 3, 4, 5}));
        QCOMPARE(m_scheduler->pending(), 0U);
    }

    void callsWhatIsDueAtOnceFromTheLoop()
    {
        after(0ms, 1);
        m_scheduler->after(-1ms, [this] {
            m_called.append(2);
            after(0ms, 4);
        });
        after(0ms, 3);
        QCOMPARE(m_called, QList<int>()); // not from within after()
        poll();
        QCOMPARE(m_called, (QList<int>{1, 2, 3, 4}));
    }

    void callsNothingThatIsCancelled()
    {
        const auto later = after(1h, 1);
        const auto soon = after(0ms, 2);
        after(1h, 3);
        m_scheduler->cancel(later);
        m_scheduler->cancel(soon);
        QCOMPARE(m_scheduler->pending(), 1U);
        poll();
        m_scheduler->advance(2h);
        QCOMPARE(m_called, QList<int>{3});
    }

    void aTaskMayCancelOneThatIsDueWithIt()
    {
        AsioScheduler::Token second = 0;
        m_scheduler->after(1h, [this, &second] { m_scheduler->cancel(second); });
        second = after(1h, 2);
        AsioScheduler::Token fourth = 0;
        m_scheduler->after(0ms, [this, &fourth] { m_scheduler->cancel(fourth); });
        fourth = after(0ms, 4);
        poll();
        m_scheduler->advance(2h);
        QCOMPARE(m_called, QList<int>());
        QCOMPARE(m_scheduler->pending(), 0U);
    }

    void anOldTokenCancelsNobodyElse()
    {
        const auto cancelled = after(1h, 1);
        m_scheduler->cancel(cancelled);
        const auto next = after(1h, 2);
        QVERIFY(next != cancelled);
        m_scheduler->cancel(cancelled);
        m_scheduler->cancel(0);
        m_scheduler->cancel(~AsioScheduler::Token{0});
        m_scheduler->advance(2h);
        QCOMPARE(m_called, QList<int>{2});
        m_scheduler->cancel(next); // it has fired
        after(1h, 3);
        m_scheduler->cancel(next);
        m_scheduler->advance(2h);
        QCOMPARE(m_called, (QList<int>{2, 3}));
    }

    void keepsTheOrderWhileMostAreCancelled()
    {
        constexpr int count = 5000;
        QList<int> left;
        for (int i = 0; i < count; ++i) {
            const auto token = after(std::chrono::minutes(count - i), i);
            if (i % 100 == 0)
                left.prepend(i);
            else
                m_scheduler->cancel(token);
        }
        QCOMPARE(m_scheduler->pending(), static_cast<std::size_t>(left.size()));
        m_scheduler->advance(std::chrono::minutes(count + 1));
        QCOMPARE(m_called, left);
    }

    void aCancelledTaskMayCancelAnother()
    {
        // Its captures end with it: what they hold may be a deadline of its own.
        signalbox::core::Deadline *inner = nullptr;
        auto deadline = std::make_shared<signalbox::core::Deadline>();
        inner = deadline.get();
        inner->arm(*m_scheduler, 1h, [this] { m_called.append(1); });
        const auto outer = m_scheduler->after(1h, [kept = std::move(deadline)] { Q_UNUSED(kept) });
        m_scheduler->cancel(outer);
        QCOMPARE(m_scheduler->pending(), 0U);
        m_scheduler->advance(2h);
        QCOMPARE(m_called, QList<int>());
    }

    void stopDropsAllAndTakesNoMore()
    {
        const auto token = after(1h, 1);
        after(0ms, 2);
        m_scheduler->stop();
        after(0ms, 3);
        after(1h, 4);
        m_scheduler->cancel(token);
        poll();
        QCOMPARE(m_called, QList<int>());
        QCOMPARE(m_scheduler->pending(), 0U);
        m_loop.restart();
        QCOMPARE(m_loop.run(), 0U); // nothing keeps the loop
    }
};

QTEST_GUILESS_MAIN(TestAsioScheduler)
#include "tst_asioscheduler.moc"
