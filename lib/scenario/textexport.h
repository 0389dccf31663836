// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario as a graph in text, for documents and other tools: Graphviz and Mermaid. Places on the canvas do not matter there.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

namespace signalbox::scenario {

/// UTF-8. A node is an object with its name and what it does; a line bears its outcome, dashed for timeout and false, dotted for error.
/// From a goto, a dashed line leads to the golabel of its constant label. A transition to nothing ends at a text that says so.
QByteArray toDot(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect);
QByteArray toMermaid(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect);

} // namespace signalbox::scenario
