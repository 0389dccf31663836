// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/summary.h"

#include "catalogue/catalogue.h"

namespace signalbox::catalogue {

using namespace Qt::StringLiterals;
using core::Dialect;
using core::Json;

namespace {

constexpr qsizetype longest = 200;
constexpr qsizetype assignmentsShown = 4;

/// One line of at most so many characters; linear in those, however long the text is.
QString oneLine(const QString &text)
{
    const QString line = text.left(2 * longest).simplified();
    if (line.isEmpty() || (line.size() <= longest && text.size() <= 2 * longest))
        return line;
    QString cut = line.left(longest - 1);
    if (cut.back().isHighSurrogate())
        cut.chop(1);
    return cut + u'…';
}

QString scalarText(const Json &value)
{
    if (value.isString())
        return oneLine(value.toString());
    return value.isNumber() ? QString::fromLatin1(value.numberText()) : QString();
}

QString argumentText(const Json &argument, const Dialect &dialect)
{
    const QString text = scalarText(argument[u"value"]);
    const bool isVariable = argument[u"argType"].toInt() == dialect.argVariable;
    return isVariable && !text.isEmpty() ? u'[' + text + u']' : text;
}

QString assignmentsText(const Json &list, const Dialect &dialect)
{
    QStringList parts;
    for (const Json &entry : list.items()) {
        const QString variable = scalarText(entry[dialect.assignmentMembers.value(0)]);
        if (variable.isEmpty())
            continue;
        if (parts.size() == assignmentsShown) {
            parts.append(u"…"_s);
            break;
        }
        const QString value = argumentText(entry[dialect.assignmentMembers.value(1)], dialect);
        parts.append(variable + u" ← "_s + (value.isEmpty() ? u"…"_s : value));
    }
    return oneLine(parts.join(u", "_s));
}

/// The text with every placeholder filled in, or nothing where one has no value.
std::optional<QString> filled(const QString &text, const ComponentType &type, const Json &object, const Dialect &dialect)
{
    QString line;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', from)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            break;
        const Property *property = type.property(QStringView(text).sliced(open + 1, close - open - 1));
        const QString value = property && type.isShown(*property, object) ? valueText(*property, object, dialect) : QString();
        if (value.isEmpty())
            return std::nullopt;
        line += QStringView(text).sliced(from, open - from);
        line += value;
        from = close + 1;
    }
    line += QStringView(text).sliced(from);
    return line;
}

} // namespace

QString summaryOf(const ComponentType &type, const Json &object, const Dialect &dialect)
{
    for (const SummaryLine &line : type.summary) {
        if (!type.holds(line.when, object))
            continue;
        if (const std::optional<QString> text = filled(translated(line.text), type, object, dialect))
            return *text;
    }
    return {};
}

QString valueText(const Property &property, const Json &object, const Dialect &dialect)
{
    const Json *found = object.find(property.code);
    const Json &value = found ? *found : property.defaultValue;
    switch (property.kind) {
    case PropertyKind::Choice:
    case PropertyKind::YesNo: {
        const std::optional<qint64> id = value.toInt();
        const Option *option = id ? property.option(*id) : nullptr;
        return option ? translated(option->title) : QString();
    }
    case PropertyKind::Argument: {
        const QString text = argumentText(value, dialect);
        const bool isPlainPath = property.format == ValueFormat::Path && value[u"argType"].toInt() == dialect.argConstant;
        const QString file = isPlainPath ? text.section(u'/', -1) : QString();
        return file.isEmpty() ? text : file;
    }
    case PropertyKind::Assignments:
        return assignmentsText(value, dialect);
    case PropertyKind::Text:
    case PropertyKind::Number:
    case PropertyKind::Variable:
        return scalarText(value);
    case PropertyKind::Transition:
        break;
    }
    return {};
}

std::optional<QStringList> placeholders(QStringView text)
{
    QStringList codes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'}')
            return std::nullopt;
        if (text[at] != u'{')
            continue;
        const qsizetype close = text.indexOf(u'}', at);
        const QStringView code = close < 0 ? QStringView() : text.sliced(at + 1, close - at - 1);
        if (code.isEmpty() || code.contains(u'{'))
            return std::nullopt;
        codes.append(code.toString());
        at = close;
    }
    return codes;
}

QString portTitle(const OutcomeType &outcome)
{
    return translated(outcome.title).toLower();
}

} // namespace signalbox::catalogue
