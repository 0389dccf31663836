// SPDX-License-Identifier: GPL-3.0-or-later
// What a scenario's variable holds: a number, a string or a date-time (platform.md §5), and the casts between them.
#pragma once

#include "core/result.h"

#include <QDateTime>

#include <optional>
#include <variant>

namespace signalbox::core {

/// The platform's numbers for them stand in Dialect.
enum class ValueType : quint8 { Number, String, DateTime };

class Value final
{
public:
    Value() = default; ///< the empty string
    explicit Value(double number) : m_value(number) {}
    explicit Value(QString text) : m_value(std::move(text)) {}
    explicit Value(QDateTime dateTime) : m_value(std::move(dateTime)) {}
    static Value fromBool(bool value); ///< the text true or false

    /// What defineVars sets: 0, "", 2000-01-01T00:00:00Z.
    static Value defaultOf(ValueType type);

    ValueType type() const
    {
        return m_value.index() == 0 ? ValueType::Number : m_value.index() == 1 ? ValueType::String : ValueType::DateTime;
    }

    /// Integers without a point, other numbers by their shortest exact text, date-times as RFC 3339.
    QString toText() const;
    /// The number, or the string read as one (surrounding space allowed); nothing for anything else. NaN and infinities never.
    std::optional<double> toNumber() const;
    std::optional<QDateTime> toDateTime() const;

    /// Error code: cast, naming the value's text (cut to 64 characters) and the type.
    Result<Value> cast(ValueType type) const;

    friend bool operator==(const Value &, const Value &) = default;

private:
    std::variant<double, QString, QDateTime> m_value = QString();
};

/// "number", "string" or "date-time".
QString valueTypeName(ValueType type);

} // namespace signalbox::core
