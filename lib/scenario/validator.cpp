// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/validator.h"

#include "scenario/inputs.h"
#include "scenario/rules/context.h"
#include "scenario/rules/flow.h"
#include "scenario/rules/properties.h"
#include "scenario/rules/structure.h"

namespace signalbox::scenario {

Validator::Validator(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect)
    : m_catalogue(catalogue), m_capabilities(capabilities), m_dialect(dialect)
{}

core::Diagnostics Validator::validate(const Scenario &scenario) const
{
    Context context(scenario, m_catalogue, m_capabilities, m_dialect);
    StructureRules structure(context);
    PropertyRules properties(context);

    structure.checkFrame();
    const QList<core::Json> &json = scenario.objects();
    std::vector<ObjectView> objects;
    objects.reserve(static_cast<size_t>(json.size()));
    for (qsizetype i = 0; i < json.size(); ++i) {
        const ObjectView &object = objects.emplace_back(context, json.at(i), i);
        structure.checkObject(object);
        properties.checkObject(object);
    }
    structure.checkStarts();
    structure.checkUnusedVariables();
    FlowRules(context).check(objects);
    for (const core::Diagnostic &problem : readInputs(scenario).diagnostics)
        context.findings.warning(problem.code, {{}, {}, problem.pointer, {problem.line, problem.column}}, problem.message);
    return context.findings.take();
}

} // namespace signalbox::scenario
