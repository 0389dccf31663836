// SPDX-License-Identifier: GPL-3.0-or-later
// An argument as one fills it in: {"argType","varType","value"} of a document with the numbers of the dialect, and the words of a person.
#pragma once

#include "core/dialect.h"
#include "core/json.h"

#include <array>

namespace signalbox::designer {

enum class ArgumentKind : quint8 { Constant, Variable, Expression, Template };
inline constexpr std::array argumentKinds{ArgumentKind::Constant, ArgumentKind::Variable, ArgumentKind::Expression, ArgumentKind::Template};

struct ArgumentValue {
    ArgumentKind kind = ArgumentKind::Constant;
    core::ValueType type = core::ValueType::String;
    QString text;

    /// Nothing where the value is none that the dialect knows.
    static std::optional<ArgumentValue> read(const core::Json &json, const core::Dialect &dialect);
    /// other gives further members, and the order of members, where it is an object.
    core::Json toJson(const core::Dialect &dialect, const core::Json &other = {}) const;
    /// The same in another kind, as far as that can be said: a name becomes [name], a text "text".
    ArgumentValue as(ArgumentKind otherKind) const;

    bool operator==(const ArgumentValue &) const = default;
};

} // namespace signalbox::designer
