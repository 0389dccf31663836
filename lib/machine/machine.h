// SPDX-License-Identifier: GPL-3.0-or-later
// The interpreter, free of input and output: it consumes results and yields effects. Hosts: lib/runner on Qt's loop, the
// simulator's svc role on Asio's, tests on none.
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "machine/effect.h"
#include "machine/program.h"

#include <functional>
#include <memory>

namespace signalbox::machine {

class Machine final
{
public:
    using Trace = std::function<void(const TraceEvent &)>;

    /// clock and random must outlive the machine. Without a trace no trace events are made (faster).
    /// Initial values stand from here on (platform.md §5): type defaults (defineVars; without it a variable is the empty string until it is
    /// assigned), the scenario's opts.variables, inputs.variables, then startParam, where start parameter 1 is given. An input that is not
    /// declared or cannot be cast ends the run at its start with the reason error.
    Machine(std::shared_ptr<const Program> program, Inputs inputs, Limits limits, const core::Clock &clock, core::Random &random,
            Trace trace = {});
    ~Machine();
    Machine(Machine &&) noexcept;
    Machine &operator=(Machine &&) noexcept;

    /// Runs until the machine must wait, has an effect to hand over, or has taken this many components (fewer where they handle long
    /// texts). An empty answer means: nothing to do until resume() or wake() when isWaiting(), else call again (the host gets its turn
    /// between), unless isFinished(). That a branch begins counts as a component: a host that takes one at a time sees its first object
    /// before it runs. The first call starts the clock. While the machine waits, a call ends the branch when its time is up.
    std::optional<Effect> advance(int components = 1000);

    void resume(CallId id, const operation::Outcome &outcome); ///< an id that is not awaited is ignored
    void wake(CallId id);                                      ///< likewise
    /// Ends the main branch with this reason; post-processing still runs. message becomes Finished::message. What was waited for is
    /// dropped. Once the main branch has ended this does nothing; a host that will not wait for post-processing destroys the machine.
    void stop(Reason reason, const QString &message = {});

    bool isWaiting() const;
    bool isAwaiting(CallId id) const; ///< false once the call is settled or dropped: the host cancels its work
    bool isFinished() const;
    bool isPostProcessing() const;
    /// Until the time limit of the branch that runs; a host that waits calls advance() when this has passed. Nothing before the start and
    /// after the end.
    std::optional<std::chrono::microseconds> timeLeft() const;
    std::optional<qint64> currentObject() const; ///< oId of the component to run next or that waits
    QHash<QString, core::Value> variables() const;
    core::Result<void> setVariable(const QString &name,
                                   const core::Value &value); ///< cast to its type; errors: undeclared, cast, too_large
    qint64 componentsRun() const;

    /// From now on trace events tell what changed. What setVariable() changes is no component's doing and is not told.
    void recordChanges();
    /// Whether an expression holds on the variables as they are now, by the rule of the expressions' own if(). Error: expression, with what
    /// is wrong and where.
    core::Result<bool> holds(const QString &condition);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::machine
