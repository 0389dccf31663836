// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about arguments ({"argType","varType","value"}): their shape, constants, expressions, variables. What the value must mean for its
// property is not theirs (properties.h, content.h).
#pragma once

#include "scenario/rules/context.h"

#include <QCoreApplication>

namespace signalbox::scenario {

/// An argument that has the right shape.
struct Argument {
    enum class Kind : quint8 { Constant, Variable, Expression, Template };
    Kind kind = Kind::Constant;
    core::ValueType type = core::ValueType::String;
    QString text;
    const core::Json *value = nullptr; ///< the node of the text
    QString path;                      ///< of that node, from the property's value on
};

class ArgumentRules final
{
    Q_DECLARE_TR_FUNCTIONS(ArgumentRules)

public:
    explicit ArgumentRules(Context &context) : m_context(context) {}

    /// The argument, or nothing after findings about its shape. path is the place below the property's value.
    std::optional<Argument> parse(const ObjectView &object, const catalogue::Property &property, const core::Json &json,
                                  const QString &path = {});
    /// Checks a constant by its type, an expression's syntax, and that variables are declared; marks them as used. A property that
    /// holds a number takes a number's text of any type. Gives the value if it is the same in every run: that of a constant, of a
    /// template without variables, and, for numbers and paths, of an expression without variables and chance.
    std::optional<core::Value> check(const ObjectView &object, const catalogue::Property &property, const Argument &argument);
    /// A variable that a property or an assignment names; spot() is asked only for a finding.
    template <typename SpotOf>
    void checkVariableName(const QString &name, const SpotOf &spot)
    {
        if (m_context.variables.use(name) < 0)
            reportVariableName(name, spot());
    }
    /// Only marks the variables that the value mentions: for what is hidden, or what no description knows.
    void collectUses(const core::Json &value);

private:
    void checkConstant(const ObjectView &object, const catalogue::Property &property, const Argument &argument, const core::Value &value);
    std::optional<core::Value> checkExpression(const ObjectView &object, const catalogue::Property &property, const Argument &argument);
    void reportVariableName(const QString &name, const Spot &spot);
    bool markText(const QString &text); // whether there was a variable in it
    /// The place of a column (1-based) of the argument's text.
    Spot spotAt(const ObjectView &object, const catalogue::Property &property, const Argument &argument, int column) const;

    Context &m_context;
};

} // namespace signalbox::scenario
