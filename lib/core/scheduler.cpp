// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

namespace signalbox::core {

class QtScheduler::Private final : public QObject
{
public:
    struct Entry {
        Token token = 0;
        QDeadlineTimer due;
        std::function<void()> task;
    };

    void start(Entry entry)
    {
        // A Qt timer takes an int of milliseconds, some 24 days; a longer delay goes in several steps.
        const qint64 left = std::clamp<qint64>(entry.due.remainingTime(), 0, std::numeric_limits<int>::max());
        const int timer = startTimer(static_cast<int>(left), Qt::PreciseTimer);
        timers.insert(entry.token, timer);
        entries.insert(timer, entry);
    }

    void timerEvent(QTimerEvent *event) override
    {
        killTimer(event->timerId());
        Entry entry = entries.take(event->timerId());
        timers.remove(entry.token);
        if (entry.due.hasExpired())
            entry.task(); // may delete this
        else
            start(std::move(entry));
    }

    Token last = 0;
    QHash<int, Entry> entries; // by timer
    QHash<Token, int> timers;
};

QtScheduler::QtScheduler() : d(std::make_unique<Private>())
{}
QtScheduler::~QtScheduler() = default;

Scheduler::Token QtScheduler::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const Token token = ++d->last;
    d->start({token, QDeadlineTimer(std::max<qint64>(0, delay.count()), Qt::PreciseTimer), std::move(task)});
    return token;
}

void QtScheduler::cancel(Token token)
{
    const auto timer = d->timers.constFind(token);
    if (timer == d->timers.constEnd())
        return;
    d->killTimer(*timer);
    const auto entry = d->entries.take(*timer); // its captures die last: they may call back into this
    d->timers.erase(timer);
}

void Deadline::arm(Scheduler &scheduler, std::chrono::milliseconds delay, std::function<void()> task)
{
    cancel();
    m_scheduler = &scheduler;
    m_token = scheduler.after(delay, [this, task = std::move(task)] {
        m_token = 0;
        task(); // may destroy this
    });
}

void Deadline::cancel()
{
    if (m_token != 0)
        m_scheduler->cancel(std::exchange(m_token, 0));
}

} // namespace signalbox::core
