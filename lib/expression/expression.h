// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed expression (platform.md §5, Expressions): parse once, bind to variable slots once, evaluate often.
#pragma once

#include "expression/environment.h"

#include <tl/expected.hpp>

#include <memory>

namespace signalbox::expression {

class Expression final
{
public:
    /// Limits: 64 Ki characters, nesting 200.
    static tl::expected<Expression, ExpressionError> parse(const QString &text);

    const QList<VariableUse> &variables() const;
    /// Resolves names to slots; the undeclared stay and fail when they are reached.
    void bind(const SlotOf &slotOf);
    tl::expected<core::Value, ExpressionError> evaluate(const Environment &environment) const;

private:
    struct Tree;
    std::shared_ptr<Tree> m_tree;
};

} // namespace signalbox::expression
