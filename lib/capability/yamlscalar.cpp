// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/yamlscalar.h"

#include <QByteArray>

#include <array>
#include <charconv>

namespace signalbox::capability {

using core::Json;

namespace {

constexpr std::array nullWords{std::string_view(), std::string_view("~"), std::string_view("null"), std::string_view("Null"),
                               std::string_view("NULL")};
constexpr std::array<std::string_view, 3> trueWords{"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> falseWords{"false", "False", "FALSE"};
constexpr std::array<std::string_view, 12> beyondWords{".inf",  ".Inf",  ".INF",  "+.inf", "+.Inf", "+.INF",
                                                       "-.inf", "-.Inf", "-.INF", ".nan",  ".NaN",  ".NAN"};

template <typename Words>
bool isOneOf(std::string_view text, const Words &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view &text)
{
    const std::string_view all = text;
    while (!text.empty() && isDigit(text.front()))
        text.remove_prefix(1);
    return all.substr(0, all.size() - text.size());
}

/// 0x1F and 0o17: the digits and their base; base 0 where the text is neither.
struct Based {
    std::string_view digits;
    int base = 0;
};

Based basedInteger(std::string_view text)
{
    const int base = text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : 0;
    const std::string_view digits = base ? text.substr(2) : std::string_view();
    const auto belongs = [base](char c) {
        return base == 16 ? isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') : c >= '0' && c <= '7';
    };
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), belongs))
        return {};
    return {digits, base};
}

std::optional<qint64> basedValue(const Based &based)
{
    qint64 value = 0;
    const char *end = based.digits.data() + based.digits.size();
    const auto [stop, fault] = std::from_chars(based.digits.data(), end, value, based.base);
    return fault == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, written as JSON writes it; empty where the text is no number.
QByteArray decimalText(std::string_view text)
{
    QByteArray number;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        if (text.front() == '-')
            number.append('-');
        text.remove_prefix(1);
    }
    std::string_view whole = takeDigits(text);
    const bool point = !text.empty() && text.front() == '.';
    if (point)
        text.remove_prefix(1);
    const std::string_view fraction = point ? takeDigits(text) : std::string_view();
    if (whole.empty() && fraction.empty())
        return {};
    while (whole.size() > 1 && whole.front() == '0')
        whole.remove_prefix(1);
    number.append(whole.empty() ? QByteArrayView("0") : QByteArrayView(whole.data(), static_cast<qsizetype>(whole.size())));
    if (point)
        number.append('.').append(fraction.empty() ? QByteArrayView("0")
                                                   : QByteArrayView(fraction.data(), static_cast<qsizetype>(fraction.size())));
    if (text.empty())
        return number;
    if (text.front() != 'e' && text.front() != 'E')
        return {};
    number.append(text.front());
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.append(text.front());
        text.remove_prefix(1);
    }
    const std::string_view exponent = takeDigits(text);
    if (exponent.empty() || !text.empty())
        return {};
    return number.append(QByteArrayView(exponent.data(), static_cast<qsizetype>(exponent.size())));
}

} // namespace

std::optional<Json> coreScalar(std::string_view text)
{
    if (isOneOf(text, nullWords))
        return Json();
    if (isOneOf(text, trueWords))
        return Json(true);
    if (isOneOf(text, falseWords))
        return Json(false);
    if (const Based based = basedInteger(text); based.base) {
        const std::optional<qint64> value = basedValue(based);
        return value ? std::optional(Json(*value)) : std::nullopt;
    }
    QByteArray number = decimalText(text);
    return number.isEmpty() ? std::nullopt : std::optional(Json::number(std::move(number)));
}

bool isBeyondJson(std::string_view text)
{
    if (isOneOf(text, beyondWords))
        return true;
    const Based based = basedInteger(text);
    return based.base && !basedValue(based);
}

} // namespace signalbox::capability
