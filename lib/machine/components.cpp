// SPDX-License-Identifier: GPL-3.0-or-later
// What each component does when control reaches it (platform.md §5, component-144). Where the documentation is silent:
// - an argument that fails, and a value that does not fit its variable's type, end the branch with the reason error and name the object,
//   the property and the column; component 144 has an error transition and takes it, with bad_argument and without performing anything;
// - an absent argument is the empty string; of a pause 0 ms; of an assignment the initial value of the variable's type;
// - a result that does not fit resultVariable takes the error transition with bad_content, though the operation is done;
// - on success errorVariable keeps its value.
#include "machine/execution.h"
#include "machine/operationbuilder.h"

#include <cmath>

namespace signalbox::machine {

using namespace Qt::StringLiterals;

namespace {

// What looking at one golabel costs of a host's turn.
constexpr qint64 charactersPerLabel = 64;

} // namespace

std::optional<Effect> Execution::run(const Node &node)
{
    if (m_trace)
        m_componentStartedUs = sinceStart();
    if (m_run == 1 && m_memory.inputError()) {
        fail(node, m_memory.inputError()->message);
        return std::nullopt;
    }
    return std::visit([this, &node](const auto &component) { return run(node, component); }, node.component);
}

std::optional<Effect> Execution::run(const Node &node, const StartNode &)
{
    leave(node, exit::done);
    return std::nullopt;
}

std::optional<Effect> Execution::run(const Node &node, const StopNode &stop)
{
    if (!stop.returnValue.isAbsent()) {
        core::Value scratch;
        const core::Value *value = m_memory.evaluate(stop.returnValue, scratch);
        if (value == nullptr) {
            fail(node, m_memory.failure());
            return std::nullopt;
        }
        if (m_phase == Phase::Main) {
            m_end.result = *value;
            m_end.hasResult = true;
        }
        const int slot = m_program->data().resultSlot;
        if (slot >= 0) {
            if (const auto done = m_memory.assign(slot, *value); !done) {
                fail(node, tr("property %1: %2").arg(stop.returnValue.property, done.error().message));
                return std::nullopt;
            }
        }
    }
    leave(node, exit::done);
    return std::nullopt;
}

std::optional<Effect> Execution::run(const Node &node, const PauseNode &pause)
{
    core::Value scratch;
    const core::Value *value = m_memory.evaluate(pause.timeoutMs, scratch);
    if (value == nullptr) {
        fail(node, m_memory.failure());
        return std::nullopt;
    }
    const auto number = pause.timeoutMs.isAbsent() ? std::optional(0.0) : value->toNumber();
    if (!number || !(*number >= 0)) {
        fail(node, tr("property %1: \"%2\" is no time in milliseconds.").arg(pause.timeoutMs.property, value->toText()));
        return std::nullopt;
    }
    // Longer than any time limit, and within 64 bits.
    constexpr double longestMs = 1e15;
    return sleep(std::chrono::milliseconds(std::llround(std::min(*number, longestMs))), Awaited::PauseComponent);
}

std::optional<Effect> Execution::run(const Node &node, const CompareNode &compare)
{
    core::Value leftScratch;
    core::Value rightScratch;
    const core::Value *left = m_memory.evaluate(compare.left, leftScratch);
    const core::Value *right = left != nullptr ? m_memory.evaluate(compare.right, rightScratch) : nullptr;
    if (right == nullptr)
        fail(node, m_memory.failure());
    else
        leave(node, expression::compare(*left, compare.comparison, *right) ? exit::isTrue : exit::isFalse);
    return std::nullopt;
}

std::optional<Effect> Execution::run(const Node &node, const AssignNode &assign)
{
    for (const Assignment &assignment : assign.assignments)
        if (!this->assign(node, assignment))
            return std::nullopt;
    leave(node, exit::done);
    return std::nullopt;
}

bool Execution::assign(const Node &node, const Assignment &assignment)
{
    core::Value scratch;
    const core::Value *value = &scratch;
    if (assignment.value.isAbsent())
        scratch = core::Value::defaultOf(m_program->data().variables[static_cast<std::size_t>(assignment.slot)].type);
    else
        value = m_memory.evaluate(assignment.value, scratch);
    if (value == nullptr) {
        fail(node, m_memory.failure());
        return false;
    }
    const auto done = m_memory.assign(assignment.slot, *value);
    if (!done)
        fail(node, tr("property %1: %2").arg(assignment.value.property, done.error().message));
    return done.has_value();
}

std::optional<Effect> Execution::run(const Node &node, const LogNode &log)
{
    core::Value scratch;
    const core::Value *value = m_memory.evaluate(log.text, scratch);
    if (value == nullptr) {
        fail(node, m_memory.failure());
        return std::nullopt;
    }
    const QString text = value->toText();
    leave(node, exit::done);
    return Log{node.object, text};
}

std::optional<Effect> Execution::run(const Node &node, const WebsockNode &websock)
{
    auto operation = buildOperation(websock, m_memory, m_program->data().dialect);
    if (!operation) {
        settle(node, websock, operation::Outcome::failure(operation.error().code, operation.error().message));
        return std::nullopt;
    }
    return Perform{await(Awaited::Outcome), node.object, std::move(*operation)};
}

void Execution::settle(const Node &node, const WebsockNode &websock, operation::Outcome outcome)
{
    if (outcome.kind == operation::OutcomeKind::Success && websock.resultSlot >= 0) {
        // The operation is done and stays done; but what follows counts on a result that is not there.
        if (const auto done = m_memory.assign(websock.resultSlot, core::Value(outcome.result)); !done)
            outcome = operation::Outcome::failure(done.error().code == "too_large"_L1 ? done.error().code : u"bad_content"_s,
                                                  tr("property resultVariable: %1").arg(done.error().message));
    }
    const QString error = outcome.errorText(m_program->data().dialect);
    // A variable that cannot take the text keeps its value: compiling has warned, and the transition tells of the error all the same.
    if (!error.isEmpty() && websock.errorSlot >= 0)
        (void)m_memory.assign(websock.errorSlot, core::Value(error));
    switch (outcome.kind) {
    case operation::OutcomeKind::Success:
        return leave(node, exit::success);
    case operation::OutcomeKind::Timeout:
        return leave(node, exit::timeout, error);
    case operation::OutcomeKind::Error:
        return leave(node, exit::error, error);
    }
}

std::optional<Effect> Execution::run(const Node &node, const GotoNode &jump)
{
    const int target = labelNode(node, jump);
    if (target < 0 || (jump.assignment && !assign(node, *jump.assignment)))
        return std::nullopt;
    if (m_trace)
        trace(node, node.exits[exit::done].outcome, {}, this->node(target).object, {});
    if (m_program->data().isSingle) {
        endBranch(Reason::Normal);
        return std::nullopt;
    }
    m_node = target;
    m_pauseDue = m_limits.pause.count() > 0;
    return std::nullopt;
}

int Execution::labelNode(const Node &node, const GotoNode &jump)
{
    if (jump.node >= 0)
        return jump.node;
    core::Value scratch;
    const core::Value *wanted = m_memory.evaluate(jump.label, scratch);
    if (wanted == nullptr) {
        fail(node, m_memory.failure());
        return -1;
    }
    const QString text = wanted->toText();
    for (const int index : m_program->data().labels) {
        const Node &candidate = this->node(index);
        core::Value labelScratch;
        const core::Value *label = m_memory.evaluate(std::get<LabelNode>(candidate.component).label, labelScratch);
        m_memory.addWork(charactersPerLabel);
        if (label == nullptr) {
            fail(node, tr("the label of %1: %2").arg(candidate.label(), m_memory.failure()));
            return -1;
        }
        if (label->toText() == text)
            return index;
    }
    fail(node, tr("property %1: there is no label \"%2\".").arg(jump.label.property, text));
    return -1;
}

std::optional<Effect> Execution::run(const Node &node, const LabelNode &)
{
    leave(node, exit::done);
    return std::nullopt;
}

} // namespace signalbox::machine
