// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/oneoperation.h"

#include "machine/machine.h"

#include <QCoreApplication>

namespace signalbox::runner {

core::Result<operation::Operation> operationOf(const scenario::Scenario &scenario, qint64 object, const machine::Inputs &inputs,
                                               const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                                               const core::Clock &clock, core::Random &random)
{
    const auto program = machine::Program::compile(scenario, catalogue, dialect, {object, true});
    if (!program)
        return tl::unexpected(program.error());
    QString fault;
    machine::Machine machine(*program, inputs, {}, clock, random, [&fault](const machine::TraceEvent &step) { fault = step.error; });
    const std::optional<machine::Effect> effect = machine.advance();
    const auto *const perform = effect ? std::get_if<machine::Perform>(&*effect) : nullptr;
    if (!perform)
        return core::fail(QStringLiteral("bad_argument"),
                          fault.isEmpty() ? QCoreApplication::translate("OneOperation", "The component performs no operation.") : fault);
    if (const auto checked = operation::check(perform->operation, dialect); !checked)
        return tl::unexpected(checked.error());
    return perform->operation;
}

} // namespace signalbox::runner
