// SPDX-License-Identifier: GPL-3.0-or-later
// All validation rules of a scenario. Each finding has a stable code and a place; nothing is changed.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/diagnostic.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

namespace signalbox::scenario {

class Validator final
{
public:
    Validator(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect);

    /// Every finding, by place. Linear in the document's size. Codes: see the rules folder-wide list in diagnosticcodes.h.
    core::Diagnostics validate(const Scenario &scenario) const;

private:
    const catalogue::Catalogue &m_catalogue;
    const capability::Capabilities &m_capabilities;
    const core::Dialect &m_dialect;
};

} // namespace signalbox::scenario
