// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/schemakeywords.h"

#include <QRegularExpression>

#include <algorithm>

namespace signalbox::capability {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

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

} // namespace

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

} // namespace signalbox::capability
