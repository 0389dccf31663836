// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a scenario here, step by step, on the current thread's event loop: hosts the machine, hands its operations to a port, its
// waits to a scheduler, and reports. Does not read files and holds no connection.
#pragma once

#include "cluster/clustersession.h"
#include "machine/machine.h"
#include "runner/operationport.h"
#include "runner/recorder.h"
#include "runner/runreport.h"

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
    };

    /// port may be null for a scenario without operations; what it asks for then fails with "unreachable". port and surroundings must
    /// outlive this. limits.time is the run's deadline and holds while it waits, too.
    RunController(std::shared_ptr<const machine::Program> program, machine::Inputs inputs, machine::Limits limits, OperationPort *port,
                  cluster::Surroundings surroundings, Observer observer = {});
    ~RunController() override;

    /// Ends the main branch with this reason; post-processing still runs, for at most postProcessing. A second stop ends that as well.
    void stop(machine::Reason reason, const QString &message);

    static constexpr std::chrono::milliseconds postProcessing{10'000};

protected:
    void begin() override;
    void abort() override;

private:
    using OutcomeCall = std::shared_ptr<core::AsyncCall<operation::Outcome>>;

    void pumpLater();
    void pump();
    void handle(const machine::Effect &effect);
    void perform(const machine::Perform &perform);
    void sleep(const machine::Sleep &sleep);
    void end(machine::Reason reason, const QString &message, std::optional<core::Value> result);

    OperationPort *m_port;
    cluster::Surroundings m_surroundings;
    Observer m_observer;
    machine::Limits m_limits;
    Recorder m_recorder;
    machine::Machine m_machine;
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
