// SPDX-License-Identifier: GPL-3.0-or-later
// An argument of a component ({"argType","varType","value"}, platform.md §5) made ready to evaluate. Reading never fails: a faulty
// argument says why when control reaches it.
#pragma once

#include "core/dialect.h"
#include "core/json.h"
#include "expression/expression.h"
#include "expression/template.h"

#include <optional>
#include <vector>

namespace signalbox::machine {

struct Argument {
    enum class Kind : quint8 { Absent, Constant, Variable, Expression, Template, Faulty };

    Kind kind = Kind::Absent;
    QString property;     ///< its code, for messages
    core::Value constant; ///< of a constant, cast to its varType
    int slot = -1;        ///< of a variable
    std::optional<expression::Expression> expression;
    std::optional<expression::Template> text;
    std::vector<int> reads; ///< slots that an expression or template puts in, each as often as it does
    int startParamUses = 0; ///< at most so many start parameters go into it
    qint64 literalSize = 0; ///< characters of an expression's or a template's own text
    QString fault;          ///< of a faulty one: what is wrong
    int faultColumn = 0;    ///< 1-based; 0 where it has none

    bool isAbsent() const { return kind == Kind::Absent; }
};

/// json may be null (absent). A constant number or date-time without a value counts as absent.
Argument readArgument(const core::Json &json, const QString &property, const expression::SlotOf &slotOf, const core::Dialect &dialect);

} // namespace signalbox::machine
