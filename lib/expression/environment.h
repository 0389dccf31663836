// SPDX-License-Identifier: GPL-3.0-or-later
// What an expression sees while it is evaluated. Variables are addressed by slots that binding gave out once.
#pragma once

#include "core/random.h"
#include "core/value.h"

#include <functional>

namespace signalbox::expression {

/// The slot of a declared variable, or -1.
using SlotOf = std::function<int(QStringView name)>;

class Environment
{
public:
    virtual ~Environment() = default;
    virtual const core::Value &variable(int slot) const = 0; ///< slot from binding, never -1
    virtual core::Value startParam(int number) const = 0;    ///< 1 to 20; the empty string where none was given
    virtual QString scriptReference() const = 0;             ///< getscriptref()
    virtual core::Random &random() const = 0;
};

/// What is wrong with an expression or template, and where.
struct ExpressionError {
    QString code;    ///< expression.syntax, expression.unknown_function, expression.arity, expression.undeclared, expression.value,
                     ///< expression.too_deep, expression.too_long
    QString message; ///< translated
    int column = 0;  ///< 1-based, in characters of the expression
};

/// A variable's place in a text.
struct VariableUse {
    QString name;
    int column = 0; ///< of the bracket, 1-based
    int length = 0; ///< with both brackets
};

} // namespace signalbox::expression
