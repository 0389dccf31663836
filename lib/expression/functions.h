// SPDX-License-Identifier: GPL-3.0-or-later
// The functions that expressions know (platform.md §5), by name. Internal to the module.
#pragma once

#include <QString>

#include <optional>

namespace signalbox::expression {

enum class FunctionKind : quint8 {
    Unary,  ///< of one number
    Binary, ///< of two numbers
    Max,
    Min,
    Random,
    Length,
    Substring,
    If, ///< compiled to jumps: only the chosen branch is evaluated
    Number,
    EndLine,
    StartParam,
    ScriptReference
};

struct Function {
    QLatin1StringView name;
    FunctionKind kind = FunctionKind::Unary;
    quint8 least = 1; ///< number of arguments
    quint8 most = 1;
    double (*unary)(double) = nullptr;
    double (*binary)(double, double) = nullptr;
};

/// Position of the function in the table, whatever the name's case; -1 when there is none.
int functionIndex(QStringView name);
const Function &functionAt(int index);

} // namespace signalbox::expression
