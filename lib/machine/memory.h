// SPDX-License-Identifier: GPL-3.0-or-later
// The variables and start parameters of one run, and the evaluation of arguments on them. Keeps the texts of all variables together
// within a limit, so that no scenario can use up the host's memory.
#pragma once

#include "core/result.h"
#include "expression/environment.h"
#include "machine/effect.h"
#include "machine/programdata.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace signalbox::machine {

class Memory final : public expression::Environment
{
public:
    /// program and random must outlive it.
    Memory(const Program::Data &program, const Inputs &inputs, qint64 characterLimit, core::Random &random);

    /// What is wrong with the inputs, or nothing.
    const std::optional<core::Error> &inputError() const { return m_inputError; }

    /// The argument's value, or nullptr: then failure() says why. The answer is in the argument, in a variable or in scratch, and stands
    /// until one of them changes. An absent argument is the empty string.
    const core::Value *evaluate(const Argument &argument, core::Value &scratch);
    /// Why evaluate() failed: with the property and the column, ready to show.
    const QString &failure() const { return m_failure; }

    /// Casts to the variable's type. Errors: cast, too_large.
    core::Result<void> assign(int slot, const core::Value &value);

    const core::Value &value(int slot) const { return m_cells[static_cast<std::size_t>(slot)].value; }
    /// Characters that were handled since the last call: what a host's turn is measured by beside the components.
    /// What is done for one component is limited too: beyond it evaluate() fails until the work is taken.
    void addWork(qint64 characters) { m_work += characters; }
    qint64 takeWork() { return std::exchange(m_work, 0); }

    /// From now on what assign() changes is kept until it is taken.
    void recordChanges() { m_isRecording = true; }
    /// Each variable once, with the first value and the last; not those that are what they were.
    QList<VariableChange> takeChanges();

    const core::Value &variable(int slot) const override { return value(slot); }
    core::Value startParam(int number) const override;
    QString scriptReference() const override { return m_program->scriptReference; }
    core::Random &random() const override { return *m_random; }

private:
    static constexpr int startParamLast = 20; // platform.md §3
    // One component may handle so many times the characters that all variables may hold: none is in need of it, and none holds up its host.
    static constexpr qint64 workPerCharacter = 8;

    struct Cell {
        core::Value value;
        core::ValueType type = core::ValueType::String;
        qint64 size = 0;     ///< characters of a string
        bool isKept = false; ///< in m_before
    };

    void applyInputs(const Inputs &inputs);
    void applyStartParam(const Inputs &inputs);
    void applyInput(int slot, const core::Value &value, const QString &what);
    bool fits(const Argument &argument);
    void keepBefore(int slot);
    const core::Value *fail(const Argument &argument, const QString &message, int column = 0);
    QString tooLarge() const;

    const Program::Data *m_program;
    core::Random *m_random;
    qint64 m_characterLimit;
    qint64 m_characters = 0;
    qint64 m_work = 0;
    std::vector<Cell> m_cells;
    std::array<core::Value, startParamLast + 1> m_startParams; // by number
    qint64 m_longestStartParam = 0;
    std::optional<core::Error> m_inputError;
    QString m_failure;
    bool m_isRecording = false;
    std::vector<std::pair<int, core::Value>> m_before; ///< values that changed since takeChanges()
};

} // namespace signalbox::machine
