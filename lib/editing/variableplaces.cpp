// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/variableplaces.h"

#include "editing/keyorder.h"
#include "expression/expression.h"
#include "expression/template.h"
#include "scenario/componentcodes.h"

namespace signalbox::editing {

using catalogue::ComponentType;
using catalogue::Property;
using catalogue::PropertyKind;
using core::Json;
using core::JsonMember;
using expression::VariableUse;
using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 200; // of values that no description knows; readers refuse what is deeper

/// A stop's return value goes to the variable "result" too, if there is one (platform.md §5): a use without a place of its name.
bool writesResult(const Json &object)
{
    return object[scenario::code::type].toInt() == scenario::component::stop && object.contains(scenario::code::returnValue);
}

} // namespace

/// Over one object.
struct VariablePlaces::Pass {
    const VariablePlaces &places;
    const NameOf &nameOf;
    QString property;

    QString renamed(const QString &name) const { return nameOf(name, property); }

    QString text(const QString &text, const QList<VariableUse> &uses) const
    {
        QString result;
        qsizetype from = 0;
        for (const VariableUse &use : uses) {
            result += QStringView(text).sliced(from, use.column - 1 - from);
            result += u'[' + renamed(use.name) + u']';
            from = use.column - 1 + use.length;
        }
        return from == 0 ? text : result + text.sliced(from);
    }

    QString templateText(const QString &from) const
    {
        const expression::Template parsed(from, [this](QStringView name) { return places.m_declared.contains(name.toString()) ? 0 : -1; });
        return text(from, parsed.variables());
    }

    QString expressionText(const QString &from) const
    {
        const auto parsed = expression::Expression::parse(from, places.m_dialect);
        return parsed ? text(from, parsed->variables()) : templateText(from); // not yet one: what stands in brackets is meant
    }

    static bool isArgument(const Json &value)
    {
        return value[scenario::code::argumentType].isNumber() && value[scenario::code::value].isString();
    }

    void mapArgument(Json &argument) const
    {
        const core::Dialect &dialect = places.m_dialect;
        const std::optional<qint64> kind = argument[scenario::code::argumentType].toInt();
        const QString from = argument[scenario::code::value].toString();
        QString to = from;
        if (kind == dialect.argVariable)
            to = from.isEmpty() ? from : renamed(from);
        else if (kind == dialect.argExpression)
            to = from.contains(u'[') ? expressionText(from) : from;
        else if (kind == dialect.argTemplate)
            to = from.contains(u'[') ? templateText(from) : from;
        if (to != from)
            setKept(argument, scenario::code::value.toString(), Json(to));
    }

    void mapName(Json &value) const
    {
        const QString name = value.toString();
        if (name.isEmpty())
            return;
        const QString to = renamed(name);
        if (to != name)
            replaceKept(value, Json(to));
    }

    void mapAssignments(Json &list) const
    {
        for (qsizetype i = 0; i < list.items().size(); ++i) {
            Json item = list.at(i);
            mapMember(item, places.m_dialect.assignmentMembers[0], [this](Json &name) { mapName(name); });
            mapMember(item, places.m_dialect.assignmentMembers[1], [this](Json &value) {
                if (isArgument(value))
                    mapArgument(value);
            });
            if (item != list.at(i))
                list.replace(i, item);
        }
    }

    /// What no description knows: arguments at any depth, and names under keys that hold one elsewhere.
    void mapUnknown(Json &value, const QString &key, int depth) const
    {
        if (isArgument(value)) {
            mapArgument(value);
        } else if (value.isString()) {
            if (places.m_variableKeys.contains(key) || key.endsWith("Variable"_L1))
                mapName(value);
        } else if (depth < deepest) {
            for (qsizetype i = 0; i < value.items().size(); ++i) {
                Json item = value.at(i);
                mapUnknown(item, key, depth + 1);
                if (item != value.at(i))
                    value.replace(i, item);
            }
            for (const JsonMember &member : QList<JsonMember>(value.members()))
                mapMember(value, member.key, [&](Json &inner) { mapUnknown(inner, member.key, depth + 1); });
        }
    }

    void mapProperty(Json &value, const Property &known) const
    {
        switch (known.kind) {
        case PropertyKind::Argument:
            if (isArgument(value))
                mapArgument(value);
            break;
        case PropertyKind::Variable:
            mapName(value);
            break;
        case PropertyKind::Assignments:
            mapAssignments(value);
            break;
        case PropertyKind::Choice:
        case PropertyKind::YesNo:
        case PropertyKind::Text:
        case PropertyKind::Number:
        case PropertyKind::Transition:
            break;
        }
    }

    template <typename Change>
    static void mapMember(Json &owner, const QString &key, const Change &change)
    {
        const Json *found = owner.find(key);
        if (!found)
            return;
        Json value = *found;
        change(value);
        if (value != *found)
            owner.set(key, value);
    }

    static void replaceKept(Json &value, Json other)
    {
        other.setPlace(value.place());
        value = std::move(other);
    }

    static void setKept(Json &owner, const QString &key, Json other)
    {
        mapMember(owner, key, [&other](Json &value) { replaceKept(value, std::move(other)); });
    }
};

VariablePlaces::VariablePlaces(const catalogue::Catalogue &catalogue, const core::Dialect &dialect, QSet<QString> declared)
    : m_catalogue(catalogue), m_dialect(dialect), m_declared(std::move(declared))
{
    for (const ComponentType *type : catalogue.all()) {
        for (const Property &property : type->properties) {
            if (property.kind == PropertyKind::Variable)
                m_variableKeys.insert(property.code);
        }
    }
}

Json VariablePlaces::map(const Json &object, const NameOf &nameOf) const
{
    const std::optional<qint64> number = object[scenario::code::type].toInt();
    const ComponentType *type = number ? m_catalogue.find(*number) : nullptr;
    Json result = object;
    for (const JsonMember &member : object.members()) {
        if (isCommonKey(member.key))
            continue;
        Pass pass{*this, nameOf, member.key};
        const Property *known = type ? type->property(member.key) : nullptr;
        Pass::mapMember(result, member.key, [&](Json &value) {
            if (known)
                pass.mapProperty(value, *known);
            else
                pass.mapUnknown(value, member.key, 0);
        });
    }
    return result;
}

QStringList VariablePlaces::names(const Json &object) const
{
    QStringList found;
    map(object, [&found](const QString &name, const QString &) {
        found.append(name);
        return name;
    });
    if (writesResult(object))
        found.append(scenario::resultVariableName.toString());
    return found;
}

QSet<QString> declaredVariables(const scenario::Scenario &scenario)
{
    QSet<QString> names;
    for (const scenario::Variable &variable : scenario.variables())
        names.insert(variable.name);
    return names;
}

QList<VariableUsePlace> usesOf(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                               const QString &name)
{
    const VariablePlaces places(catalogue, dialect, {name});
    QList<VariableUsePlace> uses;
    for (const Json &object : scenario.objects()) {
        const std::optional<qint64> id = object[scenario::code::id].toInt();
        qsizetype last = -1;
        places.map(object, [&](const QString &found, const QString &property) {
            if (found == name && (last < 0 || uses.at(last).property != property)) {
                last = uses.size();
                uses.append({id, property});
            }
            return found;
        });
        if (last < 0 && name == scenario::resultVariableName && writesResult(object))
            uses.append({id, scenario::code::returnValue.toString()});
    }
    return uses;
}

} // namespace signalbox::editing
