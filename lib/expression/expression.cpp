// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/expression.h"

#include "expression/code.h"

namespace signalbox::expression {

struct Expression::Tree {
    Code code;
};

tl::expected<Expression, ExpressionError> Expression::parse(const QString &text, const core::Dialect &dialect)
{
    auto code = compileExpression(text, dialect);
    if (!code)
        return tl::unexpected(code.error());
    Expression expression;
    expression.m_tree = std::make_shared<Tree>(Tree{std::move(*code)});
    return expression;
}

const QList<VariableUse> &Expression::variables() const
{
    return m_tree->code.uses;
}

void Expression::bind(const SlotOf &slotOf)
{
    m_tree = std::make_shared<Tree>(*m_tree); // copies keep their own binding
    for (qsizetype i = 0; i < m_tree->code.uses.size(); ++i)
        m_tree->code.variableSlots[static_cast<size_t>(i)] = slotOf(m_tree->code.uses[i].name);
}

tl::expected<core::Value, ExpressionError> Expression::evaluate(const Environment &environment) const
{
    return run(m_tree->code, environment);
}

} // namespace signalbox::expression
