// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include "core/numbertext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace signalbox::core {

namespace {

const Json &nullJson()
{
    static const Json null;
    return null;
}

[[maybe_unused]] bool isJsonNumber(QByteArrayView text)
{
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    if (at < text.size() && text[at] == '-')
        ++at;
    const qsizetype first = at;
    const qsizetype whole = digits();
    if (whole == 0 || (whole > 1 && text[first] == '0'))
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

/// An integer's value from a JSON number that has a point or an exponent.
std::optional<qint64> exactInteger(QByteArrayView text)
{
    constexpr qsizetype longest = 19; // digits of a 64-bit integer
    QByteArray digits;
    qint64 exponent = 0;
    bool fraction = false;
    qsizetype at = 0;
    const bool negative = text.startsWith('-');
    for (at = negative ? 1 : 0; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
        if (text[at] == '.') {
            fraction = true;
            continue;
        }
        digits.append(text[at]);
        exponent -= fraction ? 1 : 0;
    }
    while (digits.startsWith('0'))
        digits.remove(0, 1);
    if (digits.isEmpty())
        return 0;
    if (at < text.size()) {
        const char *from = text.data() + at + 1;
        if (*from == '+')
            ++from;
        qint64 written = 0;
        if (std::from_chars(from, text.data() + text.size(), written).ec != std::errc() || std::abs(written) > text.size() + longest)
            return std::nullopt;
        exponent += written;
    }
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++exponent;
    }
    if (exponent < 0 || digits.size() + exponent > longest)
        return std::nullopt;
    digits.append(exponent, '0');
    if (negative)
        digits.prepend('-');
    qint64 value = 0;
    if (std::from_chars(digits.constData(), digits.constData() + digits.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

} // namespace

Json::Json(bool value) : m_value(value)
{}
Json::Json(int value) : Json(static_cast<qint64>(value))
{}
Json::Json(qint64 value) : m_value(Number{QByteArray::number(value)})
{}

Json::Json(double value)
{
    if (std::isfinite(value))
        m_value = Number{core::numberText(value)};
}

Json::Json(QString value) : m_value(std::move(value))
{}
Json::Json(QStringView value) : m_value(value.toString())
{}
Json::Json(QList<Json> items) : m_value(std::move(items))
{}
Json::Json(QList<JsonMember> members) : m_value(std::move(members))
{}

Json Json::array(QList<Json> items)
{
    return Json(std::move(items));
}

Json Json::object(QList<JsonMember> members)
{
    return Json(std::move(members));
}

Json Json::number(QByteArray text)
{
    Q_ASSERT(isJsonNumber(text));
    Json json;
    json.m_value = Number{std::move(text)};
    return json;
}

Json::Type Json::type() const
{
    return static_cast<Type>(m_value.index());
}

bool Json::toBool(bool otherwise) const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value ? *value : otherwise;
}

QString Json::toString() const
{
    const QString *value = std::get_if<QString>(&m_value);
    return value ? *value : QString();
}

std::optional<qint64> Json::toInt() const
{
    const Number *number = std::get_if<Number>(&m_value);
    if (!number)
        return std::nullopt;
    const char *const end = number->text.constData() + number->text.size();
    qint64 value = 0;
    const auto read = std::from_chars(number->text.constData(), end, value);
    if (read.ec == std::errc() && read.ptr == end)
        return value;
    return exactInteger(number->text);
}

std::optional<double> Json::toDouble() const
{
    const Number *number = std::get_if<Number>(&m_value);
    return number ? parseNumber(QByteArrayView(number->text)) : std::nullopt;
}

QByteArray Json::numberText() const
{
    const Number *number = std::get_if<Number>(&m_value);
    return number ? number->text : QByteArray();
}

qsizetype Json::size() const
{
    if (const auto *list = std::get_if<QList<Json>>(&m_value))
        return list->size();
    if (const auto *list = std::get_if<QList<JsonMember>>(&m_value))
        return list->size();
    return 0;
}

const QList<Json> &Json::items() const
{
    static const QList<Json> none;
    const auto *list = std::get_if<QList<Json>>(&m_value);
    return list ? *list : none;
}

const QList<JsonMember> &Json::members() const
{
    static const QList<JsonMember> none;
    const auto *list = std::get_if<QList<JsonMember>>(&m_value);
    return list ? *list : none;
}

const Json &Json::at(qsizetype index) const
{
    const auto *list = std::get_if<QList<Json>>(&m_value);
    return list && index >= 0 && index < list->size() ? list->at(index) : nullJson();
}

void Json::append(Json value)
{
    if (isNull())
        m_value = QList<Json>();
    Q_ASSERT(isArray());
    std::get<QList<Json>>(m_value).append(std::move(value));
}

qsizetype Json::indexOf(QStringView key) const
{
    const QList<JsonMember> &list = members();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list[i].key == key)
            return i;
    }
    return -1;
}

const Json *Json::find(QStringView key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &members().at(index).value;
}

const Json &Json::operator[](QStringView key) const
{
    const Json *found = find(key);
    return found ? *found : nullJson();
}

void Json::set(const QString &key, Json value)
{
    insert(size(), key, std::move(value));
}

void Json::insert(qsizetype index, const QString &key, Json value)
{
    if (isNull())
        m_value = QList<JsonMember>();
    Q_ASSERT(isObject());
    auto &list = std::get<QList<JsonMember>>(m_value);
    if (const qsizetype present = indexOf(key); present >= 0)
        list[present].value = std::move(value);
    else
        list.insert(std::clamp<qsizetype>(index, 0, list.size()), JsonMember{key, std::move(value), {}});
}

void Json::replace(qsizetype index, Json value)
{
    Q_ASSERT(isArray() && index >= 0 && index < size());
    std::get<QList<Json>>(m_value)[index] = std::move(value);
}

void Json::removeAt(qsizetype index)
{
    Q_ASSERT(index >= 0 && index < size());
    if (auto *list = std::get_if<QList<Json>>(&m_value))
        list->removeAt(index);
    else
        std::get<QList<JsonMember>>(m_value).removeAt(index);
}

bool Json::remove(QStringView key)
{
    const qsizetype index = indexOf(key);
    if (index >= 0)
        removeAt(index);
    return index >= 0;
}

const Json *Json::resolve(QStringView pointer) const
{
    const Json *node = this;
    while (!pointer.isEmpty()) {
        if (!pointer.startsWith(u'/'))
            return nullptr;
        const qsizetype next = pointer.indexOf(u'/', 1);
        const QStringView raw = next < 0 ? pointer.sliced(1) : pointer.sliced(1, next - 1);
        pointer = next < 0 ? QStringView() : pointer.sliced(next);
        if (node->isArray()) {
            const bool canonical = !raw.isEmpty() && (raw.size() == 1 || raw[0] != u'0') &&
                                   std::all_of(raw.begin(), raw.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
            bool fits = false;
            const qlonglong index = raw.toLongLong(&fits);
            if (!canonical || !fits || index >= node->size())
                return nullptr;
            node = &node->items().at(index);
        } else {
            node = node->find(pointerText(raw));
            if (!node)
                return nullptr;
        }
    }
    return node;
}

bool operator==(const Json &a, const Json &b)
{
    if (a.m_value.index() != b.m_value.index())
        return false;
    switch (a.type()) {
    case Json::Type::Null:
        return true;
    case Json::Type::Bool:
        return a.toBool() == b.toBool();
    case Json::Type::Number:
        return std::get<Json::Number>(a.m_value).text == std::get<Json::Number>(b.m_value).text;
    case Json::Type::String:
        return std::get<QString>(a.m_value) == std::get<QString>(b.m_value);
    case Json::Type::Array:
        return a.items() == b.items();
    case Json::Type::Object:
        break;
    }
    return a.members() == b.members();
}

QString pointerToken(QStringView token)
{
    return token.toString().replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

QString pointerText(QStringView token)
{
    QString text = token.toString();
    if (text.contains(u'~'))
        text.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
    return text;
}

} // namespace signalbox::core
