// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbertext.h"

#include <QVarLengthArray>

#include <algorithm>
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

/// Whether a decimal, known not to fit a double, is too small rather than too large.
bool isTiny(const char *at, const char *end)
{
    const char *const exponentAt = std::find_if(at, end, [](char c) { return c == 'e' || c == 'E'; });
    const char *const point = std::find(at, exponentAt, '.');
    const char *const first = std::find_if(at, exponentAt, [](char c) { return c >= '1' && c <= '9'; });
    const auto magnitude = static_cast<qint64>(point - first); // digits in front of the point; below 0 for zeros behind it
    if (exponentAt == end)
        return magnitude <= 0;
    const char *from = exponentAt + 1;
    const bool negative = *from == '-';
    qint64 exponent = 0;
    const bool fits = std::from_chars(*from == '+' ? from + 1 : from, end, exponent).ec == std::errc();
    return fits ? magnitude + exponent <= 0 : negative;
}

} // namespace

QByteArray numberText(double value)
{
    Q_ASSERT(std::isfinite(value));
    if (std::abs(value) < exactIntegers && std::trunc(value) == value)
        return QByteArray::number(static_cast<qint64>(value));
    std::array<char, 64> buffer{};
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
    if (std::from_chars(at, end, value).ec != std::errc()) { // beyond a double's range
        if (!isTiny(at, end))
            return std::nullopt;
        value = 0;
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
