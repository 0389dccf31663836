// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::expression {

namespace {

constexpr quint8 manyArguments = 100;

constexpr Function unary(QLatin1StringView name, double (*function)(double))
{
    return {name, FunctionKind::Unary, 1, 1, function, nullptr};
}

constexpr Function binary(QLatin1StringView name, double (*function)(double, double))
{
    return {name, FunctionKind::Binary, 2, 2, nullptr, function};
}

constexpr Function special(QLatin1StringView name, FunctionKind kind, quint8 least, quint8 most)
{
    return {name, kind, least, most, nullptr, nullptr};
}

double logarithm(double number, double base)
{
    if (base == 2)
        return std::log2(number);
    if (base == 10)
        return std::log10(number);
    return std::log(number) / std::log(base);
}

const std::array functions{
    unary(QLatin1StringView("abs"), [](double x) { return std::abs(x); }),
    unary(QLatin1StringView("acos"), [](double x) { return std::acos(x); }),
    unary(QLatin1StringView("asin"), [](double x) { return std::asin(x); }),
    unary(QLatin1StringView("atan"), [](double x) { return std::atan(x); }),
    binary(QLatin1StringView("atan2"), [](double y, double x) { return std::atan2(y, x); }),
    unary(QLatin1StringView("ceil"), [](double x) { return std::ceil(x); }),
    unary(QLatin1StringView("cos"), [](double x) { return std::cos(x); }),
    unary(QLatin1StringView("cosh"), [](double x) { return std::cosh(x); }),
    unary(QLatin1StringView("erf"), [](double x) { return std::erf(x); }),
    unary(QLatin1StringView("erfc"), [](double x) { return std::erfc(x); }),
    unary(QLatin1StringView("exp"), [](double x) { return std::exp(x); }),
    unary(QLatin1StringView("floor"), [](double x) { return std::floor(x); }),
    unary(QLatin1StringView("lg"), [](double x) { return std::log10(x); }),
    unary(QLatin1StringView("ln"), [](double x) { return std::log(x); }),
    binary(QLatin1StringView("log"), logarithm),
    unary(QLatin1StringView("log10"), [](double x) { return std::log10(x); }),
    unary(QLatin1StringView("log2"), [](double x) { return std::log2(x); }),
    special(QLatin1StringView("max"), FunctionKind::Max, 1, manyArguments),
    special(QLatin1StringView("min"), FunctionKind::Min, 1, manyArguments),
    binary(QLatin1StringView("pow"), [](double x, double y) { return std::pow(x, y); }),
    special(QLatin1StringView("random"), FunctionKind::Random, 0, 2),
    unary(QLatin1StringView("round"), [](double x) { return std::round(x); }),
    unary(QLatin1StringView("sin"), [](double x) { return std::sin(x); }),
    unary(QLatin1StringView("sinh"), [](double x) { return std::sinh(x); }),
    unary(QLatin1StringView("sqrt"), [](double x) { return std::sqrt(x); }),
    unary(QLatin1StringView("tan"), [](double x) { return std::tan(x); }),
    unary(QLatin1StringView("tanh"), [](double x) { return std::tanh(x); }),
    special(QLatin1StringView("len"), FunctionKind::Length, 1, 1),
    special(QLatin1StringView("length"), FunctionKind::Length, 1, 1),
    special(QLatin1StringView("substr"), FunctionKind::Substring, 2, 3),
    special(QLatin1StringView("if"), FunctionKind::If, 2, 3),
    special(QLatin1StringView("ifelse"), FunctionKind::If, 3, 3),
    special(QLatin1StringView("num"), FunctionKind::Number, 1, 1),
    special(QLatin1StringView("endline"), FunctionKind::EndLine, 0, 0),
    special(QLatin1StringView("startparam"), FunctionKind::StartParam, 1, 1),
    special(QLatin1StringView("getscriptref"), FunctionKind::ScriptReference, 0, 0),
};

} // namespace

int functionIndex(QStringView name)
{
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [name](const Function &function) { return name.compare(function.name, Qt::CaseInsensitive) == 0; });
    return found == functions.end() ? -1 : static_cast<int>(found - functions.begin());
}

const Function &functionAt(int index)
{
    return functions[static_cast<size_t>(index)];
}

} // namespace signalbox::expression
