// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/examplemaker.h"

#include "capability/exampletext.h"
#include "capability/schemadefinition.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::capability {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

constexpr int mostChecks = 3000;
constexpr int mostPlaces = 50'000;
constexpr int deepest = 60;
constexpr int mostVariants = 64; // that are tried for items that must differ
constexpr qsizetype mostItems = 1000;
constexpr qsizetype mostLeftOut = 12; // optional members that are left out one at a time, where with all of them nothing fits

using Schemas = QList<const Json *>;

/// The bound that all parts keep: the largest of minimums, the smallest of maximums.
template <typename Better>
std::optional<qsizetype> bound(const Schemas &parts, QStringView keyword, Better better)
{
    std::optional<qsizetype> found;
    for (const Json *part : parts) {
        const std::optional<qint64> value = (*part)[keyword].toInt();
        if (value && (!found || better(*value, *found)))
            found = *value;
    }
    return found;
}

qsizetype least(const Schemas &parts, QStringView keyword)
{
    return bound(parts, keyword, std::greater<>()).value_or(0);
}

std::optional<qsizetype> most(const Schemas &parts, QStringView keyword)
{
    return bound(parts, keyword, std::less<>());
}

bool has(const Schemas &parts, std::initializer_list<QStringView> keywords)
{
    return std::any_of(parts.cbegin(), parts.cend(), [&keywords](const Json *part) {
        return std::any_of(keywords.begin(), keywords.end(), [part](QStringView keyword) { return part->contains(keyword); });
    });
}

/// Whether values that are made by these keywords need not be looked at again before the whole is.
bool isPlain(const Schemas &schemas)
{
    static const QStringList plain{u"type"_s,      u"properties"_s,       u"required"_s,         u"items"_s,    u"minItems"_s,
                                   u"maxItems"_s,  u"minimum"_s,          u"maximum"_s,          u"title"_s,    u"description"_s,
                                   u"minLength"_s, u"maxLength"_s,        u"definitions"_s,      u"format"_s,   u"additionalProperties"_s,
                                   u"$comment"_s,  u"exclusiveMinimum"_s, u"exclusiveMaximum"_s, u"readOnly"_s, u"writeOnly"_s,
                                   u"deprecated"_s};
    return schemas.size() == 1 && schemas.first()->isObject() &&
           std::all_of(schemas.first()->members().cbegin(), schemas.first()->members().cend(),
                       [](const JsonMember &member) { return plain.contains(member.key); });
}

/// The types that a value may have, those first that the other keywords speak of.
QStringList typesOf(const Schemas &parts, bool isRoot)
{
    QStringList allowed{u"object"_s, u"array"_s, u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"null"_s};
    bool isStated = false;
    for (const Json *part : parts) {
        const Json *type = part->find(u"type");
        if (!type)
            continue;
        isStated = true;
        QStringList named;
        for (const Json &one : type->isArray() ? type->items() : QList<Json>{*type}) {
            named.append(one.toString());
            if (one.toString() == "number"_L1)
                named.append(u"integer"_s);
        }
        QStringList kept;
        for (const QString &name : named) { // in the order of the schema
            if (allowed.contains(name) && !kept.contains(name))
                kept.append(name);
        }
        allowed = kept;
    }
    if (isStated) {
        if (allowed.size() > 1 && allowed.removeAll(u"null"_s) > 0)
            allowed.append(u"null"_s);
        return allowed;
    }
    const auto prefer = [&allowed](const QString &type) {
        allowed.removeAll(type);
        allowed.prepend(type);
    };
    if (!isRoot)
        prefer(u"string"_s);
    if (has(parts, {u"minimum", u"maximum", u"exclusiveMinimum", u"exclusiveMaximum", u"multipleOf"}))
        prefer(u"number"_s);
    if (has(parts, {u"minLength", u"maxLength", u"pattern", u"format"}))
        prefer(u"string"_s);
    if (has(parts, {u"items", u"minItems", u"maxItems", u"contains", u"uniqueItems"}))
        prefer(u"array"_s);
    if (has(parts, {u"properties", u"required", u"additionalProperties", u"minProperties", u"maxProperties", u"patternProperties",
                    u"propertyNames"}))
        prefer(u"object"_s);
    return allowed;
}

/// What the parts say of a member; nothing where one of them does not let it be.
std::optional<Schemas> memberSchemas(const Schemas &parts, const QString &key)
{
    Schemas found;
    for (const Json *part : parts) {
        bool isNamed = false;
        if (const Json *own = (*part)[u"properties"].find(key)) {
            found.append(own);
            isNamed = true;
        }
        for (const JsonMember &member : (*part)[u"patternProperties"].members()) {
            if (QRegularExpression(member.key).match(key).hasMatch()) {
                found.append(&member.value);
                isNamed = true;
            }
        }
        const Json *others = part->find(u"additionalProperties");
        if (isNamed || !others)
            continue;
        if (others->isBool() && !others->toBool())
            return std::nullopt;
        found.append(others);
    }
    return found;
}

Schemas itemSchemas(const Schemas &parts, qsizetype index, bool &isAllowed)
{
    Schemas found;
    isAllowed = true;
    for (const Json *part : parts) {
        const Json *items = part->find(u"items");
        if (!items)
            continue;
        const Json *schema = items;
        if (items->isArray())
            schema = index < items->size() ? &items->at(index) : part->find(u"additionalItems");
        if (!schema)
            continue;
        if (schema->isBool() && !schema->toBool())
            isAllowed = false;
        found.append(schema);
    }
    return found;
}

} // namespace

ExampleMaker::ExampleMaker(const Json &schema, const core::JsonSchema &compiled, int repetitions)
    : m_document(asDefinition(schema)), m_compiled(compiled), m_repetitions(repetitions), m_walk(m_document)
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
    return m_checks > mostChecks || m_places > mostPlaces || m_walk.isExhausted();
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

// Objects ---------------------------------------------------------------------------------------------------------------------

std::optional<Json> ExampleMaker::object(const Schemas &parts, const Place &place, const Accept &accept)
{
    QStringList keys;
    QStringList needed;
    const auto add = [&keys](const QString &key) {
        if (!keys.contains(key))
            keys.append(key);
    };
    for (const Json *part : parts) {
        for (const JsonMember &member : (*part)[u"properties"].members())
            add(member.key);
        for (const Json &key : (*part)[u"required"].items()) {
            add(key.toString());
            if (!needed.contains(key.toString()))
                needed.append(key.toString());
        }
    }
    // What one member asks for with it counts as soon as that one is needed.
    for (qsizetype i = 0; i < needed.size() && needed.size() < mostItems; ++i) {
        for (const Json *part : parts) {
            for (const Json &key : (*part)[u"dependencies"][needed.at(i)].items()) {
                add(key.toString());
                if (!needed.contains(key.toString()))
                    needed.append(key.toString());
            }
        }
    }
    const qsizetype fewest = least(parts, u"minProperties");
    for (int number = 1; keys.size() < fewest && number <= mostItems; ++number) {
        QString key = u"key%1"_s.arg(number);
        for (const Json *part : parts) {
            const Json &names = (*part)[u"propertyNames"];
            const Json &named = (*part)[u"patternProperties"];
            if (names.isObject()) {
                Place at = place;
                at.variant = number - 1;
                ++at.depth;
                if (const std::optional<Json> name = valueOf(Schemas{&names}, at, [](const Json &value) { return value.isString(); }))
                    key = name->toString();
            } else if (!named.members().isEmpty() && !memberSchemas(parts, key)) {
                key = textOfPattern(named.members().first().key, number - 1).value_or(key);
            }
        }
        if (!keys.contains(key) && memberSchemas(parts, key)) {
            keys.append(key);
            needed.append(key);
        }
    }
    // All members; one of them left out; only those that are needed.
    QList<QStringList> choices{keys};
    QStringList optional = keys;
    optional.removeIf([&needed](const QString &key) { return needed.contains(key); });
    for (qsizetype i = 0; i < optional.size() && i < mostLeftOut; ++i) {
        QStringList others = keys;
        others.removeAll(optional.at(i));
        choices.append(others);
    }
    if (!optional.isEmpty())
        choices.append(needed);
    if (const auto largest = most(parts, u"maxProperties")) {
        for (QStringList &choice : choices) {
            for (qsizetype i = choice.size() - 1; i >= 0 && choice.size() > *largest; --i) {
                if (!needed.contains(choice.at(i)))
                    choice.removeAt(i);
            }
        }
    }
    for (const QStringList &choice : std::as_const(choices)) {
        const std::optional<Json> made = objectOf(choice, needed, parts, place);
        if (!made && choice.size() == needed.size())
            return std::nullopt;
        if (made && accept(*made))
            return made;
        if (isGivenUp())
            break;
    }
    return std::nullopt;
}

std::optional<Json> ExampleMaker::objectOf(const QStringList &keys, const QStringList &needed, const Schemas &parts, const Place &place)
{
    QList<JsonMember> members;
    for (const QString &key : keys) {
        const std::optional<Schemas> schemas = memberSchemas(parts, key);
        const bool isNeeded = needed.contains(key);
        Place at = place;
        at.pointer += u'/' + core::pointerToken(key);
        at.name = key;
        ++at.depth;
        if (!schemas) {
            if (!isNeeded)
                continue;
            note(at, Text::tr("the member is needed, and the schema does not allow it."));
            return std::nullopt;
        }
        if (!isNeeded) {
            // What would contain itself again is left out where that is possible.
            const QList<SchemaParts> ways = m_walk.alternatives(*schemas);
            const bool repeats = !ways.isEmpty() && std::all_of(ways.cbegin(), ways.cend(), [&place](const SchemaParts &way) {
                return std::any_of(way.opened.cbegin(), way.opened.cend(),
                                   [&place](const Json *opened) { return place.opened.contains(opened); });
            });
            if (repeats)
                continue;
        }
        if (const std::optional<Json> value = valueOf(*schemas, at, [](const Json &) { return true; }))
            members.append({key, *value, {}});
        else if (isNeeded)
            return std::nullopt;
    }
    return Json::object(members);
}

// Arrays ----------------------------------------------------------------------------------------------------------------------

std::optional<Json> ExampleMaker::array(const Schemas &parts, const Place &place, const Accept &accept)
{
    const qsizetype fewest = least(parts, u"minItems");
    qsizetype size = std::max<qsizetype>(fewest, 1);
    for (const Json *part : parts) {
        if ((*part)[u"items"].isArray())
            size = std::max(size, (*part)[u"items"].size());
    }
    if (const auto largest = most(parts, u"maxItems"))
        size = std::min(size, *largest);
    if (fewest > mostItems) {
        note(place, Text::tr("it must have at least %1 items.").arg(fewest));
        return std::nullopt;
    }
    QList<qsizetype> sizes{size};
    if (size > fewest)
        sizes.append(fewest);
    if (has(parts, {u"contains"}))
        sizes.append(size + 1);
    for (const qsizetype wanted : std::as_const(sizes)) {
        const std::optional<Json> made = arrayOf(wanted, fewest, parts, place);
        if (made && accept(*made))
            return made;
    }
    return std::nullopt;
}

std::optional<Json> ExampleMaker::arrayOf(qsizetype size, qsizetype fewest, const Schemas &parts, const Place &place)
{
    Schemas contained;
    bool isUnique = false;
    bool isTuple = false;
    for (const Json *part : parts) {
        isTuple = isTuple || (*part)[u"items"].isArray();
        if (const Json *one = part->find(u"contains"))
            contained.append(one);
        isUnique = isUnique || (*part)[u"uniqueItems"].toBool();
    }
    Json made = Json::array();
    for (qsizetype i = 0; i < size; ++i) {
        bool isAllowed = true;
        Schemas schemas = itemSchemas(parts, i, isAllowed);
        if (i < contained.size())
            schemas.append(contained.at(i));
        Place at = place;
        at.pointer += u'/' + QString::number(i);
        ++at.depth;
        std::optional<Json> item;
        for (int variant = 0; isAllowed && variant < (isUnique ? mostVariants + i : 1) && !isGivenUp(); ++variant) {
            at.variant = place.variant + variant + (isUnique || isTuple ? 0 : static_cast<int>(i));
            item = valueOf(schemas, at, [](const Json &) { return true; });
            if (!item || !isUnique || !made.items().contains(*item))
                break;
            item.reset();
        }
        if (!item) {
            if (i >= fewest)
                break; // as many as can be made
            note(at,
                 isAllowed ? Text::tr("no item can be made that differs from the others.") : Text::tr("the schema allows no item here."));
            return std::nullopt;
        }
        made.append(*item);
    }
    return made;
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
