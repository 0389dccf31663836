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
    Machine(std::shared_ptr<const Program> program, Inputs inputs, Limits limits, const core::Clock &clock, core::Random &random,
            Trace trace = {});
    ~Machine();
    Machine(Machine &&) noexcept;
    Machine &operator=(Machine &&) noexcept;

    /// Runs until the machine must wait, has an effect to hand over, or has taken this many components. An empty answer means: nothing
    /// to do until resume() or wake() when isWaiting(), else call again (the host gets its turn between).
    std::optional<Effect> advance(int components = 1000);

    void resume(CallId id, const operation::Outcome &outcome); ///< an id that is not awaited is ignored
    void wake(CallId id);                                      ///< likewise
    /// Ends the main branch with this reason; post-processing still runs. message becomes Finished::message.
    void stop(Reason reason, const QString &message = {});

    bool isWaiting() const;
    bool isFinished() const;
    std::optional<qint64> currentObject() const; ///< oId of the component to run next or that waits
    QHash<QString, core::Value> variables() const;
    core::Result<void> setVariable(const QString &name, const core::Value &value); ///< cast to its type; errors: undeclared, cast
    qint64 componentsRun() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::machine
