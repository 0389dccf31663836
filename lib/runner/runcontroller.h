// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a scenario here, step by step, on the current thread's event loop: hosts the machine, hands its operations to a port, its
// waits to a scheduler, holds it where a debugger wants it held, and reports. Does not read files and holds no connection.
#pragma once

#include "cluster/clustersession.h"
#include "runner/debugger.h"
#include "runner/recorder.h"
#include "runner/runclock.h"
#include "runner/steprecord.h"

#include <map>

namespace signalbox::runner {

/// start() runs the scenario; the answer is the report, and an error only for cancel(), which ends everything at once. stop() is the way to
/// end a run so that its post-processing still happens.
class RunController final : public core::AsyncCall<RunReport>
{
public:
    struct Observer {
        std::function<void(const machine::TraceEvent &)> step; ///< a component has finished
        std::function<void(const machine::Log &)> log;         ///< component 111 in mode log
        // For whoever looks on; recording costs a little with each component.
        std::function<void(const StepRecord &)> record; ///< as step, with all that may be kept
        std::function<void(const StepStart &)> waiting; ///< a component has begun and waits
        std::function<void(const Hold &)> held;         ///< must not destroy this
        QStringList secrets;                            ///< what records must not show
    };

    /// port may be null for a scenario without operations; what it asks for then fails with "unreachable". port and surroundings must
    /// outlive this. limits.time is the run's deadline and holds while it waits, too.
    RunController(std::shared_ptr<const machine::Program> program, machine::Inputs inputs, machine::Limits limits, OperationPort *port,
                  cluster::Surroundings surroundings, Observer observer = {});
    ~RunController() override;

    /// Ends the main branch with this reason; post-processing still runs, for at most postProcessing. A second stop ends that as well.
    void stop(machine::Reason reason, const QString &message);

    static constexpr std::chrono::milliseconds postProcessing{10'000};

    // Debugging. All of it may be called before start(): then pause() and step() hold before the first component. A hold takes effect
    // before the next component; an operation in flight is waited for. Held time counts for nothing.
    void pause();
    void step(); ///< one component, then hold again; as pause() while the run goes on
    void proceed();
    bool isHeld() const { return m_hold.has_value(); }
    const std::optional<Hold> &hold() const { return m_hold; }
    /// Asked to hold and still on the way there.
    bool isPausing() const { return isRunning() && !m_hold && m_debugger.isPausing(); }
    void setBreakpoints(const QList<Breakpoint> &breakpoints) { m_debugger.setBreakpoints(breakpoints); }

    QHash<QString, core::Value> variables() const { return m_machine.variables(); }
    /// While it is held only. Errors: those of the machine, and not_held.
    core::Result<void> setVariable(const QString &name, const core::Value &value);
    std::optional<qint64> currentObject() const { return m_machine.currentObject(); }
    qint64 elapsedUs() const { return isRunning() ? m_clock.monotonicUs() - m_startedUs : 0; }

protected:
    void begin() override;
    void abort() override;

private:
    using OutcomeCall = std::shared_ptr<core::AsyncCall<operation::Outcome>>;

    void pumpLater();
    void pump();
    bool holdsHere();
    void release();
    void traced(const machine::TraceEvent &step);
    void tellWaiting(std::optional<std::chrono::milliseconds> duration);
    void armDeadline(std::chrono::milliseconds time);
    void handle(const machine::Effect &effect);
    void perform(const machine::Perform &perform);
    void sleep(const machine::Sleep &sleep);
    void end(machine::Reason reason, const QString &message, std::optional<core::Value> result);

    OperationPort *m_port;
    cluster::Surroundings m_surroundings;
    Observer m_observer;
    machine::Limits m_limits;
    Recorder m_recorder;
    StepRecorder m_stepRecorder;
    RunClock m_clock;
    Debugger m_debugger;
    machine::Machine m_machine;
    std::optional<Hold> m_hold;
    qint64 m_steps = 0; ///< finished
    struct Asked {
        QString request;
        bool isCut = false;
        OperationPort::TimingPtr timing;             ///< null where the port does not tell it
        const operation::Outcome *outcome = nullptr; ///< while it settles
    };
    std::optional<Asked> m_asked; ///< of the component that waits
    std::map<machine::CallId, OutcomeCall> m_calls;
    std::map<machine::CallId, std::unique_ptr<core::Deadline>> m_sleeps;
    core::Deadline m_turn;
    core::Deadline m_deadline;
    std::optional<machine::Reason> m_stopReason;
    QString m_stopMessage;
    qint64 m_startedMs = 0;
    qint64 m_startedUs = 0;
};

} // namespace signalbox::runner
