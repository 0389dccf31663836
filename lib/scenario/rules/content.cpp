// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/content.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/graph.h"
#include "scenario/rules/textplace.h"

#include <algorithm>
#include <array>

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView qidKey = u"qid"; // platform.md §3

/// The part of a schema that describes the node at a pointer, found along "properties" and "items"; nullptr where that does not say.
const Json *subschema(const Json &schema, QStringView pointer)
{
    const Json *at = &schema;
    for (const QStringView token : pointer.split(u'/', Qt::SkipEmptyParts)) {
        const QString key = token.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        const Json *next = (*at)[u"properties"].find(key);
        if (!next && (*at)[u"items"].isObject())
            next = at->find(u"items");
        if (!next)
            return nullptr;
        at = next;
    }
    return at;
}

/// Whether the schema itself says that this is no string.
bool excludesStrings(const Json *schema)
{
    const Json *type = schema ? schema->find(u"type") : nullptr;
    if (!type)
        return false;
    if (type->isString())
        return type->toString() != "string"_L1;
    return type->isArray() && !type->items().contains(Json(u"string"_s));
}

/// Whether the schema judges by more than the node's own kind and members: then an unknown part may be what fails.
bool looksInside(const Json *schema)
{
    constexpr std::array words{u"anyOf", u"oneOf", u"allOf",    u"not",         u"if",
                               u"const", u"enum",  u"contains", u"uniqueItems", u"propertyNames"};
    return !schema || std::any_of(words.begin(), words.end(), [schema](const char16_t *word) { return schema->contains(word); });
}

/// Whether a problem may come of a stand-in alone.
bool isLenient(const Json &value, const core::SchemaProblem &problem, const Json &schema)
{
    const Json *node = value.resolve(problem.pointer);
    if (!node || !BodyText::isUnknown(*node))
        return false;
    const Json *part = subschema(schema, problem.pointer);
    if (node->isArray() || node->isObject())
        return looksInside(part) || BodyText::hasUnknownKey(*node);
    return !(BodyText::isUnknownString(*node) && excludesStrings(part));
}

} // namespace

ContentRules::Known ContentRules::messageOf(const ObjectView &object)
{
    if (!object.is(component::websock))
        return {};
    const Json *capabilityName = object.value(code::capabilityName);
    const Json *eventName = object.value(code::eventName);
    if (!capabilityName || !eventName)
        return {};
    const auto capability = Graph::constantText(*capabilityName, m_context.dialect);
    const auto event = Graph::constantText(*eventName, m_context.dialect);
    if (!capability || !event)
        return {};
    const std::pair key(*capability, *event);
    auto known = m_messages.constFind(key);
    if (known == m_messages.constEnd()) {
        const capability::Message *message = m_context.capabilities.find(*capability, *event);
        known = m_messages.insert(key, {message, !message || message->isJson() || !m_context.dialect.otherContentIsText});
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
    if (!known.isJson)
        return; // goes out as a JSON string, whatever it holds (platform.md §3)
    const Subject subject{object, property, argument, known.message};
    if (argument.kind == Argument::Kind::Constant) {
        const std::pair key(subject.message, argument.text);
        if (m_cleanConstants.contains(key))
            return;
        if (checkText(subject, BodyText(argument.text)))
            m_cleanConstants.insert(key);
    } else if (argument.kind == Argument::Kind::Template) {
        checkText(subject, BodyText(argument.text, m_context.slotOf));
    }
}

bool ContentRules::checkText(const Subject &subject, BodyText body)
{
    const bool escaped = checkUnescaped(subject, body);
    std::optional<BodyText::Reading> reading = body.read(BodyText::StandIn::Number);
    if (!reading && body.hasOneReading()) {
        reportSyntax(subject, body);
        return false;
    }
    QList<core::SchemaProblem> problems = reading ? problemsOf(subject, *reading) : QList<core::SchemaProblem>();
    if (!body.hasOneReading() && (!reading || !problems.isEmpty())) {
        // What numbers in the variables' places do not give, strings may; the first failure is the one to report.
        BodyText other = body;
        if (const std::optional<BodyText::Reading> asText = other.read(BodyText::StandIn::Text)) {
            const QList<core::SchemaProblem> otherProblems = problemsOf(subject, *asText);
            if (!reading || otherProblems.isEmpty()) {
                reading = asText;
                problems = otherProblems;
            }
        } else if (!reading) {
            reportSyntax(subject, body);
            return false;
        }
    }
    reportSchema(subject, *reading, problems);
    return checkQid(subject, *reading) && escaped && problems.isEmpty();
}

QList<core::SchemaProblem> ContentRules::problemsOf(const Subject &subject, const BodyText::Reading &reading) const
{
    const capability::Message *message = subject.message;
    if (!message || !message->schema)
        return {};
    QList<core::SchemaProblem> found = message->schema->validate(reading.value);
    found.removeIf([&](const core::SchemaProblem &problem) { return isLenient(reading.value, problem, message->payload); });
    return found;
}

void ContentRules::reportSyntax(const Subject &subject, const BodyText &body)
{
    const QStringView before = QStringView(body.text()).first(body.failureOffset());
    m_context.findings.error(diagnosticcode::contentSyntax, spotAt(subject, body.failureOffset()),
                             tr("The message body is not JSON: %1 (line %2, column %3 of the body)")
                                 .arg(body.failure().message)
                                 .arg(before.count(u'\n') + 1)
                                 .arg(before.size() - before.lastIndexOf(u'\n')));
}

void ContentRules::reportSchema(const Subject &subject, const BodyText::Reading &reading, const QList<core::SchemaProblem> &problems)
{
    for (const core::SchemaProblem &problem : problems) {
        const Json *node = reading.value.resolve(problem.pointer);
        const qsizetype offset = node ? BodyText::offsetOf(reading, node->place()) : 0;
        m_context.findings.error(diagnosticcode::contentSchema, spotAt(subject, offset),
                                 tr("The message body is not what %1/%2 asks for: %3 (at %4 of the body)")
                                     .arg(subject.message->capability, subject.message->code, problem.message,
                                          problem.pointer.isEmpty() ? tr("the top") : problem.pointer));
    }
}

bool ContentRules::checkQid(const Subject &subject, const BodyText::Reading &reading)
{
    if (!subject.object.is(component::websock) || subject.object.type()->choice(code::syncMode, subject.object.json()) != 1)
        return true;
    const bool request = subject.message ? subject.message->request : m_context.dialect.undeclaredIsRequest;
    if (!request || !m_context.dialect.ownQidReplaced)
        return true; // to a plain event the server adds no qid
    for (const core::JsonMember &member : reading.value.members()) {
        if (member.key != qidKey)
            continue;
        m_context.findings.warning(
            diagnosticcode::contentOwnQid, spotAt(subject, BodyText::offsetOf(reading, member.place)),
            tr("The message body carries a \"qid\" of its own: as the component waits for the answer, the server replaces "
               "it. Remove it."));
        return false;
    }
    return true;
}

bool ContentRules::checkUnescaped(const Subject &subject, const BodyText &body)
{
    bool clean = true;
    if (m_context.dialect.templateEscapes)
        return clean;
    for (const BodyText::Use &use : body.uses()) {
        const int slot = m_context.variables.find(use.variable.name);
        const std::optional<core::ValueType> type = m_context.variables.at(slot).type;
        if (!use.inString || type == core::ValueType::Number || type == core::ValueType::DateTime)
            continue; // neither number nor date-time holds a character that JSON escapes
        clean = false;
        m_context.findings.warning(
            diagnosticcode::contentUnescaped, spotAt(subject, use.variable.column - 1),
            tr("The text of variable \"%1\" goes into a JSON string as it is: a quotation mark or a backslash in it would "
               "break the message (column %2 of the body).")
                .arg(use.variable.name)
                .arg(use.variable.column));
    }
    return clean;
}

Spot ContentRules::spotAt(const Subject &subject, qsizetype offset) const
{
    const Argument &argument = subject.argument;
    Spot spot = subject.object.spot(subject.property.code, *argument.value, argument.path);
    spot.place = placeInString(*argument.value, argument.text, offset);
    return spot;
}

} // namespace signalbox::scenario
