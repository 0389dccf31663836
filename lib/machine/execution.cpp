// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/execution.h"

#include <algorithm>

namespace signalbox::machine {

using namespace Qt::StringLiterals;

namespace {

// Reading a clock costs as much as a component: the time limit is looked at once in so many (a power of two).
constexpr qint64 componentsPerLook = 256;
// Handling so many characters counts as one component of a host's turn.
constexpr qint64 charactersPerComponent = 4096;
// A thousand years: no limit, and no overflow in microseconds.
constexpr std::chrono::milliseconds longestTime{std::chrono::hours(24) * 365'000};

} // namespace

Execution::Execution(std::shared_ptr<const Program> program, const Inputs &inputs, const Limits &limits, const core::Clock &clock,
                     core::Random &random, Trace trace)
    : m_program(std::move(program)), m_limits(limits),
      m_timeUs(std::chrono::microseconds(std::clamp(limits.time, std::chrono::milliseconds(0), longestTime)).count()), m_clock(&clock),
      m_trace(std::move(trace)), m_memory(m_program->data(), inputs, limits.characters, random), m_node(m_program->data().start)
{}

std::optional<Effect> Execution::advance(int components)
{
    if (m_phase == Phase::Finished)
        return std::nullopt;
    if (!std::exchange(m_isStarted, true))
        m_startedUs = m_phaseStartedUs = m_clock->monotonicUs();
    if (m_node >= 0 && timeIsUp())
        endForTime();
    if (m_awaited != 0)
        return std::nullopt;
    m_memory.takeWork(); // what the host has set meanwhile
    for (qint64 turn = std::max(1, components); turn > 0;) {
        if (m_node < 0) {
            if (!beginNextBranch())
                return finish();
            --turn;
            continue;
        }
        if (limitReached())
            continue;
        if (m_pauseDue) {
            m_pauseDue = false;
            return sleep(m_limits.pause, Awaited::PauseBetween);
        }
        ++m_run;
        ++m_phaseRun;
        if (auto effect = run(node(m_node)))
            return effect;
        turn -= 1 + m_memory.takeWork() / charactersPerComponent;
    }
    return std::nullopt;
}

bool Execution::limitReached()
{
    if (m_phaseRun >= m_limits.components) {
        endBranch(m_program->data().limitReason,
                  tr("The limit of %1 components was reached before %2.").arg(m_limits.components).arg(node(m_node).label()));
        return true;
    }
    if ((m_phaseRun & (componentsPerLook - 1)) == componentsPerLook - 1 && timeIsUp()) {
        endForTime();
        return true;
    }
    return false;
}

bool Execution::beginNextBranch()
{
    const Program::Data &program = m_program->data();
    if (m_phase == Phase::Main) {
        m_phase = Phase::PostProcessing;
        m_phaseRun = 0;
        m_phaseStartedUs = m_clock->monotonicUs();
    }
    if (timeIsUp())
        return false;
    while (m_nextPostStart < program.postStarts.size()) {
        const int start = program.postStarts[m_nextPostStart++];
        const auto &covers = std::get<StartNode>(node(start).component).covers;
        if (covers && *covers != m_end.reason)
            continue;
        m_node = start;
        return true;
    }
    return false;
}

Effect Execution::finish()
{
    m_phase = Phase::Finished;
    return m_end;
}

void Execution::endBranch(Reason reason, const QString &message)
{
    m_node = -1;
    m_awaited = 0;
    m_what = Awaited::Nothing;
    m_pauseDue = false;
    if (m_phase != Phase::Main)
        return;
    m_end.reason = reason;
    m_end.message = message;
}

void Execution::stop(Reason reason, const QString &message)
{
    if (m_phase != Phase::Main || m_node < 0)
        return;
    const bool needsText = message.isEmpty() && reason != Reason::Normal;
    endBranch(reason, needsText ? tr("The run was stopped from outside.") : message);
}

void Execution::leave(const Node &node, int exitIndex, const QString &error)
{
    const Exit &exit = node.exits[static_cast<std::size_t>(exitIndex)];
    if (m_trace)
        trace(node, exit.outcome, exit.property, exit.target, error);
    if (m_program->data().isSingle) {
        endBranch(Reason::Normal);
        return;
    }
    m_node = exit.node;
    m_pauseDue = m_limits.pause.count() > 0;
    if (m_node >= 0)
        return;
    if (exit.property.isEmpty())
        endBranch(Reason::Normal);
    else if (!exit.target)
        endBranch(Reason::TransferNotSet, tr("%1: the transition %2 is not set.").arg(node.label(), exit.property));
    else
        endBranch(m_program->data().faultReason,
                  tr("%1: the transition %2 leads to object %3, which does not exist.").arg(node.label(), exit.property).arg(*exit.target));
}

void Execution::fail(const Node &node, const QString &message)
{
    if (m_trace)
        trace(node, operation::outcomeName(operation::OutcomeKind::Error), {}, std::nullopt, message);
    endBranch(m_program->data().faultReason, tr("%1: %2").arg(node.label(), message));
}

void Execution::trace(const Node &node, const QString &outcome, const QString &transition, std::optional<qint64> target,
                      const QString &error)
{
    m_trace({node.object, node.name, node.type, outcome, transition, target, m_componentStartedUs, sinceStart() - m_componentStartedUs,
             error, m_memory.takeChanges()});
}

CallId Execution::await(Awaited what)
{
    m_what = what;
    m_awaited = ++m_lastCall;
    return m_awaited;
}

Effect Execution::sleep(std::chrono::milliseconds duration, Awaited what)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*timeLeft());
    m_sleepIsCut = left < duration;
    return Sleep{await(what), std::min(duration, left), what == Awaited::PauseBetween};
}

void Execution::resume(CallId id, const operation::Outcome &outcome)
{
    if (id == 0 || id != m_awaited || m_what != Awaited::Outcome)
        return;
    m_awaited = 0;
    const Node &waiting = node(m_node);
    settle(waiting, std::get<WebsockNode>(waiting.component), outcome);
}

void Execution::wake(CallId id)
{
    if (id == 0 || id != m_awaited || m_what == Awaited::Outcome)
        return;
    if (m_sleepIsCut)
        return endForTime();
    m_awaited = 0;
    if (m_what == Awaited::PauseComponent)
        leave(node(m_node), exit::done);
}

bool Execution::timeIsUp() const
{
    return m_clock->monotonicUs() - m_phaseStartedUs >= m_timeUs;
}

void Execution::endForTime()
{
    const double seconds = static_cast<double>(m_timeUs) / std::micro::den;
    const QString where = node(m_node).label();
    endBranch(m_program->data().limitReason, m_awaited != 0
                                                 ? tr("The time limit of %1 s was reached while %2 was waiting.").arg(seconds).arg(where)
                                                 : tr("The time limit of %1 s was reached before %2.").arg(seconds).arg(where));
}

std::optional<std::chrono::microseconds> Execution::timeLeft() const
{
    if (!m_isStarted || m_phase == Phase::Finished)
        return std::nullopt;
    return std::chrono::microseconds(std::max<qint64>(0, m_phaseStartedUs + m_timeUs - m_clock->monotonicUs()));
}

std::optional<qint64> Execution::currentObject() const
{
    return m_node < 0 ? std::nullopt : std::optional(node(m_node).object);
}

QHash<QString, core::Value> Execution::variables() const
{
    QHash<QString, core::Value> values;
    int slot = 0;
    for (const VariableSlot &variable : m_program->data().variables)
        values.insert(variable.name, m_memory.value(slot++));
    return values;
}

core::Result<void> Execution::setVariable(const QString &name, const core::Value &value)
{
    const int slot = m_program->data().slotOf(name);
    if (slot < 0)
        return core::fail(QStringLiteral("undeclared"), tr("The variable \"%1\" is not declared.").arg(name));
    auto done = m_memory.assign(slot, value);
    (void)m_memory.takeChanges();
    return done;
}

core::Result<bool> Execution::holds(const QString &condition)
{
    constexpr qsizetype mostWatched = 1000;
    const Program::Data &program = m_program->data();
    auto known = m_watched.find(condition);
    if (known == m_watched.end()) {
        if (m_watched.size() >= mostWatched)
            m_watched.clear();
        const core::Json argument =
            core::Json::object({{u"argType"_s, core::Json(qint64(program.dialect.argExpression))}, {u"value"_s, core::Json(condition)}});
        const auto slotOf = [&program](QStringView name) {
            return program.slotOf(name);
        };
        known = m_watched.insert(condition, readArgument(argument, tr("condition"), slotOf, program.dialect));
    }
    m_memory.takeWork();
    core::Value scratch;
    const core::Value *value = m_memory.evaluate(*known, scratch);
    if (value == nullptr)
        return core::fail(u"expression"_s, m_memory.failure());
    if (const auto truth = expression::truthOf(*value, program.dialect.trueText, program.dialect.falseText))
        return *truth;
    return core::fail(u"expression"_s, tr("\"%1\" is neither true nor false, nor a number.").arg(value->toText().left(64)));
}

} // namespace signalbox::machine
