// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/runtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

constexpr double usPerMs = 1000;
constexpr double usPerS = 1'000'000;
constexpr qint64 sPerMin = 60;

class RunText final
{
    Q_DECLARE_TR_FUNCTIONS(RunText)

public:
    /// One decimal while it tells something.
    static QString number(double value)
    {
        constexpr double whole = 100;
        const double tenths = std::round(value * 10) / 10;
        return QLocale().toString(value, 'f', value >= whole || tenths == std::round(tenths) ? 0 : 1);
    }

    static QString duration(qint64 microseconds)
    {
        const double us = static_cast<double>(std::max<qint64>(0, microseconds));
        if (us > 0 && us < usPerMs / 20) // would round to nothing
            return tr("<0.1 ms");
        if (us < usPerS)
            return tr("%1 ms").arg(number(us / usPerMs));
        if (us < usPerS * static_cast<double>(sPerMin))
            return tr("%1 s").arg(number(us / usPerS));
        const qint64 seconds = std::llround(us / usPerS);
        return tr("%1 min %2 s").arg(QLocale().toString(seconds / sPerMin)).arg(seconds % sPerMin);
    }

    static QString outcome(const CardRun &run, const Card &card)
    {
        if (card.ports.size() < 2)
            return {};
        const auto port =
            std::find_if(card.ports.begin(), card.ports.end(), [&run](const CardPort &known) { return known.outcome == run.outcome; });
        return port == card.ports.end() ? QString() : port->title;
    }

    static RunBadge badge(const CardRun &run, const Card &card)
    {
        const QString attempt = run.attempt > 1 ? u" · "_s + tr("try %1").arg(run.attempt) : QString();
        switch (run.phase) {
        case RunPhase::Waiting:
            return {tr("waiting %1").arg(duration(run.waitedUs)) + attempt, Role::Accent};
        case RunPhase::Paused:
            return {tr("paused") + attempt, Role::Accent};
        case RunPhase::Current:
            return {tr("running") + attempt, Role::Accent};
        case RunPhase::None:
            break;
        }
        if (run.count <= 0)
            return {};
        QString text = duration(run.spentUs / run.count);
        if (run.count > 1)
            text = tr("%1 × %2").arg(QLocale().toString(run.count), text);
        const QString told = outcome(run, card);
        return {told.isEmpty() ? text : told + u" · "_s + text,
                told.isEmpty() ? Role::Plain : Theme::roleOf(run.outcome).value_or(Role::Plain)};
    }

    static QString breakpoint(Breakpoint breakpoint)
    {
        switch (breakpoint) {
        case Breakpoint::Enabled:
            return tr("has a breakpoint");
        case Breakpoint::Disabled:
            return tr("has a breakpoint that is off");
        case Breakpoint::Conditional:
            return tr("has a breakpoint with a condition");
        case Breakpoint::None:
            break;
        }
        return {};
    }

    static QString spoken(const CardRun &run, const Card &card)
    {
        QStringList parts;
        if (run.phase == RunPhase::Paused)
            parts << tr("the run is paused here");
        else if (run.phase == RunPhase::Waiting)
            parts << tr("the run waits here for %1").arg(duration(run.waitedUs));
        else if (run.phase == RunPhase::Current)
            parts << tr("the run is here");
        if (run.phase != RunPhase::None && run.attempt > 1)
            parts << tr("attempt %1").arg(run.attempt);
        if (run.count > 0) {
            parts << tr("ran %n time(s)", nullptr, static_cast<int>(std::min<qint64>(run.count, std::numeric_limits<int>::max())));
            parts << tr("%1 in all").arg(duration(run.spentUs));
            if (const QString told = outcome(run, card); !told.isEmpty())
                parts << tr("last outcome %1").arg(told);
        }
        if (run.breakpoint != Breakpoint::None)
            parts << breakpoint(run.breakpoint);
        return parts.join(u", "_s);
    }

    static QString spoken(const EdgeRun &run)
    {
        QStringList parts;
        if (run.taken > 0)
            parts << tr("taken %n time(s)", nullptr, static_cast<int>(std::min<qint64>(run.taken, std::numeric_limits<int>::max())));
        if (run.breakpoint != Breakpoint::None)
            parts << breakpoint(run.breakpoint);
        return parts.join(u", "_s);
    }
};

} // namespace

QString durationText(qint64 microseconds)
{
    return RunText::duration(microseconds);
}

RunBadge runBadge(const CardRun &run, const Card &card)
{
    return RunText::badge(run, card);
}

QString countText(qint64 count)
{
    return count > 0 ? QLocale().toString(count) : QString();
}

QString spokenRun(const CardRun &run, const Card &card)
{
    return RunText::spoken(run, card);
}

QString spokenRun(const EdgeRun &run)
{
    return RunText::spoken(run);
}

} // namespace signalbox::drawing
