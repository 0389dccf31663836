// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value.h"

#include "core/numbertext.h"

#include <QCoreApplication>

namespace signalbox::core {

namespace {

/// count decimal digits at position at, or -1.
int digitsAt(QStringView text, qsizetype at, int count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            return -1;
        value = value * 10 + (text[i].unicode() - u'0');
    }
    return value;
}

/// RFC 3339, with a space allowed for the T; without an offset the time is UTC.
std::optional<QDateTime> parseDateTime(QStringView source)
{
    const QStringView text = source.trimmed();
    constexpr qsizetype shortest = 19; // 2000-01-01T00:00:00
    if (text.size() < shortest || text[4] != u'-' || text[7] != u'-' || text[13] != u':' || text[16] != u':')
        return std::nullopt;
    if (text[10] != u'T' && text[10] != u't' && text[10] != u' ')
        return std::nullopt;
    const QDate date(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
    qsizetype at = shortest;
    int milliseconds = 0;
    if (at < text.size() && text[at] == u'.') {
        const qsizetype from = ++at;
        for (int weight = 100; at < text.size() && text[at].unicode() >= u'0' && text[at].unicode() <= u'9'; ++at, weight /= 10)
            milliseconds += weight * (text[at].unicode() - u'0');
        if (at == from)
            return std::nullopt;
    }
    const QTime time(digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2), milliseconds);
    if (!date.isValid() || date.year() < 1 || !time.isValid())
        return std::nullopt;
    const QStringView zone = text.sliced(at);
    if (zone.isEmpty() || zone == u"Z" || zone == u"z")
        return QDateTime(date, time, Qt::UTC);
    constexpr qsizetype offsetLength = 6; // +03:00
    if (zone.size() != offsetLength || (zone[0] != u'+' && zone[0] != u'-') || zone[3] != u':')
        return std::nullopt;
    const int hours = digitsAt(zone, 1, 2);
    const int minutes = digitsAt(zone, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const int seconds = (hours * 60 + minutes) * 60;
    return QDateTime(date, time, Qt::OffsetFromUTC, zone[0] == u'-' ? -seconds : seconds);
}

QString dateTimeText(const QDateTime &value)
{
    const QDateTime fixed = value.timeSpec() == Qt::UTC ? value : value.toOffsetFromUtc(value.offsetFromUtc());
    return fixed.toString(fixed.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace

Value Value::fromBool(bool value)
{
    return Value(value ? QStringLiteral("true") : QStringLiteral("false"));
}

Value Value::defaultOf(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return Value(0.0);
    case ValueType::String:
        return Value(QString());
    case ValueType::DateTime:
        break;
    }
    return Value(QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC));
}

QString Value::toText() const
{
    switch (type()) {
    case ValueType::Number:
        return QString::fromLatin1(numberText(std::get<double>(m_value)));
    case ValueType::String:
        return std::get<QString>(m_value);
    case ValueType::DateTime:
        break;
    }
    return dateTimeText(std::get<QDateTime>(m_value));
}

std::optional<double> Value::toNumber() const
{
    if (const double *number = std::get_if<double>(&m_value))
        return *number;
    if (const QString *text = std::get_if<QString>(&m_value))
        return parseNumber(QStringView(*text));
    return std::nullopt;
}

std::optional<QDateTime> Value::toDateTime() const
{
    if (const QDateTime *dateTime = std::get_if<QDateTime>(&m_value))
        return *dateTime;
    if (const QString *text = std::get_if<QString>(&m_value))
        return parseDateTime(*text);
    return std::nullopt;
}

Result<Value> Value::cast(ValueType wanted) const
{
    if (type() == wanted)
        return *this;
    switch (wanted) {
    case ValueType::Number:
        if (const auto number = toNumber())
            return Value(*number);
        break;
    case ValueType::String:
        return Value(toText());
    case ValueType::DateTime:
        if (const auto dateTime = toDateTime())
            return Value(*dateTime);
        break;
    }
    constexpr qsizetype shown = 64;
    QString text = toText();
    if (text.size() > shown)
        text = text.left(shown) + QChar(0x2026);
    if (wanted == ValueType::Number)
        return fail(QStringLiteral("cast"), QCoreApplication::translate("Value", "\"%1\" is not a number.").arg(text));
    return fail(QStringLiteral("cast"),
                QCoreApplication::translate("Value", "\"%1\" is not a date and time such as 2000-01-01T00:00:00Z.").arg(text));
}

QString valueTypeName(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return QStringLiteral("number");
    case ValueType::String:
        return QStringLiteral("string");
    case ValueType::DateTime:
        break;
    }
    return QStringLiteral("date-time");
}

} // namespace signalbox::core
