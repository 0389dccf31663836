// SPDX-License-Identifier: GPL-3.0-or-later
// A compiled expression: instructions for a stack machine, in one array. Long chains need no recursion, numbers no heap. Internal.
#pragma once

#include "core/dialect.h"
#include "expression/environment.h"

#include <tl/expected.hpp>

#include <vector>

namespace signalbox::expression {

enum class Op : quint8 {
    Number,   ///< pushes numbers[index]
    Text,     ///< pushes texts[index]
    Variable, ///< pushes the variable of uses[index]
    Negate,   ///< of the top
    Add,      ///< of the two on top, as the next six
    Join,
    Subtract,
    Multiply,
    Divide,
    Power,
    Compare,     ///< detail: the Comparison
    Call,        ///< function detail, of the count on top
    JumpIfFalse, ///< takes the top; to instruction index
    Jump         ///< to instruction index
};

struct Instruction {
    Op op = Op::Number;
    quint8 count = 0;
    quint16 detail = 0;
    qint32 index = 0;
    qint32 column = 0;
};

struct Code {
    std::vector<Instruction> instructions;
    std::vector<double> numbers;
    std::vector<core::Value> texts;
    QList<VariableUse> uses;
    std::vector<int> variableSlots; ///< of uses; -1 as long as undeclared
    core::Value trueText;           ///< what a comparison gives
    core::Value falseText;
};

tl::expected<Code, ExpressionError> compileExpression(const QString &text, const core::Dialect &dialect);
tl::expected<core::Value, ExpressionError> run(const Code &code, const Environment &environment);

} // namespace signalbox::expression
