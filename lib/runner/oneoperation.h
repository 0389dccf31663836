// SPDX-License-Identifier: GPL-3.0-or-later
// The operation that one component 144 would perform with the values that stand in it: for trying it alone. Performs nothing.
#pragma once

#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "core/dialect.h"
#include "core/random.h"
#include "machine/effect.h"
#include "scenario/scenario.h"

namespace signalbox::runner {

/// Evaluates the component's arguments on the scenario's variables as inputs begin them. Errors: those of machine::Program::compile, and
/// bad_argument with what is wrong with a value (operation::check included).
core::Result<operation::Operation> operationOf(const scenario::Scenario &scenario, qint64 object, const machine::Inputs &inputs,
                                               const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                                               const core::Clock &clock, core::Random &random);

} // namespace signalbox::runner
