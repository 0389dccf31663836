// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed expression (platform.md §5, Expressions): parse once, bind to variable slots once, evaluate often.
//
// What the platform's documentation leaves open, and how it is read here:
// - `+` adds when both sides can be numbers, else joins, from left to right. A side can be a number when it is one, or when it is a
//   text that reads as one and comes from a variable, a start parameter or a function. Text in quotes, and what + or ++ have joined,
//   stays text. So 2 + 3 + [s] begins with 5, "2" + "3" + [s] with 23, and with "4" in [n], [n] + 1 is 5. A date-time joins with
//   texts only; with a number, or another date-time, + is an error.
// - `- * / ^`, unary minus and the number functions take any text that reads as a number, quoted or not.
// - Precedence from low to high: comparison; + ++ -; * /; unary minus; ^, which groups to the right. So -2^2 is -4.
// - Comparison: < =< == >= > =/=, and also <= and !=; how, says comparison.h. The result is the text true or false. Tokens and texts
//   are the dialect's.
// - In a quoted text, "" and \" stand for a quote and \\ for a backslash; any other backslash is itself. A new line is endline().
// - if(c, a) is "" when c is false; only the chosen branch is evaluated. c: a number (0 is false), or the text true or false.
// - random() is in [0, 1), random(n) a whole number from 1 to n, random(a, b) one from a to b.
// - len and substr count Unicode characters; columns count UTF-16 units, as QString does.
// - A result that is no finite number (division by zero, log of a negative number) is the error expression.value.
#pragma once

#include "core/dialect.h"
#include "expression/environment.h"

#include <tl/expected.hpp>

#include <memory>

namespace signalbox::expression {

class Expression final
{
public:
    /// Limits: 64 Ki characters, nesting 200.
    static tl::expected<Expression, ExpressionError> parse(const QString &text, const core::Dialect &dialect = {});

    const QList<VariableUse> &variables() const;
    /// Resolves names to slots; the undeclared stay and fail when they are reached.
    void bind(const SlotOf &slotOf);
    tl::expected<core::Value, ExpressionError> evaluate(const Environment &environment) const;

private:
    struct Tree;
    std::shared_ptr<Tree> m_tree;
};

} // namespace signalbox::expression
