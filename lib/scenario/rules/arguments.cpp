// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/rules/arguments.h"

#include "expression/expression.h"
#include "expression/template.h"
#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"
#include "scenario/jsonkinds.h"
#include "scenario/rules/textplace.h"

#include <vector>

namespace signalbox::scenario {

using catalogue::ValueFormat;
using core::Json;
using core::ValueType;
using namespace Qt::StringLiterals;

namespace {

/// What a constant expression may see: nothing. It notes when the expression asks all the same, since its value then differs by run.
class NoEnvironment final : public expression::Environment
{
public:
    const core::Value &variable(int) const override
    {
        m_asked = true;
        return m_none;
    }
    core::Value startParam(int) const override
    {
        m_asked = true;
        return {};
    }
    QString scriptReference() const override
    {
        m_asked = true;
        return {};
    }
    core::Random &random() const override
    {
        m_asked = true;
        return m_random;
    }
    bool wasAsked() const { return m_asked; }

private:
    core::Value m_none;
    mutable core::SeededRandom m_random{0};
    mutable bool m_asked = false;
};

std::optional<Argument::Kind> argumentKind(qint64 number, const core::Dialect &dialect)
{
    if (number == dialect.argConstant)
        return Argument::Kind::Constant;
    if (number == dialect.argVariable)
        return Argument::Kind::Variable;
    if (number == dialect.argExpression)
        return Argument::Kind::Expression;
    if (number == dialect.argTemplate)
        return Argument::Kind::Template;
    return std::nullopt;
}

/// A text as messages quote it: one that is long loses its end.
QString quoted(const QString &text)
{
    constexpr qsizetype longest = 64;
    return text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
}

} // namespace

std::optional<Argument> ArgumentRules::parse(const ObjectView &object, const catalogue::Property &property, const Json &json,
                                             const QString &path)
{
    const auto title = [&] {
        return catalogue::translated(property.title);
    };
    const Json *const numbers[] = {json.find(code::argumentType), json.find(code::valueType)};
    const QStringView names[] = {code::argumentType, code::valueType};
    const Json *value = json.find(code::value);
    if (!json.isObject()) {
        m_context.findings.error(
            path.isEmpty() ? diagnosticcode::propertyKind : diagnosticcode::argumentKind, object.spot(property.code, json, path),
            tr("\"%1\" must be an argument {\"argType\", \"varType\", \"value\"}, but it is %2.").arg(title(), kindText(json)));
        return std::nullopt;
    }
    bool good = true;
    const auto refuse = [&](QStringView code, const Json *at, QStringView name, const QString &message) {
        good = false;
        m_context.findings.error(code, object.spot(property.code, at ? *at : json, at ? path + u'/' + name.toString() : path), message);
    };
    std::optional<Argument::Kind> kind;
    std::optional<ValueType> type;
    for (size_t i = 0; i < std::size(numbers); ++i) {
        const std::optional<qint64> number = numbers[i] ? numbers[i]->toInt() : std::nullopt;
        if (!numbers[i]) {
            refuse(diagnosticcode::argumentKind, nullptr, names[i], tr("The argument \"%1\" has no \"%2\".").arg(title(), names[i]));
        } else if (!number) {
            refuse(diagnosticcode::argumentKind, numbers[i], names[i],
                   tr("\"%1\" of the argument \"%2\" must be a whole number, but it is %3.")
                       .arg(names[i], title(), numbers[i]->isNumber() ? tr("another number") : kindText(*numbers[i])));
        } else if (i == 0 && !(kind = argumentKind(*number, m_context.dialect))) {
            refuse(diagnosticcode::unknownArgumentType, numbers[i], names[i],
                   tr("The argument \"%1\" is of the unknown kind %2; known are constant, variable, expression and template.")
                       .arg(title())
                       .arg(*number));
        } else if (i == 1 && !(type = m_context.dialect.valueType(*number))) {
            refuse(diagnosticcode::unknownArgumentType, numbers[i], names[i],
                   tr("The argument \"%1\" has the unknown type %2; known are number, string and date-time.").arg(title()).arg(*number));
        }
    }
    if (!value)
        refuse(diagnosticcode::argumentKind, nullptr, code::value, tr("The argument \"%1\" has no \"value\".").arg(title()));
    else if (!value->isString())
        refuse(diagnosticcode::argumentKind, value, code::value,
               tr("\"value\" of the argument \"%1\" must be a string, also for a number, but it is %2.").arg(title(), kindText(*value)));
    if (!good)
        return std::nullopt;
    return Argument{*kind, *type, value->toString(), value, path + u"/value"_s};
}

std::optional<core::Value> ArgumentRules::check(const ObjectView &object, const catalogue::Property &property, const Argument &argument)
{
    std::optional<core::Value> constant;
    switch (argument.kind) {
    case Argument::Kind::Constant:
        constant = core::Value(argument.text);
        break;
    case Argument::Kind::Variable:
        checkVariableName(argument.text, [&] { return object.spot(property.code, *argument.value, argument.path); });
        break;
    case Argument::Kind::Expression:
        constant = checkExpression(object, property, argument);
        break;
    case Argument::Kind::Template:
        if (!markText(argument.text)) // what is not declared stays text: no error (platform.md §5)
            constant = core::Value(argument.text);
        break;
    }
    if (constant)
        checkConstant(object, property, argument, *constant);
    return constant;
}

void ArgumentRules::checkConstant(const ObjectView &object, const catalogue::Property &property, const Argument &argument,
                                  const core::Value &value)
{
    const bool typed = argument.kind == Argument::Kind::Constant; // other kinds are cast when the value is known
    if ((property.format == ValueFormat::Number || (typed && argument.type == ValueType::Number)) && !value.toNumber())
        m_context.findings.error(
            diagnosticcode::notANumber, object.spot(property.code, *argument.value, argument.path),
            tr("\"%1\" needs a number, but \"%2\" is none.").arg(catalogue::translated(property.title), quoted(value.toText())));
    else if (typed && argument.type == ValueType::DateTime && !value.toDateTime())
        m_context.findings.error(diagnosticcode::notADate, object.spot(property.code, *argument.value, argument.path),
                                 tr("\"%1\" needs a date and time such as 2026-01-31T12:00:00Z, but \"%2\" is none.")
                                     .arg(catalogue::translated(property.title), quoted(value.toText())));
}

std::optional<core::Value> ArgumentRules::checkExpression(const ObjectView &object, const catalogue::Property &property,
                                                          const Argument &argument)
{
    const auto report = [&](const expression::ExpressionError &error) {
        m_context.findings.error(error.code, spotAt(object, property, argument, error.column),
                                 tr("%1 (column %2 of the expression)").arg(error.message).arg(error.column));
    };
    const auto parsed = expression::Expression::parse(argument.text, m_context.dialect);
    if (!parsed) {
        report(parsed.error());
        return std::nullopt;
    }
    for (const expression::VariableUse &use : parsed->variables()) {
        if (m_context.variables.use(use.name) < 0)
            m_context.findings.error(diagnosticcode::undeclared, spotAt(object, property, argument, use.column),
                                     tr("Variable \"%1\" is not declared (column %2 of the expression). Declare it or correct its name.")
                                         .arg(use.name)
                                         .arg(use.column));
    }
    const bool matters = property.format == ValueFormat::Number || property.format == ValueFormat::Path;
    if (!matters || !parsed->variables().isEmpty())
        return std::nullopt;
    const NoEnvironment environment;
    const auto value = parsed->evaluate(environment);
    if (environment.wasAsked())
        return std::nullopt;
    if (!value) {
        report(value.error());
        return std::nullopt;
    }
    return *value;
}

void ArgumentRules::collectUses(const Json &value)
{
    std::vector<const Json *> waiting{&value}; // no recursion: the depth is the file's choice
    while (!waiting.empty()) {
        const Json *json = waiting.back();
        waiting.pop_back();
        if (json->isString()) {
            const QString text = json->toString();
            m_context.variables.use(text);
            markText(text);
        }
        for (const Json &item : json->items())
            waiting.push_back(&item);
        for (const core::JsonMember &member : json->members())
            waiting.push_back(&member.value);
    }
}

bool ArgumentRules::markText(const QString &text)
{
    if (!text.contains(u'['))
        return false;
    const expression::Template parsed(text, m_context.slotOf);
    for (const expression::VariableUse &use : parsed.variables())
        m_context.variables.use(use.name);
    return !parsed.variables().isEmpty();
}

void ArgumentRules::reportVariableName(const QString &name, const Spot &spot)
{
    m_context.findings.error(diagnosticcode::undeclared, spot,
                             name.isEmpty() ? tr("No variable is named here. Choose one.")
                                            : tr("Variable \"%1\" is not declared. Declare it or correct its name.").arg(name));
}

Spot ArgumentRules::spotAt(const ObjectView &object, const catalogue::Property &property, const Argument &argument, int column) const
{
    Spot spot = object.spot(property.code, *argument.value, argument.path);
    spot.place = placeInString(*argument.value, argument.text, column - 1);
    return spot;
}

} // namespace signalbox::scenario
