// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and their text, free of the locale: the one home of how a double is written and read everywhere.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace signalbox::core {

/// The shortest text that reads back as the same double: integers without a point, an exponent below 1e-6 and from 1e21 on. Negative
/// zero is written 0. value must be finite.
QByteArray numberText(double value);

/// The number, when text is a decimal number with nothing around it: an optional sign, digits with at most one point, an optional
/// exponent. Nothing for other texts and for numbers beyond a double's range; too small ones are 0.
std::optional<double> parseNumber(QByteArrayView text);

/// As above, with space allowed around it.
std::optional<double> parseNumber(QStringView text);

} // namespace signalbox::core
