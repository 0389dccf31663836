// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/validator.h"

#include "scenario/revalidator.h"

namespace signalbox::scenario {

Validator::Validator(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect)
    : m_catalogue(catalogue), m_capabilities(capabilities), m_dialect(dialect)
{}

core::Diagnostics Validator::validate(const Scenario &scenario) const
{
    return Revalidator(m_catalogue, m_capabilities, m_dialect).validate(scenario);
}

} // namespace signalbox::scenario
