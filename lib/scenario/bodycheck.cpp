// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/bodycheck.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/graph.h"
#include "scenario/rules/bodytext.h"

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

QList<core::SchemaProblem> problemsOf(const BodySubject &subject, const BodyText::Reading &reading)
{
    const capability::Message *message = subject.message;
    if (!message || !message->schema)
        return {};
    QList<core::SchemaProblem> found = message->schema->validate(reading.value);
    found.removeIf([&](const core::SchemaProblem &problem) { return isLenient(reading.value, problem, message->payload); });
    return found;
}

BodyProblem problemAt(core::Severity severity, QStringView code, const QString &text, qsizetype offset)
{
    BodyProblem problem;
    problem.severity = severity;
    problem.code = code.toString();
    problem.offset = offset;
    const QStringView before = QStringView(text).first(std::min(offset, text.size()));
    problem.line = before.count(u'\n') + 1;
    problem.column = before.size() - before.lastIndexOf(u'\n');
    return problem;
}

} // namespace

BodyCheck::BodyCheck(const core::Dialect &dialect, expression::SlotOf slotOf, TypeOf typeOf)
    : m_dialect(dialect), m_slotOf(std::move(slotOf)), m_typeOf(std::move(typeOf))
{}

QList<BodyProblem> BodyCheck::check(const BodySubject &subject, const std::stop_token &stop) const
{
    QList<BodyProblem> found;
    if (stop.stop_requested())
        return found;
    checkText(subject, subject.isTemplate ? BodyText(subject.text, m_slotOf) : BodyText(subject.text), found, stop);
    return found;
}

void BodyCheck::checkText(const BodySubject &subject, BodyText body, QList<BodyProblem> &found, const std::stop_token &stop) const
{
    const auto reportSyntax = [&found, &body] {
        BodyProblem problem = problemAt(core::Severity::Error, diagnosticcode::contentSyntax, body.text(), body.failureOffset());
        problem.detail = body.failure().message;
        problem.message = tr("The message body is not JSON: %1 (line %2, column %3 of the body)")
                              .arg(body.failure().message)
                              .arg(problem.line)
                              .arg(problem.column);
        found.append(problem);
    };
    checkUnescaped(body, found, stop);
    if (stop.stop_requested())
        return;
    std::optional<BodyText::Reading> reading = body.read(BodyText::StandIn::Number);
    if (!reading && body.hasOneReading()) {
        reportSyntax();
        return;
    }
    if (stop.stop_requested())
        return;
    QList<core::SchemaProblem> problems = reading ? problemsOf(subject, *reading) : QList<core::SchemaProblem>();
    if (stop.stop_requested())
        return;
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
            reportSyntax();
            return;
        }
    }
    for (const core::SchemaProblem &schemaProblem : problems) {
        if (stop.stop_requested())
            return;
        const Json *node = reading->value.resolve(schemaProblem.pointer);
        const qsizetype offset = node ? BodyText::offsetOf(*reading, node->place()) : 0;
        BodyProblem problem = problemAt(core::Severity::Error, diagnosticcode::contentSchema, body.text(), offset);
        const QString where = schemaProblem.pointer.isEmpty() ? tr("the top") : schemaProblem.pointer;
        problem.detail = tr("%1 (at %2)").arg(schemaProblem.message, where);
        problem.message = tr("The message body is not what %1/%2 asks for: %3 (at %4 of the body)")
                              .arg(subject.message->capability, subject.message->code, schemaProblem.message, where);
        found.append(problem);
    }
    const bool request = subject.message ? subject.message->request : m_dialect.undeclaredIsRequest;
    if (!subject.waits || !request || !m_dialect.ownQidReplaced)
        return; // to a plain event the server adds no qid
    for (const core::JsonMember &member : reading->value.members()) {
        if (member.key != qidKey)
            continue;
        BodyProblem problem =
            problemAt(core::Severity::Warning, diagnosticcode::contentOwnQid, body.text(), BodyText::offsetOf(*reading, member.place));
        problem.message = tr("The message body carries a \"qid\" of its own: as the component waits for the answer, the server replaces "
                             "it. Remove it.");
        problem.detail = problem.message;
        found.append(problem);
    }
}

void BodyCheck::checkUnescaped(const BodyText &body, QList<BodyProblem> &found, const std::stop_token &stop) const
{
    if (m_dialect.templateEscapes)
        return;
    for (const BodyText::Use &use : body.uses()) {
        if (stop.stop_requested())
            return;
        const std::optional<core::ValueType> type = m_typeOf(use.variable.name);
        if (!use.inString || type == core::ValueType::Number || type == core::ValueType::DateTime)
            continue; // neither number nor date-time holds a character that JSON escapes
        BodyProblem problem = problemAt(core::Severity::Warning, diagnosticcode::contentUnescaped, body.text(), use.variable.column - 1);
        problem.message = tr("The text of variable \"%1\" goes into a JSON string as it is: a quotation mark or a backslash in it would "
                             "break the message (column %2 of the body).")
                              .arg(use.variable.name)
                              .arg(use.variable.column);
        problem.detail = tr("The text of \"%1\" goes into a JSON string as it is: a quotation mark or a backslash in it would break the "
                            "message.")
                             .arg(use.variable.name);
        found.append(problem);
    }
}

std::optional<std::pair<QString, QString>> messageNamed(qint64 type, const Json &object, const core::Dialect &dialect)
{
    if (type != component::websock)
        return std::nullopt;
    const Json *capabilityName = object.find(code::capabilityName);
    const Json *eventName = object.find(code::eventName);
    if (!capabilityName || !eventName)
        return std::nullopt;
    const auto capability = Graph::constantText(*capabilityName, dialect);
    const auto event = Graph::constantText(*eventName, dialect);
    if (!capability || !event)
        return std::nullopt;
    return std::pair(*capability, *event);
}

bool isJsonBody(const capability::Message *message, const core::Dialect &dialect)
{
    return !message || message->isJson() || !dialect.otherContentIsText;
}

} // namespace signalbox::scenario
