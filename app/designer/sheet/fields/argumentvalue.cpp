// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/argumentvalue.h"

#include "core/value.h"
#include "scenario/componentcodes.h"

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

int numberOf(ArgumentKind kind, const core::Dialect &dialect)
{
    switch (kind) {
    case ArgumentKind::Constant:
        return dialect.argConstant;
    case ArgumentKind::Variable:
        return dialect.argVariable;
    case ArgumentKind::Expression:
        return dialect.argExpression;
    case ArgumentKind::Template:
        break;
    }
    return dialect.argTemplate;
}

bool isName(QStringView text)
{
    return !text.isEmpty() && !text.front().isDigit() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

/// The name in "[name]", or nothing.
QString soleName(const QString &text)
{
    if (text.size() < 3 || !text.startsWith(u'[') || !text.endsWith(u']'))
        return {};
    const QString name = text.sliced(1, text.size() - 2);
    return isName(name) ? name : QString();
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1) + u'"';
}

/// The text in an expression that is nothing but a text in quotes, or nothing.
std::optional<QString> unquoted(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return std::nullopt;
    QString inner = text.sliced(1, text.size() - 2);
    inner.replace("\\\""_L1, "\x1"_L1).replace("\\\\"_L1, "\\"_L1);
    if (inner.contains(u'"'))
        return std::nullopt;
    return inner.replace(u'\x1', u'"');
}

} // namespace

std::optional<ArgumentValue> ArgumentValue::read(const Json &json, const core::Dialect &dialect)
{
    const std::optional<qint64> number = json[scenario::code::argumentType].toInt();
    const std::optional<qint64> typeNumber = json[scenario::code::valueType].toInt();
    const Json &value = json[scenario::code::value];
    const std::optional<core::ValueType> type = typeNumber ? dialect.valueType(*typeNumber) : std::nullopt;
    if (!number || !type || !value.isString())
        return std::nullopt;
    for (const ArgumentKind kind : argumentKinds) {
        if (numberOf(kind, dialect) == *number)
            return ArgumentValue{kind, *type, value.toString()};
    }
    return std::nullopt;
}

Json ArgumentValue::toJson(const core::Dialect &dialect, const Json &other) const
{
    Json json = other.isObject() ? other : Json::object();
    json.set(scenario::code::argumentType.toString(), Json(numberOf(kind, dialect)));
    json.set(scenario::code::valueType.toString(), Json(dialect.valueTypeId(type)));
    json.set(scenario::code::value.toString(), Json(text));
    return json;
}

ArgumentValue ArgumentValue::as(ArgumentKind otherKind) const
{
    ArgumentValue other{otherKind, type, text};
    if (otherKind == kind || text.isEmpty())
        return other;
    const bool wasText = kind == ArgumentKind::Constant || kind == ArgumentKind::Template;
    switch (otherKind) {
    case ArgumentKind::Variable:
        other.text = kind == ArgumentKind::Constant && isName(text) ? text : soleName(text);
        break;
    case ArgumentKind::Expression:
        if (kind == ArgumentKind::Variable)
            other.text = u'[' + text + u']';
        else if (soleName(text).isEmpty() && !core::Value(text).toNumber())
            other.text = quoted(text);
        break;
    case ArgumentKind::Constant:
    case ArgumentKind::Template:
        if (kind == ArgumentKind::Variable)
            other.text = otherKind == ArgumentKind::Template ? u'[' + text + u']' : text;
        else if (!wasText)
            other.text = unquoted(text).value_or(text);
        break;
    }
    return other;
}

} // namespace signalbox::designer
