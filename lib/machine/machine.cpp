// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/machine.h"

#include "machine/execution.h"

namespace signalbox::machine {

class Machine::Private final : public Execution
{
public:
    using Execution::Execution;
};

Machine::Machine(std::shared_ptr<const Program> program, Inputs inputs, Limits limits, const core::Clock &clock, core::Random &random,
                 Trace trace)
    : d(std::make_unique<Private>(std::move(program), inputs, limits, clock, random, std::move(trace)))
{}

Machine::~Machine() = default;
Machine::Machine(Machine &&) noexcept = default;
Machine &Machine::operator=(Machine &&) noexcept = default;

std::optional<Effect> Machine::advance(int components)
{
    return d->advance(components);
}

void Machine::resume(CallId id, const operation::Outcome &outcome)
{
    d->resume(id, outcome);
}

void Machine::wake(CallId id)
{
    d->wake(id);
}

void Machine::stop(Reason reason, const QString &message)
{
    d->stop(reason, message);
}

bool Machine::isWaiting() const
{
    return d->awaited() != 0;
}

bool Machine::isAwaiting(CallId id) const
{
    return id != 0 && d->awaited() == id;
}

bool Machine::isFinished() const
{
    return d->phase() == Execution::Phase::Finished;
}

bool Machine::isPostProcessing() const
{
    return d->phase() == Execution::Phase::PostProcessing;
}

std::optional<std::chrono::microseconds> Machine::timeLeft() const
{
    return d->timeLeft();
}

std::optional<qint64> Machine::currentObject() const
{
    return d->currentObject();
}

QHash<QString, core::Value> Machine::variables() const
{
    return d->variables();
}

core::Result<void> Machine::setVariable(const QString &name, const core::Value &value)
{
    return d->setVariable(name, value);
}

qint64 Machine::componentsRun() const
{
    return d->componentsRun();
}

void Machine::recordChanges()
{
    d->recordChanges();
}

core::Result<bool> Machine::holds(const QString &condition)
{
    return d->holds(condition);
}

} // namespace signalbox::machine
