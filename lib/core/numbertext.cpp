// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbertext.h"

#include <QVarLengthArray>

#include <array>
#include <charconv>
#include <cmath>

namespace signalbox::core {

namespace {

constexpr double plainFrom = 1e-6;
constexpr double plainTo = 1e21;
constexpr double exactIntegers = 1e15;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether text has the shape that parseNumber() takes, behind its sign.
bool isDecimal(const char *at, const char *end)
{
    int digits = 0;
    while (at < end && isDigit(*at)) {
        ++at;
        ++digits;
    }
    if (at < end && *at == '.') {
        ++at;
        while (at < end && isDigit(*at)) {
            ++at;
            ++digits;
        }
    }
    if (digits == 0)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < end && (*at == '+' || *at == '-'))
            ++at;
        if (at == end)
            return false;
        while (at < end && isDigit(*at))
            ++at;
    }
    return at == end;
}

} // namespace

QByteArray numberText(double value)
{
    Q_ASSERT(std::isfinite(value));
    if (std::abs(value) < exactIntegers && std::trunc(value) == value)
        return QByteArray::number(static_cast<qint64>(value));
    std::array<char, 64> buffer;
    const double size = std::abs(value);
    const auto format = size >= plainFrom && size < plainTo ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    return QByteArray(buffer.data(), end - buffer.data());
}

std::optional<double> parseNumber(QByteArrayView text)
{
    const char *at = text.begin();
    const char *const end = text.end();
    bool negative = false;
    if (at < end && (*at == '-' || *at == '+'))
        negative = *at++ == '-';
    if (!isDecimal(at, end))
        return std::nullopt;
    double value = 0;
    if (std::from_chars(at, end, value).ec != std::errc()) {
        value = QByteArray(at, end - at).toDouble(); // tells what is too large from what is too small
        if (!std::isfinite(value))
            return std::nullopt;
    }
    return negative ? -value : value;
}

std::optional<double> parseNumber(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    QVarLengthArray<char, 64> latin;
    for (const QChar c : trimmed) {
        if (c.unicode() > 0x7f)
            return std::nullopt;
        latin.append(static_cast<char>(c.unicode()));
    }
    return parseNumber(QByteArrayView(latin.data(), latin.size()));
}

} // namespace signalbox::core
