// SPDX-License-Identifier: GPL-3.0-or-later
// ExampleMaker's objects and arrays.
#include "capability/examplemaker.h"

#include "capability/exampletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::capability {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

constexpr int mostVariants = 64; // that are tried for items that must differ
constexpr qsizetype mostItems = 1000;
constexpr qsizetype mostLeftOut = 12; // optional members that are left out one at a time, where with all of them nothing fits

} // namespace

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

} // namespace signalbox::capability
