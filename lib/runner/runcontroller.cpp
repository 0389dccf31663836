// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runcontroller.h"

#include "machine/programdata.h"

namespace signalbox::runner {

using namespace Qt::StringLiterals;

namespace {
constexpr int componentsPerTurn = 1000;
constexpr int effectsPerTurn = 1000; // a scenario that only logs must leave the event loop its turn
} // namespace

RunController::RunController(std::shared_ptr<const machine::Program> program, machine::Inputs inputs, machine::Limits limits,
                             OperationPort *port, cluster::Surroundings surroundings, Observer observer)
    : m_port(port), m_surroundings(surroundings), m_observer(std::move(observer)), m_limits(limits),
      m_stepRecorder(program->data().dialect), m_clock(surroundings.clock),
      m_machine(program, std::move(inputs), limits, m_clock, surroundings.random, [this](const machine::TraceEvent &step) { traced(step); })
{
    if (m_observer.record)
        m_machine.recordChanges();
    for (const QString &secret : std::as_const(m_observer.secrets))
        m_stepRecorder.addSecret(secret);
}

RunController::~RunController() = default;

void RunController::begin()
{
    m_startedMs = m_surroundings.clock.nowMs();
    m_startedUs = m_clock.monotonicUs();
    armDeadline(m_limits.time);
    pumpLater();
}

void RunController::armDeadline(std::chrono::milliseconds time)
{
    m_deadline.arm(m_surroundings.scheduler, time, [this] {
        stop(machine::Reason::Stop, QCoreApplication::translate("RunController", "The run was stopped: its time of %1 s was up.")
                                        .arg(static_cast<double>(m_limits.time.count()) / 1000));
    });
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
    m_debugger.mute();
    m_hold.reset();
    m_clock.release();
    m_asked.reset();
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
        if (holdsHere())
            return;
        const bool isWatched = m_debugger.isWatching();
        const std::optional<machine::Effect> effect = m_machine.advance(isWatched ? 1 : componentsPerTurn);
        if (!effect) {
            if (m_machine.isWaiting())
                return;
            if (!isWatched)
                break;
            continue;
        }
        if (const auto *finished = std::get_if<machine::Finished>(&*effect)) {
            end(finished->reason, finished->message, finished->hasResult ? std::optional(finished->result) : std::nullopt);
            return;
        }
        handle(*effect);
    }
    pumpLater();
}

bool RunController::holdsHere()
{
    if (m_hold)
        return true;
    if (m_machine.isWaiting())
        return false;
    m_hold = m_debugger.check(m_machine);
    if (!m_hold)
        return false;
    m_debugger.proceed(); // what comes of it is the person's next word
    m_clock.hold();
    m_deadline.cancel();
    if (m_observer.held)
        m_observer.held(*m_hold);
    return true;
}

void RunController::release()
{
    if (!m_hold)
        return;
    m_hold.reset();
    m_clock.release();
    armDeadline(m_machine.timeLeft() ? std::chrono::ceil<std::chrono::milliseconds>(*m_machine.timeLeft()) : m_limits.time);
    pumpLater();
}

void RunController::pause()
{
    if (!m_hold)
        m_debugger.pause();
}

void RunController::step()
{
    if (!m_hold) {
        pause();
        return;
    }
    m_debugger.step(m_machine.componentsRun());
    release();
}

void RunController::proceed()
{
    m_debugger.proceed();
    release();
}

core::Result<void> RunController::setVariable(const QString &name, const core::Value &value)
{
    if (!m_hold)
        return core::fail(u"not_held"_s, QCoreApplication::translate("RunController", "Variables can be set while the run is paused."));
    return m_machine.setVariable(name, value);
}

void RunController::traced(const machine::TraceEvent &step)
{
    ++m_steps;
    m_debugger.left(step);
    m_recorder.add(step);
    if (m_observer.step)
        m_observer.step(step);
    const std::optional<Asked> asked = std::exchange(m_asked, std::nullopt);
    if (!m_observer.record)
        return;
    StepRecord record;
    record.number = m_steps;
    record.step = m_stepRecorder.kept(step, record.isCut);
    record.startedMs = m_surroundings.clock.nowMs() - step.durationUs / 1000;
    if (asked && asked->outcome) {
        record.request = asked->request;
        record.isCut = record.isCut || asked->isCut;
        record.response = m_stepRecorder.response(*asked->outcome, record.isCut);
        if (asked->timing)
            record.timing = *asked->timing;
    }
    m_observer.record(record);
}

void RunController::tellWaiting(std::optional<std::chrono::milliseconds> duration)
{
    if (!m_observer.waiting || !m_machine.currentObject())
        return;
    m_observer.waiting({m_steps + 1, *m_machine.currentObject(), m_clock.monotonicUs() - m_startedUs, m_surroundings.clock.nowMs(),
                        m_asked ? m_asked->request : QString(), duration});
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
    Asked &asked = m_asked.emplace();
    if (m_observer.record || m_observer.waiting)
        asked.request = m_stepRecorder.request(perform.operation, asked.isCut);
    if (m_port->tellsTiming())
        asked.timing = std::make_shared<OperationTiming>();
    const OutcomeCall call = asked.timing ? m_port->performTimed(perform.operation, asked.timing) : m_port->perform(perform.operation);
    m_calls[id] = call;
    call->start([this, id](const core::Result<operation::Outcome> &outcome) {
        const operation::Outcome settled = outcome ? *outcome : operation::Outcome::failure(u"internal"_s, outcome.error().message);
        if (m_asked)
            m_asked->outcome = &settled;
        m_machine.resume(id, settled);
        m_calls.erase(id);
        pump();
    });
    tellWaiting({});
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
    if (!sleep.isBetween)
        tellWaiting(sleep.duration);
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
    report.durationUs = m_clock.monotonicUs() - m_startedUs;
    finish(std::move(report));
}

} // namespace signalbox::runner
