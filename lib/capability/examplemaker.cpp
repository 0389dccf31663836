// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/examplemaker.h"

#include "capability/exampletext.h"
#include "capability/schemadefinition.h"

#include <QCoreApplication>

namespace signalbox::capability {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

constexpr int mostChecks = 3000;
constexpr int mostPlaces = 50'000;
constexpr int deepest = 60;

} // namespace

ExampleMaker::ExampleMaker(const Json &schema, const core::JsonSchema &compiled, int repetitions, std::stop_token stop)
    : m_document(asDefinition(schema)), m_compiled(compiled), m_repetitions(repetitions), m_stop(std::move(stop)), m_walk(m_document)
{}

std::optional<Json> ExampleMaker::make()
{
    const Json &root = definitionIn(m_document);
    Place start;
    start.opened.append(&root);
    return valueOf(Schemas{&root}, start, [this](const Json &value) {
        const QList<core::SchemaProblem> problems = m_compiled.validate(value);
        if (problems.isEmpty())
            return true;
        Place at;
        at.pointer = problems.first().pointer;
        note(at, problems.first().message);
        return false;
    });
}

core::Error ExampleMaker::failure() const
{
    if (isGivenUp())
        return {u"example.too_large"_s, Text::tr("The schema leaves so many ways that no example was found in a bearable time."), {}};
    constexpr qsizetype longestPlace = 120;
    const QString where = m_reasonAt.isEmpty() ? Text::tr("the top") : m_reasonAt.left(longestPlace);
    const QString why = m_reason.isEmpty() ? Text::tr("nothing that was tried fits the schema.") : m_reason;
    return {u"example.none"_s, Text::tr("No example can be made from the schema. At %1: %2").arg(where, why), m_reasonAt};
}

bool ExampleMaker::isGivenUp() const
{
    return m_stop.stop_requested() || m_checks > mostChecks || m_places > mostPlaces || m_walk.isExhausted();
}

void ExampleMaker::note(const Place &place, const QString &reason)
{
    // The reason that lies deepest says most; of several there the first.
    const auto depth = static_cast<int>(place.pointer.count(u'/'));
    if (depth <= m_reasonDepth)
        return;
    m_reasonDepth = depth;
    m_reasonAt = place.pointer;
    m_reason = reason;
}

bool ExampleMaker::conforms(const Json &value, const Schemas &schemas, const Place &place)
{
    ++m_checks;
    QList<Json> parts;
    for (const Json *schema : schemas)
        parts.append(*schema);
    Json whole = m_document;
    whole.set(u"allOf"_s, Json::array(parts));
    const core::Result<core::JsonSchema> compiled = parts.isEmpty() ? core::fail({}, {}) : core::JsonSchema::compile(whole);
    if (!compiled)
        return true; // what is wrong is found when the whole is checked
    const QList<core::SchemaProblem> problems = compiled->validate(value);
    if (problems.isEmpty())
        return true;
    Place at = place;
    at.pointer += problems.first().pointer;
    note(at, problems.first().message);
    return false;
}

std::optional<Json> ExampleMaker::valueOf(const Schemas &schemas, const Place &place, const Accept &accept)
{
    if (++m_places > mostPlaces || isGivenUp())
        return std::nullopt;
    if (place.depth > deepest) {
        note(place, Text::tr("the schema nests too deeply."));
        return std::nullopt;
    }
    const QList<SchemaParts> alternatives = m_walk.alternatives(schemas);
    if (alternatives.isEmpty())
        note(place, Text::tr("the schema allows nothing here."));
    for (const SchemaParts &parts : alternatives) {
        Place within = place;
        bool repeats = false;
        for (const Json *opened : parts.opened) {
            repeats = repeats || place.opened.count(opened) > m_repetitions;
            within.opened.append(opened);
        }
        if (repeats) {
            m_metRepetition = true;
            note(place, Text::tr("the schema contains itself without an end."));
            continue;
        }
        if (std::optional<Json> made = valueOf(parts, schemas, within, accept))
            return made;
    }
    return std::nullopt;
}

std::optional<Json> ExampleMaker::valueOf(const SchemaParts &parts, const Schemas &whole, const Place &place, const Accept &accept)
{
    const auto takes = [&](const Json &value) {
        return !isGivenUp() && conforms(value, whole, place) && accept(value);
    };
    // What the schema itself gives, from the most telling on. A variant asks for others than the first.
    QList<Json> given;
    for (const Json *part : parts.parts) {
        given += (*part)[u"examples"].items();
        for (const QStringView keyword : {u"example", u"default", u"const"}) {
            if (const Json *value = part->find(keyword))
                given.append(*value);
        }
    }
    bool isClosed = has(parts.parts, {u"const"});
    for (const Json *part : parts.parts) {
        if (const Json *values = part->find(u"enum")) {
            given += values->items();
            isClosed = true;
        }
    }
    for (qsizetype i = 0; i < given.size(); ++i) {
        const Json &value = given.at((i + place.variant) % given.size());
        if (takes(value))
            return value;
    }
    if (isClosed) {
        note(place, Text::tr("none of the values that the schema lists fits the rest of it."));
        return std::nullopt;
    }
    const Accept check = isPlain(whole) && parts.opened.isEmpty() ? accept : Accept(takes);
    const QStringList types = typesOf(parts.parts, place.depth == 0);
    if (types.isEmpty())
        note(place, Text::tr("the schema asks for two types at once."));
    for (const QString &type : types) {
        if (std::optional<Json> made = typed(type, parts.parts, place, check))
            return made;
    }
    return std::nullopt;
}

std::optional<Json> ExampleMaker::typed(const QString &type, const Schemas &parts, const Place &place, const Accept &accept)
{
    if (type == "object"_L1)
        return object(parts, place, accept);
    if (type == "array"_L1)
        return array(parts, place, accept);
    if (type == "string"_L1)
        return text(parts, place, accept);
    if (type == "integer"_L1 || type == "number"_L1)
        return number(type == "integer"_L1, parts, place, accept);
    const QList<Json> values = type == "boolean"_L1 ? QList<Json>{Json(true), Json(false)} : QList<Json>{Json()};
    for (qsizetype i = 0; i < values.size(); ++i) {
        const Json &value = values.at((i + place.variant) % values.size());
        if (accept(value))
            return value;
    }
    return std::nullopt;
}

// Texts and numbers -------------------------------------------------------------------------------------------------------------

std::optional<Json> ExampleMaker::text(const Schemas &parts, const Place &place, const Accept &accept)
{
    TextWish wish;
    wish.name = place.name;
    wish.variant = place.variant;
    wish.least = least(parts, u"minLength");
    wish.most = most(parts, u"maxLength");
    for (const Json *part : parts) {
        if (const Json *pattern = part->find(u"pattern"))
            wish.patterns.append(pattern->toString());
        if (const Json *format = part->find(u"format"))
            wish.format = format->toString();
    }
    if (wish.least > TextWish::longest) {
        note(place, Text::tr("it must have at least %1 characters.").arg(wish.least));
        return std::nullopt;
    }
    for (const QString &candidate : exampleTexts(wish)) {
        if (accept(Json(candidate)))
            return Json(candidate);
    }
    note(place,
         wish.patterns.isEmpty() ? Text::tr("no text fits.") : Text::tr("no text was found for the pattern %1").arg(wish.patterns.first()));
    return std::nullopt;
}

std::optional<Json> ExampleMaker::number(bool isInteger, const Schemas &parts, const Place &place, const Accept &accept)
{
    NumberWish wish;
    wish.isInteger = isInteger;
    wish.variant = place.variant;
    for (const Json *part : parts) {
        wish.raise((*part)[u"minimum"].toDouble(), false);
        wish.raise((*part)[u"exclusiveMinimum"].toDouble(), true);
        wish.lower((*part)[u"maximum"].toDouble(), false);
        wish.lower((*part)[u"exclusiveMaximum"].toDouble(), true);
        if (const auto step = (*part)[u"multipleOf"].toDouble(); step && *step > 0)
            wish.steps.append(*step);
    }
    for (const Json &candidate : exampleNumbers(wish)) {
        if (accept(candidate))
            return candidate;
    }
    note(place, Text::tr("no number fits its bounds."));
    return std::nullopt;
}

} // namespace signalbox::capability
