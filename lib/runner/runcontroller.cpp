// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runcontroller.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {
constexpr int componentsPerTurn = 1000;
constexpr int effectsPerTurn = 1000; // a scenario that only logs must leave the event loop its turn
} // namespace

RunController::RunController(std::shared_ptr<const machine::Program> program, machine::Inputs inputs, machine::Limits limits,
                             OperationPort *port, cluster::Surroundings surroundings, Observer observer)
    : m_port(port), m_surroundings(surroundings), m_observer(std::move(observer)), m_limits(limits),
      m_machine(std::move(program), std::move(inputs), limits, surroundings.clock, surroundings.random,
                [this](const machine::TraceEvent &step) {
                    m_recorder.add(step);
                    if (m_observer.step)
                        m_observer.step(step);
                })
{}

RunController::~RunController() = default;

void RunController::begin()
{
    m_startedMs = m_surroundings.clock.nowMs();
    m_startedUs = m_surroundings.clock.monotonicUs();
    m_deadline.arm(m_surroundings.scheduler, m_limits.time, [this] {
        stop(machine::Reason::Stop, QCoreApplication::translate("RunController", "The run was stopped: its time of %1 s was up.")
                                        .arg(static_cast<double>(m_limits.time.count()) / 1000));
    });
    pumpLater();
}

void RunController::abort()
{
    m_turn.cancel();
    m_deadline.cancel();
    m_calls.clear();
    m_sleeps.clear();
}

void RunController::stop(machine::Reason reason, const QString &message)
{
    if (!isRunning())
        return;
    if (m_stopReason) {
        end(*m_stopReason, m_stopMessage, std::nullopt);
        return;
    }
    m_stopReason = reason;
    m_stopMessage = message;
    m_calls.clear();
    m_sleeps.clear();
    m_machine.stop(reason, message);
    m_deadline.arm(m_surroundings.scheduler, postProcessing, [this] { end(*m_stopReason, m_stopMessage, std::nullopt); });
    pumpLater();
}

void RunController::pumpLater()
{
    m_turn.arm(m_surroundings.scheduler, std::chrono::milliseconds(0), [this] { pump(); });
}

void RunController::pump()
{
    m_turn.cancel();
    for (int effects = 0; effects < effectsPerTurn; ++effects) {
        const std::optional<machine::Effect> effect = m_machine.advance(componentsPerTurn);
        if (!effect) {
            if (!m_machine.isWaiting())
                break;
            return;
        }
        if (const auto *finished = std::get_if<machine::Finished>(&*effect)) {
            end(finished->reason, finished->message, finished->hasResult ? std::optional(finished->result) : std::nullopt);
            return;
        }
        handle(*effect);
    }
    pumpLater();
}

void RunController::handle(const machine::Effect &effect)
{
    if (const auto *asked = std::get_if<machine::Perform>(&effect)) {
        perform(*asked);
    } else if (const auto *asleep = std::get_if<machine::Sleep>(&effect)) {
        sleep(*asleep);
    } else if (const auto *log = std::get_if<machine::Log>(&effect)) {
        if (m_observer.log)
            m_observer.log(*log);
    }
}

void RunController::perform(const machine::Perform &perform)
{
    if (!m_port) {
        m_machine.resume(perform.id, operation::Outcome::failure(u"unreachable"_s,
                                                                 QCoreApplication::translate("RunController", "This run has no cluster.")));
        return;
    }
    const machine::CallId id = perform.id;
    const OutcomeCall call = m_port->perform(perform.operation);
    m_calls[id] = call;
    call->start([this, id](const core::Result<operation::Outcome> &outcome) {
        m_machine.resume(id, outcome ? *outcome : operation::Outcome::failure(u"internal"_s, outcome.error().message));
        m_calls.erase(id);
        pump();
    });
}

void RunController::sleep(const machine::Sleep &sleep)
{
    const machine::CallId id = sleep.id;
    auto &timer = m_sleeps[id];
    timer = std::make_unique<core::Deadline>();
    timer->arm(m_surroundings.scheduler, sleep.duration, [this, id] {
        m_sleeps.erase(id);
        m_machine.wake(id);
        pump();
    });
}

void RunController::end(machine::Reason reason, const QString &message, std::optional<core::Value> result)
{
    abort();
    RunReport report;
    report.reason = reason;
    report.message = message;
    report.result = std::move(result);
    report.variables = m_machine.variables();
    report.steps = m_recorder.takeSteps();
    report.startedMs = m_startedMs;
    report.durationUs = m_surroundings.clock.monotonicUs() - m_startedUs;
    finish(std::move(report));
}

} // namespace signalbox::runner
