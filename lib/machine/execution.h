// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a program: which component is next, what is waited for, which branch runs and why the main branch ended. The components'
// own work is in components.cpp. Private to this module; hosts use Machine.
#pragma once

#include "core/clock.h"
#include "machine/memory.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace signalbox::machine {

class Execution
{
    Q_DECLARE_TR_FUNCTIONS(Machine)

public:
    enum class Phase : quint8 { Main, PostProcessing, Finished };
    using Trace = std::function<void(const TraceEvent &)>;

    Execution(std::shared_ptr<const Program> program, const Inputs &inputs, const Limits &limits, const core::Clock &clock,
              core::Random &random, Trace trace);

    std::optional<Effect> advance(int components);
    void resume(CallId id, const operation::Outcome &outcome);
    void wake(CallId id);
    void stop(Reason reason, const QString &message);

    CallId awaited() const { return m_awaited; }
    Phase phase() const { return m_phase; }
    std::optional<std::chrono::microseconds> timeLeft() const;
    std::optional<qint64> currentObject() const;
    QHash<QString, core::Value> variables() const;
    core::Result<void> setVariable(const QString &name, const core::Value &value);
    qint64 componentsRun() const { return m_run; }
    void recordChanges() { m_memory.recordChanges(); }
    core::Result<bool> holds(const QString &condition);

private:
    enum class Awaited : quint8 { Nothing, Outcome, PauseComponent, PauseBetween };

    // Components (components.cpp): each leaves by an exit, ends the branch, or hands over an effect.
    std::optional<Effect> run(const Node &node);
    std::optional<Effect> run(const Node &node, const StartNode &start);
    std::optional<Effect> run(const Node &node, const StopNode &stop);
    std::optional<Effect> run(const Node &node, const PauseNode &pause);
    std::optional<Effect> run(const Node &node, const CompareNode &compare);
    std::optional<Effect> run(const Node &node, const AssignNode &assign);
    std::optional<Effect> run(const Node &node, const LogNode &log);
    std::optional<Effect> run(const Node &node, const WebsockNode &websock);
    std::optional<Effect> run(const Node &node, const GotoNode &jump);
    std::optional<Effect> run(const Node &node, const LabelNode &label);
    void settle(const Node &node, const WebsockNode &websock, operation::Outcome outcome);
    bool assign(const Node &node, const Assignment &assignment); ///< false: the branch has ended
    /// The golabel's node, or -1: the branch has ended.
    int labelNode(const Node &node, const GotoNode &jump);

    // Control
    const Node &node(int index) const { return m_program->data().nodes[static_cast<std::size_t>(index)]; }
    void leave(const Node &node, int exitIndex, const QString &error = {});
    void fail(const Node &node, const QString &message);
    void endBranch(Reason reason, const QString &message = {});
    bool beginNextBranch();
    bool limitReached();
    Effect finish();
    Effect sleep(std::chrono::milliseconds duration, Awaited what);
    CallId await(Awaited what);

    // Time
    bool timeIsUp() const;
    void endForTime();
    qint64 sinceStart() const { return m_clock->monotonicUs() - m_startedUs; }
    void trace(const Node &node, const QString &outcome, const QString &transition, std::optional<qint64> target, const QString &error);

    std::shared_ptr<const Program> m_program;
    Limits m_limits;
    qint64 m_timeUs; ///< m_limits.time
    const core::Clock *m_clock;
    Trace m_trace;
    Memory m_memory;

    Phase m_phase = Phase::Main;
    bool m_isStarted = false;
    int m_node = -1; ///< to run next, or waiting; -1: the branch has ended
    std::size_t m_nextPostStart = 0;
    bool m_pauseDue = false; ///< between two components
    CallId m_lastCall = 0;
    CallId m_awaited = 0;
    Awaited m_what = Awaited::Nothing;
    bool m_sleepIsCut = false; ///< the time limit comes before the end of the sleep
    qint64 m_run = 0;          ///< components, in all branches
    qint64 m_phaseRun = 0;     ///< components of this phase
    qint64 m_startedUs = 0;
    qint64 m_phaseStartedUs = 0;
    qint64 m_componentStartedUs = 0; ///< since the start
    Finished m_end;
    QHash<QString, Argument> m_watched; ///< conditions of holds(), parsed
};

} // namespace signalbox::machine
