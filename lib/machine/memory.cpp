// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/memory.h"

#include <QCoreApplication>

namespace signalbox::machine {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Machine)
};

// No number or date-time has a longer text.
constexpr qint64 scalarSize = 32;

qint64 textSize(const core::Value &value)
{
    return value.type() == core::ValueType::String ? value.toText().size() : 0;
}

} // namespace

Memory::Memory(const Program::Data &program, const Inputs &inputs, qint64 characterLimit, core::Random &random)
    : m_program(&program), m_random(&random), m_characterLimit(characterLimit)
{
    m_cells.reserve(program.variables.size());
    for (const VariableSlot &variable : program.variables)
        m_cells.push_back({program.defineVariables ? core::Value::defaultOf(variable.type) : core::Value(), variable.type});
    if (!program.dialect.startParamWins)
        applyStartParam(inputs);
    for (const auto &[slot, value] : program.initialValues)
        applyInput(slot, value,
                   Text::tr("The variable \"%1\" of opts.variables").arg(program.variables[static_cast<std::size_t>(slot)].name));
    applyInputs(inputs);
    m_work = 0;
}

void Memory::applyInputs(const Inputs &inputs)
{
    QStringList names = inputs.variables.keys();
    names.sort(); // so that the first fault is the same each time
    for (const QString &name : std::as_const(names)) {
        const QString what = Text::tr("The variable \"%1\", given at the start,").arg(name);
        const int slot = m_program->slotOf(name);
        if (slot >= 0)
            applyInput(slot, inputs.variables.value(name), what);
        else if (!m_inputError)
            m_inputError = core::Error{u"undeclared"_s, Text::tr("%1 is not declared in the scenario.").arg(what), {}};
    }
    for (auto it = inputs.startParams.cbegin(); it != inputs.startParams.cend(); ++it) {
        if (it.key() < 1 || it.key() > startParamLast) {
            if (!m_inputError)
                m_inputError = core::Error{
                    u"undeclared"_s,
                    Text::tr("There is no start parameter %1; they are numbered from 1 to %2.").arg(it.key()).arg(startParamLast),
                    {}};
            continue;
        }
        m_startParams[static_cast<std::size_t>(it.key())] = it.value();
        m_longestStartParam = std::max(m_longestStartParam, textSize(it.value()));
    }
    if (m_program->dialect.startParamWins)
        applyStartParam(inputs);
}

void Memory::applyStartParam(const Inputs &inputs)
{
    if (m_program->startParamSlot >= 0 && inputs.startParams.contains(1))
        applyInput(m_program->startParamSlot, inputs.startParams.value(1), Text::tr("Start parameter 1"));
}

void Memory::applyInput(int slot, const core::Value &value, const QString &what)
{
    const auto done = assign(slot, value);
    if (done || m_inputError)
        return;
    const VariableSlot &variable = m_program->variables[static_cast<std::size_t>(slot)];
    m_inputError = core::Error{done.error().code,
                               Text::tr("%1 cannot go to the variable \"%2\" of type %3: %4")
                                   .arg(what, variable.name, core::valueTypeName(variable.type), done.error().message),
                               {}};
}

const core::Value *Memory::evaluate(const Argument &argument, core::Value &scratch)
{
    if (m_work / workPerCharacter > m_characterLimit)
        return fail(argument,
                    Text::tr("The component handles too much text: over %1 characters.").arg(m_characterLimit * workPerCharacter));
    switch (argument.kind) {
    case Argument::Kind::Constant:
        return &argument.constant;
    case Argument::Kind::Variable: {
        const Cell &cell = m_cells[static_cast<std::size_t>(argument.slot)];
        m_work += cell.size;
        return &cell.value;
    }
    case Argument::Kind::Expression: {
        if (!fits(argument))
            return fail(argument, tooLarge());
        auto result = argument.expression->evaluate(*this);
        if (!result)
            return fail(argument, result.error().message, result.error().column);
        scratch = std::move(*result);
        return &scratch;
    }
    case Argument::Kind::Template:
        if (!fits(argument))
            return fail(argument, tooLarge());
        scratch = core::Value(argument.text->evaluate(*this));
        return &scratch;
    case Argument::Kind::Absent:
        scratch = core::Value();
        return &scratch;
    case Argument::Kind::Faulty:
        break;
    }
    return fail(argument, argument.fault, argument.faultColumn);
}

bool Memory::fits(const Argument &argument)
{
    // Each use of a variable goes into the result at most once, so the result and all that is made on the way to it are no longer.
    qint64 size = argument.literalSize + argument.startParamUses * (m_longestStartParam + scalarSize);
    for (const int slot : argument.reads)
        size += m_cells[static_cast<std::size_t>(slot)].size + scalarSize;
    m_work += size;
    return size <= m_characterLimit;
}

void Memory::keepBefore(int slot)
{
    Cell &cell = m_cells[static_cast<std::size_t>(slot)];
    if (!std::exchange(cell.isKept, true))
        m_before.emplace_back(slot, cell.value);
}

QList<VariableChange> Memory::takeChanges()
{
    QList<VariableChange> changes;
    for (const auto &[slot, before] : m_before) {
        Cell &cell = m_cells[static_cast<std::size_t>(slot)];
        cell.isKept = false;
        if (cell.value != before)
            changes.append({m_program->variables[static_cast<std::size_t>(slot)].name, before, cell.value});
    }
    m_before.clear();
    return changes;
}

core::Result<void> Memory::assign(int slot, const core::Value &value)
{
    Cell &cell = m_cells[static_cast<std::size_t>(slot)];
    if (value.type() == core::ValueType::Number && cell.type == core::ValueType::Number) {
        if (m_isRecording)
            keepBefore(slot);
        m_characters -= std::exchange(cell.size, 0);
        cell.value = value;
        return {};
    }
    auto cast = value.cast(cell.type);
    if (!cast)
        return tl::unexpected(cast.error());
    const qint64 size = textSize(*cast);
    if (m_characters - cell.size + size > m_characterLimit)
        return core::fail(u"too_large"_s, tooLarge());
    if (m_isRecording)
        keepBefore(slot);
    m_characters += size - cell.size;
    m_work += size;
    cell.size = size;
    cell.value = std::move(*cast);
    return {};
}

core::Value Memory::startParam(int number) const
{
    return number >= 1 && number <= startParamLast ? m_startParams[static_cast<std::size_t>(number)] : core::Value();
}

const core::Value *Memory::fail(const Argument &argument, const QString &message, int column)
{
    m_failure = column > 0 ? Text::tr("property %1, column %2: %3").arg(argument.property).arg(column).arg(message)
                           : Text::tr("property %1: %2").arg(argument.property, message);
    return nullptr;
}

QString Memory::tooLarge() const
{
    return Text::tr("The texts of a run are limited to %1 characters together.").arg(m_characterLimit);
}

} // namespace signalbox::machine
