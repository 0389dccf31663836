// SPDX-License-Identifier: GPL-3.0-or-later
// Runs compiled code on a stack of values. The number path does no work on strings and no allocation.
#include "expression/code.h"
#include "expression/comparison.h"
#include "expression/functions.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <cmath>

namespace signalbox::expression {

namespace {

using core::Value;
using core::ValueType;

constexpr int startParams = 20;
constexpr qsizetype maxText = 16 * 1024 * 1024; // characters; a loop that doubles a text must end

/// A value on the stack; isText marks quoted and joined text, which + never takes for a number.
struct Operand {
    Value value;
    bool isText = false;
};

class Machine
{
    Q_DECLARE_TR_FUNCTIONS(Expression)

public:
    Machine(const Code &code, const Environment &environment) : m_code(code), m_environment(environment) {}

    tl::expected<Value, ExpressionError> run()
    {
        const auto &instructions = m_code.instructions;
        for (size_t at = 0; at < instructions.size(); ++at) {
            const Instruction &instruction = instructions[at];
            if (instruction.op == Op::Jump) {
                at = static_cast<size_t>(instruction.index) - 1;
            } else if (instruction.op == Op::JumpIfFalse) {
                const auto condition = truth(m_stack.last().value);
                if (!condition)
                    return tl::unexpected(valueError(instruction, tr("The condition is neither true or false nor a number.")));
                m_stack.removeLast();
                if (!*condition)
                    at = static_cast<size_t>(instruction.index) - 1;
            } else if (!step(instruction)) {
                return tl::unexpected(std::move(m_error));
            }
        }
        return std::move(m_stack.last().value);
    }

private:
    static ExpressionError valueError(const Instruction &instruction, const QString &message)
    {
        return {QStringLiteral("expression.value"), message, instruction.column};
    }

    bool refuse(const Instruction &instruction, const QString &message)
    {
        m_error = valueError(instruction, message);
        return false;
    }

    bool refuseOperand(const Instruction &instruction, const Value &value)
    {
        return refuse(instruction, value.cast(ValueType::Number).error().message);
    }

    std::optional<bool> truth(const Value &value) const { return truthOf(value, m_code.trueText.toText(), m_code.falseText.toText()); }

    bool step(const Instruction &instruction)
    {
        switch (instruction.op) {
        case Op::Number:
            m_stack.append({Value(m_code.numbers[static_cast<size_t>(instruction.index)]), false});
            return true;
        case Op::Text:
            m_stack.append({m_code.texts[static_cast<size_t>(instruction.index)], true});
            return true;
        case Op::Variable:
            return variable(instruction);
        case Op::Negate:
            return negate(instruction);
        case Op::Add:
            return add(instruction);
        case Op::Join:
            return join(instruction);
        case Op::Compare: {
            const bool holds = compare(left().value, static_cast<Comparison>(instruction.detail), right().value);
            return replace(2, holds ? m_code.trueText : m_code.falseText);
        }
        case Op::Call:
            return call(instruction, functionAt(instruction.detail));
        default:
            return arithmetic(instruction);
        }
    }

    Operand &left() { return m_stack[m_stack.size() - 2]; }
    Operand &right() { return m_stack.last(); }

    /// The result in place of the count values on top.
    bool replace(int count, Value result, bool isText = false)
    {
        for (int i = 1; i < count; ++i)
            m_stack.removeLast();
        if (count == 0)
            m_stack.append(Operand{});
        m_stack.last() = Operand{std::move(result), isText};
        return true;
    }

    bool replaceNumber(const Instruction &instruction, int count, double result)
    {
        if (!std::isfinite(result))
            return refuse(instruction, tr("There is no result for these values, or it is too large for a number."));
        return replace(count, Value(result));
    }

    bool variable(const Instruction &instruction)
    {
        const int slot = m_code.variableSlots[static_cast<size_t>(instruction.index)];
        if (slot < 0) {
            m_error = {QStringLiteral("expression.undeclared"), tr("There is no variable \"%1\".").arg(m_code.uses[instruction.index].name),
                       instruction.column};
            return false;
        }
        m_stack.append({m_environment.variable(slot), false});
        return true;
    }

    bool negate(const Instruction &instruction)
    {
        const auto number = right().value.toNumber();
        if (!number)
            return refuseOperand(instruction, right().value);
        return replace(1, Value(-*number));
    }

    /// The rule of + stands in expression.h.
    bool add(const Instruction &instruction)
    {
        const auto asNumber = [](const Operand &operand) {
            return operand.isText ? std::nullopt : operand.value.toNumber();
        };
        const auto a = asNumber(left());
        const auto b = a ? asNumber(right()) : std::nullopt;
        if (a && b)
            return replaceNumber(instruction, 2, *a + *b);
        const bool hasText = left().value.type() == ValueType::String || right().value.type() == ValueType::String;
        if (!hasText)
            return refuse(instruction, tr("A date and time cannot be added to; ++ joins it as text."));
        return join(instruction);
    }

    bool join(const Instruction &instruction)
    {
        QString text = left().value.toText();
        const QString tail = right().value.toText();
        if (text.size() + tail.size() > maxText)
            return refuse(instruction, tr("The text would have more than %1 characters.").arg(maxText));
        return replace(2, Value(text.append(tail)), true);
    }

    bool arithmetic(const Instruction &instruction)
    {
        const auto a = left().value.toNumber();
        if (!a)
            return refuseOperand(instruction, left().value);
        const auto b = right().value.toNumber();
        if (!b)
            return refuseOperand(instruction, right().value);
        switch (instruction.op) {
        case Op::Subtract:
            return replaceNumber(instruction, 2, *a - *b);
        case Op::Multiply:
            return replaceNumber(instruction, 2, *a * *b);
        case Op::Divide:
            if (*b == 0)
                return refuse(instruction, tr("A division by zero has no result."));
            return replaceNumber(instruction, 2, *a / *b);
        default:
            return replaceNumber(instruction, 2, std::pow(*a, *b));
        }
    }

    const Value &argument(const Instruction &instruction, int index) const
    {
        return m_stack[m_stack.size() - instruction.count + index].value;
    }

    /// An argument as a number; a refusal otherwise.
    bool numberArgument(const Instruction &instruction, int index, double &number)
    {
        const auto value = argument(instruction, index).toNumber();
        if (!value)
            return refuseOperand(instruction, argument(instruction, index));
        number = *value;
        return true;
    }

    /// An argument as a whole number in a range; a refusal otherwise.
    bool wholeArgument(const Instruction &instruction, int index, double least, double most, qint64 &number)
    {
        double value = 0;
        if (!numberArgument(instruction, index, value))
            return false;
        if (value < least || value > most || std::trunc(value) != value)
            return refuse(
                instruction,
                tr("Argument %1 must be a whole number from %2 to %3.").arg(index + 1).arg(Value(least).toText(), Value(most).toText()));
        number = static_cast<qint64>(value);
        return true;
    }

    bool call(const Instruction &instruction, const Function &function)
    {
        double a = 0;
        double b = 0;
        switch (function.kind) {
        case FunctionKind::Unary:
            return numberArgument(instruction, 0, a) && replaceNumber(instruction, 1, function.unary(a));
        case FunctionKind::Binary:
            return numberArgument(instruction, 0, a) && numberArgument(instruction, 1, b) &&
                   replaceNumber(instruction, 2, function.binary(a, b));
        case FunctionKind::Number:
            return numberArgument(instruction, 0, a) && replaceNumber(instruction, 1, a);
        case FunctionKind::Max:
        case FunctionKind::Min:
            return extreme(instruction, function.kind == FunctionKind::Max);
        case FunctionKind::Random:
            return random(instruction);
        case FunctionKind::Length:
            return replace(1, Value(static_cast<double>(argument(instruction, 0).toText().toUcs4().size())));
        case FunctionKind::Substring:
            return substring(instruction);
        case FunctionKind::StartParam: {
            qint64 number = 0;
            return wholeArgument(instruction, 0, 1, startParams, number) && replace(1, m_environment.startParam(static_cast<int>(number)));
        }
        default: // getscriptref; the others have become instructions of their own
            return replace(0, Value(m_environment.scriptReference()));
        }
    }

    bool extreme(const Instruction &instruction, bool largest)
    {
        double result = 0;
        if (!numberArgument(instruction, 0, result))
            return false;
        for (int i = 1; i < instruction.count; ++i) {
            double number = 0;
            if (!numberArgument(instruction, i, number))
                return false;
            result = largest ? std::max(result, number) : std::min(result, number);
        }
        return replace(instruction.count, Value(result));
    }

    bool random(const Instruction &instruction)
    {
        constexpr double exact = 9007199254740991; // a double's largest run of whole numbers
        if (instruction.count == 0)
            return replace(0, Value(m_environment.random().unit()));
        qint64 from = 1;
        qint64 to = 0;
        if (instruction.count == 2 && !wholeArgument(instruction, 0, -exact, exact, from))
            return false;
        if (!wholeArgument(instruction, instruction.count - 1, static_cast<double>(from), exact, to))
            return false;
        const quint64 drawn = m_environment.random().below(static_cast<quint64>(to - from) + 1);
        return replace(instruction.count, Value(static_cast<double>(from + static_cast<qint64>(drawn))));
    }

    /// Counts in characters, also where one takes two units of UTF-16.
    bool substring(const Instruction &instruction)
    {
        constexpr double far = 1e9;
        qint64 start = 0;
        auto length = static_cast<qint64>(far);
        if (!wholeArgument(instruction, 1, 1, far, start) || (instruction.count == 3 && !wholeArgument(instruction, 2, 0, far, length)))
            return false;
        const auto characters = argument(instruction, 0).toText().toUcs4();
        const qint64 from = std::min<qint64>(start - 1, characters.size());
        const qint64 count = std::min<qint64>(length, characters.size() - from);
        QString result;
        for (qint64 i = from; i < from + count; ++i)
            result.append(QChar::fromUcs4(characters[i]));
        return replace(instruction.count, Value(result));
    }

    const Code &m_code;
    const Environment &m_environment;
    QVarLengthArray<Operand, 8> m_stack;
    ExpressionError m_error;
};

} // namespace

tl::expected<Value, ExpressionError> run(const Code &code, const Environment &environment)
{
    return Machine(code, environment).run();
}

} // namespace signalbox::expression
