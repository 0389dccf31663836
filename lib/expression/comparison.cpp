// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/comparison.h"

namespace signalbox::expression {

namespace {

template <typename T>
bool holds(const T &a, Comparison comparison, const T &b)
{
    switch (comparison) {
    case Comparison::Less:
        return a < b;
    case Comparison::LessOrEqual:
        return a <= b;
    case Comparison::Equal:
        return a == b;
    case Comparison::GreaterOrEqual:
        return a >= b;
    case Comparison::Greater:
        return a > b;
    case Comparison::NotEqual:
        break;
    }
    return a != b;
}

} // namespace

std::optional<Comparison> comparisonOf(qint64 compareType)
{
    if (compareType < static_cast<qint64>(Comparison::Less) || compareType > static_cast<qint64>(Comparison::NotEqual))
        return std::nullopt;
    return static_cast<Comparison>(compareType);
}

bool compare(const core::Value &a, Comparison comparison, const core::Value &b)
{
    const core::ValueType type = a.type();
    if (type == b.type() && type == core::ValueType::DateTime)
        return holds(*a.toDateTime(), comparison, *b.toDateTime());
    if (type != b.type() || type == core::ValueType::Number) {
        const auto left = a.toNumber();
        const auto right = b.toNumber();
        if (left && right)
            return holds(*left, comparison, *right);
    }
    return holds(a.toText(), comparison, b.toText());
}

std::optional<bool> truthOf(const core::Value &value, const QString &trueText, const QString &falseText)
{
    const QString text = value.toText();
    if (text == trueText || text == falseText)
        return text == trueText;
    if (const auto number = value.toNumber())
        return *number != 0;
    if (text.compare(u"true", Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(u"false", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

} // namespace signalbox::expression
