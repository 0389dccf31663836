// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/properties.h"

#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"

#include <algorithm>

namespace signalbox::scenario {

using catalogue::Property;
using catalogue::PropertyKind;
using catalogue::ValueFormat;
using core::Json;
using namespace Qt::StringLiterals;

namespace {

/// Not filled in: absent, an empty name, or an argument with an empty text.
bool isEmpty(const Property &property, const Json *value)
{
    if (!value)
        return property.defaultValue.isNull();
    switch (property.kind) {
    case PropertyKind::Argument: {
        const Json *text = value->find(code::value);
        return text && text->isString() && text->toString().isEmpty();
    }
    case PropertyKind::Text:
    case PropertyKind::Variable:
        return value->isString() && value->toString().isEmpty();
    case PropertyKind::Assignments:
        return value->isArray() && value->size() == 0;
    default:
        return false;
    }
}

/// Whether a path begins with a category, such as :TEMP/ (platform.md §4).
bool hasCategory(QStringView path)
{
    const qsizetype end = path.indexOf(u'/');
    if (end < 2 || path.front() != u':')
        return false;
    return std::all_of(path.begin() + 1, path.begin() + end,
                       [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; });
}

} // namespace

void PropertyRules::checkObject(const ObjectView &object)
{
    for (const core::JsonMember *member : object.unknownMembers())
        m_arguments.collectUses(member->value);
    if (!object.type())
        return;
    // Conditions look at choices: of what depends on a broken one nothing is said.
    const BrokenChoices broken = checkChoices(object);
    const QList<Property> &properties = object.type()->properties;
    for (qsizetype i = 0; i < properties.size(); ++i) {
        const Property &property = properties.at(i);
        const Json *value = object.value(i);
        if (!broken.isEmpty() && dependsOn(property.condition, broken)) {
            if (value)
                m_arguments.collectUses(*value);
        } else if (!broken.contains(&property)) {
            checkProperty(object, property, value);
        }
    }
    if (object.is(component::stop) && object.value(code::returnValue))
        m_context.variables.use(resultVariableName);
}

void PropertyRules::checkProperty(const ObjectView &object, const Property &property, const Json *value)
{
    if (!object.isShown(property)) {
        if (!value)
            return;
        m_arguments.collectUses(*value);
        m_context.findings.warning(diagnosticcode::hidden, object.spot(property.code, *value),
                                   tr("\"%1\" has a value, but with the other settings of this component it does not apply: a run does not "
                                      "use it. Clear it or change those settings.")
                                       .arg(catalogue::translated(property.title)));
        return;
    }
    if (isEmpty(property, value)) {
        if (object.type()->isRequired(property, object.json()) || m_content.needsText(object, property)) {
            const Spot spot =
                value ? object.spot(property.code, *value) : Spot{object.id(), property.code, object.pointer(), object.json().place()};
            m_context.findings.error(diagnosticcode::empty, spot,
                                     tr("\"%1\" is needed, but it is empty. Fill it in.").arg(catalogue::translated(property.title)));
            return;
        }
        if (property.kind == PropertyKind::Variable || property.format == ValueFormat::Number || property.format == ValueFormat::Json)
            return; // not filled in: the default holds
    }
    if (value)
        checkValue(object, property, *value);
}

PropertyRules::BrokenChoices PropertyRules::checkChoices(const ObjectView &object)
{
    BrokenChoices broken;
    const QList<Property> &properties = object.type()->properties;
    for (qsizetype i = 0; i < properties.size(); ++i) {
        const Property &property = properties.at(i);
        const bool isChoice = property.kind == PropertyKind::Choice || property.kind == PropertyKind::YesNo;
        if (isChoice && object.value(i) && !checkChoice(object, property, *object.value(i)))
            broken.append(&property);
    }
    return broken;
}

bool PropertyRules::dependsOn(const catalogue::Condition &condition, const BrokenChoices &choices)
{
    const auto isNamed = [&condition](const Property *choice) {
        return choice->code == condition.property;
    };
    return std::any_of(choices.begin(), choices.end(), isNamed) ||
           std::any_of(condition.parts.begin(), condition.parts.end(),
                       [&choices](const catalogue::Condition &part) { return dependsOn(part, choices); });
}

bool PropertyRules::checkChoice(const ObjectView &object, const Property &property, const Json &value)
{
    const std::optional<qint64> id = value.toInt();
    if (!id) {
        wrongKind(object, property, value, property.kind == PropertyKind::YesNo ? tr("1 (yes) or 0 (no)") : tr("the number of an option"));
        return false;
    }
    if (property.option(*id))
        return true;
    QStringList known;
    for (const catalogue::Option &option : property.options)
        known.append(u"%1 (%2)"_s.arg(option.id).arg(catalogue::translated(option.title)));
    if (property.kind == PropertyKind::YesNo)
        known = {tr("1 (yes)"), tr("0 (no)")};
    m_context.findings.error(
        diagnosticcode::unknownOption, object.spot(property.code, value),
        tr("\"%1\" has no option %2; it has %3.").arg(catalogue::translated(property.title)).arg(*id).arg(known.join(u", "_s)));
    return false;
}

void PropertyRules::checkValue(const ObjectView &object, const Property &property, const Json &value)
{
    switch (property.kind) {
    case PropertyKind::Choice:
    case PropertyKind::YesNo:
        break; // checked before the others
    case PropertyKind::Text:
        if (!value.isString())
            wrongKind(object, property, value, tr("a string"));
        break;
    case PropertyKind::Number:
        if (const std::optional<double> number = value.toDouble())
            checkRange(object, property, value, {}, *number);
        else
            wrongKind(object, property, value, tr("a number"));
        break;
    case PropertyKind::Argument:
        checkArgument(object, property, value);
        break;
    case PropertyKind::Variable:
        checkVariable(object, property, value);
        break;
    case PropertyKind::Transition:
        checkTransition(object, property, value);
        break;
    case PropertyKind::Assignments:
        checkAssignments(object, property, value);
        break;
    }
}

void PropertyRules::checkArgument(const ObjectView &object, const Property &property, const Json &value)
{
    const std::optional<Argument> argument = m_arguments.parse(object, property, value);
    if (!argument)
        return;
    const std::optional<core::Value> constant = m_arguments.check(object, property, *argument);
    switch (property.format) {
    case ValueFormat::Any:
        break;
    case ValueFormat::Json:
        m_content.check(object, property, *argument);
        break;
    case ValueFormat::Path:
        if (constant)
            checkPath(object, property, *argument, constant->toText());
        break;
    case ValueFormat::Number:
        if (const std::optional<double> number = constant ? constant->toNumber() : std::nullopt)
            checkRange(object, property, *argument->value, argument->path, *number);
        break;
    }
}

void PropertyRules::checkRange(const ObjectView &object, const Property &property, const Json &at, const QString &path, double number)
{
    // The longest wait is an assumption about the platform, so the dialect has the last word over the description.
    const bool longestWait = object.is(component::websock) && property.code == code::timeoutSec;
    const std::optional<double> maximum = longestWait ? m_context.dialect.timeoutMaxS : property.maximum;
    const bool tooSmall = property.minimum && (property.minimumExclusive ? number <= *property.minimum : number < *property.minimum);
    const bool tooLarge = maximum && number > *maximum;
    if (!tooSmall && !tooLarge)
        return;
    QStringList limits;
    if (property.minimum)
        limits.append((property.minimumExclusive ? tr("more than %1") : tr("at least %1")).arg(*property.minimum));
    if (maximum)
        limits.append(tr("at most %1").arg(*maximum));
    m_context.findings.error(diagnosticcode::outOfRange, object.spot(property.code, at, path),
                             tr("\"%1\" is %2, but it must be %3.")
                                 .arg(catalogue::translated(property.title), core::Value(number).toText(), limits.join(tr(" and "))));
}

void PropertyRules::checkPath(const ObjectView &object, const Property &property, const Argument &argument, const QString &path)
{
    if (path.isEmpty() || hasCategory(path))
        return;
    m_context.findings.warning(
        diagnosticcode::pathCategory, object.spot(property.code, *argument.value, argument.path),
        tr("The path in \"%1\" has no category; on the platform paths begin with one, such as :TEMP/ or :SYNC_COMMON/.")
            .arg(catalogue::translated(property.title)));
}

void PropertyRules::checkVariable(const ObjectView &object, const Property &property, const Json &value)
{
    if (!value.isString()) {
        wrongKind(object, property, value, tr("the name of a variable"));
        return;
    }
    m_arguments.checkVariableName(value.toString(), [&] { return object.spot(property.code, value); });
}

void PropertyRules::checkTransition(const ObjectView &object, const Property &property, const Json &value)
{
    const std::optional<qint64> target = value.toInt();
    if (!target) {
        wrongKind(object, property, value, tr("the oId of a component"));
        return;
    }
    if (m_context.scenario.indexOf(*target) < 0)
        m_context.findings.error(diagnosticcode::toNothing, object.spot(property.code, value),
                                 tr("\"%1\" leads to component %2, but there is none with this oId. Lead it elsewhere or clear it.")
                                     .arg(catalogue::translated(property.title))
                                     .arg(*target));
}

void PropertyRules::checkAssignments(const ObjectView &object, const Property &property, const Json &value)
{
    if (!value.isArray()) {
        wrongKind(object, property, value, tr("an array of assignments"));
        return;
    }
    const QString &variableName = m_context.dialect.assignmentMembers[0];
    const QString &valueName = m_context.dialect.assignmentMembers[1];
    for (qsizetype i = 0; i < value.size(); ++i) {
        const Json &item = value.at(i);
        const QString path = u'/' + QString::number(i);
        const auto refuse = [&](const Json &at, const QString &where, const QString &message) {
            m_context.findings.error(diagnosticcode::argumentKind, object.spot(property.code, at, where), message);
        };
        if (!item.isObject()) {
            refuse(item, path,
                   tr("An assignment must be an object {\"%1\", \"%2\"}, but this is %3.").arg(variableName, valueName, kindText(item)));
            continue;
        }
        const Json *variable = item.find(variableName);
        if (!variable)
            refuse(item, path, tr("This assignment has no \"%1\".").arg(variableName));
        else if (!variable->isString())
            refuse(*variable, path + u'/' + variableName,
                   tr("\"%1\" of an assignment must be the name of a variable, but it is %2.").arg(variableName, kindText(*variable)));
        else
            m_arguments.checkVariableName(variable->toString(),
                                          [&] { return object.spot(property.code, *variable, path + u'/' + variableName); });
        const Json *assigned = item.find(valueName);
        if (!assigned)
            refuse(item, path, tr("This assignment has no \"%1\".").arg(valueName));
        else if (const auto argument = m_arguments.parse(object, property, *assigned, path + u'/' + valueName))
            m_arguments.check(object, property, *argument);
    }
}

void PropertyRules::wrongKind(const ObjectView &object, const Property &property, const Json &value, const QString &wanted)
{
    const QString found = value.isNumber() ? QString::fromLatin1(value.numberText()) : kindText(value);
    m_context.findings.error(diagnosticcode::propertyKind, object.spot(property.code, value),
                             tr("\"%1\" must hold %2, but it holds %3.").arg(catalogue::translated(property.title), wanted, found));
}

} // namespace signalbox::scenario
