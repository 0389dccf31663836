// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/content.h"

#include "scenario/bodycheck.h"
#include "scenario/componentcodes.h"
#include "scenario/rules/textplace.h"

namespace signalbox::scenario {

using core::Json;

ContentRules::Known ContentRules::messageOf(const ObjectView &object)
{
    const auto key = messageNamed(object.typeNumber().value_or(0), object.json(), m_context.dialect);
    if (!key)
        return {};
    auto known = m_messages.constFind(*key);
    if (known == m_messages.constEnd()) {
        const capability::Message *message = m_context.capabilities.find(key->first, key->second);
        known = m_messages.insert(*key, {message, isJsonBody(message, m_context.dialect)});
    }
    return *known;
}

bool ContentRules::needsText(const ObjectView &object, const catalogue::Property &property)
{
    return property.format == catalogue::ValueFormat::Json && object.is(component::websock) && messageOf(object).isJson;
}

void ContentRules::check(const ObjectView &object, const catalogue::Property &property, const Argument &argument)
{
    const Known known = messageOf(object);
    const bool isConstant = argument.kind == Argument::Kind::Constant;
    if (!known.isJson || (!isConstant && argument.kind != Argument::Kind::Template))
        return;
    const std::pair key(known.message, argument.text);
    if (isConstant && m_cleanConstants.contains(key))
        return;
    BodySubject subject{argument.text, !isConstant, known.message};
    subject.waits = object.is(component::websock) && object.type()->choice(code::syncMode, object.json()) == 1;
    const QList<BodyProblem> problems = m_check.check(subject);
    if (isConstant && problems.isEmpty())
        m_cleanConstants.insert(key);
    for (const BodyProblem &problem : problems) {
        Spot spot = object.spot(property.code, *argument.value, argument.path);
        spot.place = placeInString(*argument.value, argument.text, problem.offset);
        if (problem.severity == core::Severity::Error)
            m_context.findings.error(problem.code, spot, problem.message);
        else
            m_context.findings.warning(problem.code, spot, problem.message);
    }
}

} // namespace signalbox::scenario
