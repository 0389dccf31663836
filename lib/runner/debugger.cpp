// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/debugger.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {

bool counts(const Breakpoint &breakpoint, qint64 hits)
{
    switch (breakpoint.count) {
    case Breakpoint::Count::Always:
        return true;
    case Breakpoint::Count::Equal:
        return hits == breakpoint.times;
    case Breakpoint::Count::AtLeast:
        return hits >= breakpoint.times;
    case Breakpoint::Count::Every:
        return hits % std::max(1, breakpoint.times) == 0;
    }
    Q_UNREACHABLE();
}

} // namespace

void Debugger::setBreakpoints(const QList<Breakpoint> &breakpoints)
{
    QList<Entry> entries;
    m_watches = false;
    for (const Breakpoint &breakpoint : breakpoints.mid(0, mostBreakpoints)) {
        const auto known = std::find_if(m_entries.cbegin(), m_entries.cend(), [&breakpoint](const Entry &entry) {
            return entry.breakpoint.isAt(breakpoint.object, breakpoint.transition);
        });
        entries.append({breakpoint, known != m_entries.cend() ? known->hits : 0});
        m_watches = m_watches || breakpoint.isEnabled;
    }
    m_entries = std::move(entries);
}

void Debugger::step(qint64 componentsRun)
{
    m_mode = Mode::Step;
    m_stepFrom = componentsRun;
}

void Debugger::mute()
{
    m_isMuted = true;
    m_mode = Mode::Run;
}

void Debugger::left(const machine::TraceEvent &step)
{
    if (isWatching() && !step.transition.isEmpty())
        m_left.append({step.object, step.transition});
}

std::optional<Hold> Debugger::check(machine::Machine &machine)
{
    if (!isWatching() || machine.isFinished()) {
        m_left.clear();
        return std::nullopt;
    }
    const std::optional<qint64> next = machine.currentObject();
    std::optional<Hold> hold;
    // Each breakpoint is looked at, so that the counts are right whatever else holds the run.
    if (machine.componentsRun() != m_checkedAt || !m_left.isEmpty())
        hold = breakpointHit(machine);
    if (!hold && next && m_mode == Mode::Hold)
        hold = Hold{Hold::Cause::Asked, next, {}, {}};
    if (!hold && next && m_mode == Mode::Step && machine.componentsRun() > m_stepFrom)
        hold = Hold{Hold::Cause::Stepped, next, {}, {}};
    return hold;
}

std::optional<Hold> Debugger::breakpointHit(machine::Machine &machine)
{
    const std::optional<qint64> next = machine.currentObject();
    const QList<std::pair<qint64, QString>> ways = std::exchange(m_left, {});
    const bool isNewPlace = next && machine.componentsRun() != std::exchange(m_checkedAt, machine.componentsRun());
    std::optional<Hold> first;
    for (Entry &entry : m_entries) {
        const Breakpoint &breakpoint = entry.breakpoint;
        const bool isHere = breakpoint.transition.isEmpty()
                                ? isNewPlace && breakpoint.object == *next
                                : std::any_of(ways.begin(), ways.end(), [&breakpoint](const std::pair<qint64, QString> &way) {
                                      return breakpoint.isAt(way.first, way.second);
                                  });
        if (!isHere || !breakpoint.isEnabled)
            continue;
        std::optional<Hold> hold = hit(entry, machine);
        if (hold && !first)
            first = std::move(hold);
    }
    if (first)
        first->object = next;
    return first;
}

std::optional<Hold> Debugger::hit(Entry &entry, machine::Machine &machine)
{
    if (!entry.breakpoint.condition.isEmpty()) {
        const core::Result<bool> holds = machine.holds(entry.breakpoint.condition);
        if (!holds)
            return Hold{Hold::Cause::BrokenCondition, {}, entry.breakpoint, holds.error().message};
        if (!*holds)
            return std::nullopt;
    }
    ++entry.hits;
    if (!counts(entry.breakpoint, entry.hits))
        return std::nullopt;
    return Hold{Hold::Cause::Breakpoint, {}, entry.breakpoint, {}};
}

} // namespace signalbox::runner
