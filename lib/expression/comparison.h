// SPDX-License-Identifier: GPL-3.0-or-later
// How two values compare: in expressions and in component 104, by one rule (platform.md §5).
#pragma once

#include "core/value.h"

namespace signalbox::expression {

/// The numbers are the option ids of compareType.
enum class Comparison : quint8 { Less = 0, LessOrEqual = 1, Equal = 2, GreaterOrEqual = 3, Greater = 4, NotEqual = 5 };

/// The option id as a comparison, or nothing.
std::optional<Comparison> comparisonOf(qint64 compareType);

/// Values of one type compare as they are: numbers, texts by their characters (case counts), date-times as points in time. Values
/// of two types compare as numbers when both can be numbers, else as texts.
bool compare(const core::Value &a, Comparison comparison, const core::Value &b);

/// What a value says as a condition: the dialect's two texts, a number (0 is false), or the text true or false; nothing for any other.
std::optional<bool> truthOf(const core::Value &value, const QString &trueText, const QString &falseText);

} // namespace signalbox::expression
