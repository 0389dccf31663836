// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/structure.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"

#include <QSet>

namespace signalbox::scenario {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

void StructureRules::checkFrame()
{
    const Scenario &scenario = m_context.scenario;
    const Json &root = scenario.root();
    if (scenario.form() == Form::Entity) {
        checkKind(root.find(u"code"), Json::Type::String, u"code"_s, u"/code"_s);
        checkKind(root.find(code::name), Json::Type::String, u"name"_s, u"/name"_s);
        const Json *opts = root.find(u"opts");
        checkKind(opts, Json::Type::Object, u"opts"_s, u"/opts"_s);
        if (opts)
            checkKind(opts->find(code::variables), Json::Type::Object, u"variables"_s, u"/opts/variables"_s);
    }
    const QString pointer = scenario.scriptPointer() + u"/variables"_s;
    const Json *variables = scenario.scriptData().find(code::variables);
    checkKind(variables, Json::Type::Array, u"variables"_s, pointer);
    if (!variables)
        return;
    QSet<QString> names;
    for (qsizetype i = 0; i < variables->items().size(); ++i) {
        const Json &variable = variables->at(i);
        const QString at = pointer + u'/' + QString::number(i);
        checkVariable(variable, at);
        const QString name = variable[code::name].toString();
        if (name.isEmpty())
            continue;
        if (names.contains(name))
            m_context.findings.warning(
                diagnosticcode::duplicateVariable, {{}, {}, at + u"/name"_s, variable[code::name].place()},
                tr("A variable \"%1\" is declared above; scenarios find variables by name, so this one is never used.").arg(name));
        names.insert(name);
    }
}

void StructureRules::checkKind(const Json *value, Json::Type type, const QString &name, const QString &pointer)
{
    if (value && value->type() != type)
        m_context.findings.error(diagnosticcode::wrongKind, {{}, {}, pointer, value->place()},
                                 tr("\"%1\" must be %2, but it is %3.").arg(name, kindText(type), kindText(*value)));
}

void StructureRules::checkVariable(const Json &variable, const QString &pointer)
{
    const Spot spot{{}, {}, pointer, variable.place()};
    if (!variable.isObject()) {
        m_context.findings.error(diagnosticcode::wrongKind, spot,
                                 tr("A variable must be an object, but this is %1.").arg(kindText(variable)));
        return;
    }
    const Json *name = variable.find(code::name);
    if (!name) {
        m_context.findings.error(diagnosticcode::wrongKind, spot, tr("This variable has no \"name\"."));
    } else if (!name->isString()) {
        checkKind(name, Json::Type::String, u"name"_s, pointer + u"/name"_s);
    } else if (name->toString().isEmpty()) {
        m_context.findings.error(diagnosticcode::wrongKind, {{}, {}, pointer + u"/name"_s, name->place()},
                                 tr("The variable's name is empty; give it one."));
    }
    checkVariableNumbers(variable, name ? name->toString() : QString(), pointer);
}

void StructureRules::checkVariableNumbers(const Json &variable, const QString &name, const QString &pointer)
{
    const core::Dialect &dialect = m_context.dialect;
    const auto check = [&](const QString &key, bool needed, const std::function<void(qint64, const Spot &)> &range) {
        const Json *value = variable.find(key);
        const Spot spot{{}, {}, value ? pointer + u'/' + key : pointer, value ? value->place() : variable.place()};
        if (!value) {
            if (needed)
                m_context.findings.error(diagnosticcode::wrongKind, spot, tr("This variable has no \"%1\".").arg(key));
        } else if (const std::optional<qint64> number = value->toInt()) {
            range(*number, spot);
        } else {
            m_context.findings.error(diagnosticcode::wrongKind, spot,
                                     tr("\"%1\" of a variable must be a whole number, but it is %2.")
                                         .arg(key, value->isNumber() ? tr("another number") : kindText(*value)));
        }
    };
    check(u"type"_s, true, [&](qint64 type, const Spot &spot) {
        if (!dialect.valueType(type))
            m_context.findings.error(diagnosticcode::unknownType, spot,
                                     tr("Variable \"%1\" has the unknown type %2; known are %3 (number), %4 (string) and %5 (date-time).")
                                         .arg(name)
                                         .arg(type)
                                         .arg(dialect.typeNumber)
                                         .arg(dialect.typeString)
                                         .arg(dialect.typeDateTime));
    });
    check(u"location"_s, false, [&](qint64 location, const Spot &spot) {
        if (location < dialect.locationLocal || location > dialect.locationLast)
            m_context.findings.error(diagnosticcode::unknownLocation, spot,
                                     tr("Variable \"%1\" has the unknown location %2; known are %3 to %4.")
                                         .arg(name)
                                         .arg(location)
                                         .arg(dialect.locationLocal)
                                         .arg(dialect.locationLast));
    });
}

void StructureRules::checkObject(const ObjectView &object)
{
    if (!object.json().isObject()) {
        m_context.findings.error(diagnosticcode::wrongKind, object.spot(),
                                 tr("A component must be an object, but this is %1.").arg(kindText(object.json())));
        return;
    }
    checkInteger(object, code::id);
    checkInteger(object, code::type);
    checkCommonKeys(object);
    checkId(object);
    if (object.typeNumber() && !object.type()) {
        const catalogue::ComponentType *named = m_context.catalogue.find(*object.typeNumber());
        const QString name = named ? u"%1 (%2)"_s.arg(*object.typeNumber()).arg(named->name) : QString::number(*object.typeNumber());
        m_context.findings.warning(diagnosticcode::unknownComponent, object.spot(),
                                   tr("Component type %1 is not described here: it is kept as it is, and a run on a cluster may use it, "
                                      "but it cannot run here.")
                                       .arg(name));
    }
    if (!object.is(component::start) || !object.type() || object.type()->choice(code::startType, object.json()) != startTypeStart)
        return;
    if (++m_starts > 1)
        m_context.findings.error(diagnosticcode::severalStarts, object.spot(),
                                 tr("There is another Start of type Start above; a scenario has exactly one. Remove this one or make it a "
                                    "post-processing start."));
}

void StructureRules::checkInteger(const ObjectView &object, QStringView key)
{
    const Json *value = object.value(key);
    if (value && value->toInt())
        return;
    Spot spot = object.spot();
    if (!value) {
        m_context.findings.error(diagnosticcode::wrongKind, spot, tr("This component has no \"%1\".").arg(key));
        return;
    }
    spot.pointer += u'/' + key.toString();
    spot.place = value->place();
    m_context.findings.error(
        diagnosticcode::wrongKind, spot,
        tr("\"%1\" must be a whole number, but it is %2.").arg(key, value->isNumber() ? tr("another number") : kindText(*value)));
}

void StructureRules::checkCommonKeys(const ObjectView &object)
{
    for (const JsonMember *entry : object.commonMembers()) {
        const JsonMember &member = *entry;
        if (member.key == code::id || member.key == code::type)
            continue;
        const bool text = member.key == code::name || member.key == u"info" || member.key == u"oCreationDate";
        const Json::Type type = text ? Json::Type::String : Json::Type::Number;
        if (member.value.type() == type)
            continue;
        Spot spot = object.spot();
        spot.pointer += u'/' + member.key;
        spot.place = member.value.place();
        m_context.findings.error(diagnosticcode::wrongKind, spot,
                                 tr("\"%1\" must be %2, but it is %3.").arg(member.key, kindText(type), kindText(member.value)));
    }
}

void StructureRules::checkId(const ObjectView &object)
{
    if (!object.id())
        return;
    const auto first = m_ids.constFind(*object.id());
    if (first == m_ids.constEnd()) {
        m_ids.insert(*object.id(), object.index());
        return;
    }
    if (*first == object.index())
        return;
    Spot spot = object.spot();
    spot.pointer += u"/oId"_s;
    spot.place = object.value(code::id)->place();
    m_context.findings.error(
        diagnosticcode::duplicateId, spot,
        tr("oId %1 is already that of component %2 of this file; transitions lead to that one. Give this one another oId.")
            .arg(*object.id())
            .arg(*first + 1));
}

void StructureRules::checkStarts()
{
    if (m_starts > 0)
        return;
    const Json &objects = m_context.scenario.scriptData()[code::objects];
    m_context.findings.error(diagnosticcode::noStart, {{}, {}, m_context.objectsPointer(), objects.place()},
                             tr("There is no Start of type Start, so nothing would run. Add one."));
}

void StructureRules::checkUnusedVariables()
{
    const QString pointer = m_context.scenario.scriptPointer() + u"/variables/"_s;
    const Json &variables = m_context.scenario.scriptData()[code::variables];
    for (const VariableTable::Entry &entry : m_context.variables.entries()) {
        if (entry.used || entry.name.isEmpty() || m_context.variables.find(entry.name) < 0)
            continue;
        const VariableTable::Entry &first = m_context.variables.at(m_context.variables.find(entry.name));
        if (first.index != entry.index)
            continue; // a second one of this name has its own finding
        m_context.findings.warning(diagnosticcode::unused,
                                   {{}, {}, pointer + QString::number(entry.index), variables.at(entry.index).place()},
                                   tr("Variable \"%1\" is declared, but nothing uses it.").arg(entry.name));
    }
}

} // namespace signalbox::scenario
