// SPDX-License-Identifier: GPL-3.0-or-later
// When a run is held before its next component: asked to, after a step, at a breakpoint. Only the decision; RunController acts on it.
#pragma once

#include "machine/machine.h"
#include "runner/breakpoint.h"

namespace signalbox::runner {

/// Why and where a run stands.
struct Hold {
    enum class Cause : quint8 { Asked, Stepped, Breakpoint, BrokenCondition };

    Cause cause = Cause::Asked;
    std::optional<qint64> object;         ///< runs next; nothing at the end of a branch
    std::optional<Breakpoint> breakpoint; ///< that was hit
    QString error;                        ///< of a broken condition
};

class Debugger final
{
public:
    /// May change while a run goes on; those that stay keep their counts.
    void setBreakpoints(const QList<Breakpoint> &breakpoints);

    void pause() { m_mode = Mode::Hold; }
    /// Holds again once more than so many components have run.
    void step(qint64 componentsRun);
    void proceed() { m_mode = Mode::Run; }
    /// Nothing holds from now on.
    void mute();
    bool isPausing() const { return m_mode == Mode::Hold; }

    /// Whether each component must be looked at: check() before it, left() after it.
    bool isWatching() const { return !m_isMuted && (m_mode != Mode::Run || m_watches); }
    /// A transition has been taken.
    void left(const machine::TraceEvent &step);
    /// To be called before each component; counts a place once, however often it is asked there. The machine must not wait.
    std::optional<Hold> check(machine::Machine &machine);

private:
    enum class Mode : quint8 { Run, Hold, Step };
    struct Entry {
        Breakpoint breakpoint;
        qint64 hits = 0;
    };

    /// Whether it holds now; a broken condition holds with its error.
    std::optional<Hold> hit(Entry &entry, machine::Machine &machine);
    std::optional<Hold> breakpointHit(machine::Machine &machine);

    QList<Entry> m_entries;
    bool m_watches = false; ///< some breakpoint is enabled
    bool m_isMuted = false;
    Mode m_mode = Mode::Run;
    qint64 m_stepFrom = 0;
    qint64 m_checkedAt = -1;                  ///< componentsRun() of the place that was counted last
    QList<std::pair<qint64, QString>> m_left; ///< ways taken since
};

} // namespace signalbox::runner
