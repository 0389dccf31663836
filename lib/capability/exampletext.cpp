// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/exampletext.h"

#include "capability/patterntext.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace signalbox::capability {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

const QDate firstDay(2026, 1, 1);

QString formatted(const QString &format, int variant)
{
    const QString number = QString::number(variant + 1);
    const QString day = firstDay.addDays(variant % 365).toString(Qt::ISODate);
    const QString last = QString::number(variant % 250 + 1);
    const QHash<QString, QString> known{{u"date-time"_s, QString(day + u"T12:00:00Z"_s)},
                                        {u"date"_s, day},
                                        {u"time"_s, u"12:%1:00Z"_s.arg(variant % 60, 2, 10, QChar(u'0'))},
                                        {u"duration"_s, u"PT%1M"_s.arg(number)},
                                        {u"email"_s, u"person%1@example.com"_s.arg(number)},
                                        {u"idn-email"_s, u"person%1@example.com"_s.arg(number)},
                                        {u"hostname"_s, u"host%1.example.com"_s.arg(number)},
                                        {u"idn-hostname"_s, u"host%1.example.com"_s.arg(number)},
                                        {u"ipv4"_s, QString(u"192.0.2."_s + last)},
                                        {u"ipv6"_s, QString(u"2001:db8::"_s + number)},
                                        {u"uri"_s, QString(u"https://example.com/"_s + number)},
                                        {u"url"_s, QString(u"https://example.com/"_s + number)},
                                        {u"iri"_s, QString(u"https://example.com/"_s + number)},
                                        {u"uri-reference"_s, QString(u"/"_s + number)},
                                        {u"iri-reference"_s, QString(u"/"_s + number)},
                                        {u"uri-template"_s, QString(u"/things/{id}/"_s + number)},
                                        {u"uuid"_s, u"00000000-0000-4000-8000-%1"_s.arg(variant + 1, 12, 10, QChar(u'0'))},
                                        {u"json-pointer"_s, QString(u"/"_s + number)},
                                        {u"relative-json-pointer"_s, number},
                                        {u"regex"_s, u"^a{%1}$"_s.arg(number)},
                                        {u"byte"_s, QString::fromLatin1(number.toUtf8().toBase64())}};
    return known.value(format);
}

/// Cut or filled up to the wanted length; characters outside the first plane do not come up.
QString fitted(QString text, const TextWish &wish)
{
    while (text.size() < wish.least)
        text += text.isEmpty() ? QString(u'a') : text.last(std::min(text.size(), wish.least - text.size()));
    if (wish.most && text.size() > *wish.most)
        text.truncate(*wish.most);
    return text;
}

bool matchesAll(const QString &text, const QStringList &patterns)
{
    return std::all_of(patterns.cbegin(), patterns.cend(),
                       [&text](const QString &pattern) { return QRegularExpression(pattern).match(text).hasMatch(); });
}

QStringList patternTexts(const TextWish &wish)
{
    constexpr int mostVariants = 24;
    QStringList found;
    for (const QString &pattern : wish.patterns) {
        for (int i = 0; i < mostVariants; ++i) {
            for (const qsizetype longer : {qsizetype(0), qsizetype(1), wish.least, wish.least / 2}) {
                const auto text = textForPattern(pattern, {wish.variant + i, static_cast<int>(longer)});
                if (!text)
                    return found;
                for (const QString &candidate : {*text, fitted(*text, wish)}) {
                    const bool isFit = candidate.size() >= wish.least && (!wish.most || candidate.size() <= *wish.most);
                    if (isFit && matchesAll(candidate, wish.patterns) && !found.contains(candidate))
                        found.append(candidate);
                }
            }
            if (found.size() > wish.variant)
                break;
        }
    }
    return found;
}

} // namespace

QStringList exampleTexts(const TextWish &wish)
{
    QStringList found;
    if (const QString text = formatted(wish.format, wish.variant); !text.isEmpty())
        found.append(text);
    if (!wish.patterns.isEmpty())
        found += patternTexts(wish);
    QString plain = wish.name.isEmpty() ? u"text"_s : wish.name;
    if (wish.variant > 0)
        plain += u' ' + QString::number(wish.variant + 1);
    if (wish.most && plain.size() > *wish.most && wish.variant > 0)
        plain = QString::number(wish.variant);
    found.append(fitted(plain, wish));
    found.append(fitted(QString(QChar(u'a' + wish.variant % 26)), wish));
    found.append(fitted(QString(), wish));
    found.removeDuplicates();
    return found;
}

std::optional<QString> textOfPattern(const QString &pattern, int variant)
{
    TextWish wish;
    wish.patterns = {pattern};
    wish.variant = variant;
    const QStringList found = patternTexts(wish);
    return found.isEmpty() ? std::nullopt : std::optional(found.at(std::min<qsizetype>(variant, found.size() - 1)));
}

void NumberWish::raise(std::optional<double> bound, bool isOut)
{
    if (!bound || (from && (*from > *bound || (*from == *bound && (isFromOut || !isOut)))))
        return;
    from = bound;
    isFromOut = isOut;
}

void NumberWish::lower(std::optional<double> bound, bool isOut)
{
    if (!bound || (to && (*to < *bound || (*to == *bound && (isToOut || !isOut)))))
        return;
    to = bound;
    isToOut = isOut;
}

QList<Json> exampleNumbers(const NumberWish &wish)
{
    QList<Json> found;
    const auto add = [&](double value) {
        const bool isLow = wish.from && (value < *wish.from || (wish.isFromOut && value == *wish.from));
        const bool isHigh = wish.to && (value > *wish.to || (wish.isToOut && value == *wish.to));
        if (isLow || isHigh || !std::isfinite(value))
            return;
        constexpr double exact = 9007199254740992.0; // 2^53
        const bool isWhole = std::trunc(value) == value && std::abs(value) <= exact;
        if (wish.isInteger && !isWhole)
            return;
        found.append(isWhole ? Json(static_cast<qint64>(value)) : Json(value));
    };
    const double step = wish.steps.isEmpty() ? 1 : *std::max_element(wish.steps.cbegin(), wish.steps.cend());
    // From the lower bound on, or else down from the upper one, or else from 1.
    constexpr int most = 200;
    const bool isDown = !wish.from && wish.to && *wish.to < step;
    const double start = wish.from ? std::ceil(*wish.from / step) : isDown ? std::floor(*wish.to / step) : 1;
    for (int i = 0; i < most + wish.variant && found.size() < most; ++i) {
        const double value = (start + (isDown ? -i : i)) * step;
        // 3 × 0.1 is meant to be 0.3
        add(wish.steps.isEmpty() ? value : std::round(value * 1e9) / 1e9);
    }
    if (wish.from && wish.to && !wish.isInteger) {
        for (int part = 2; part < 12 + wish.variant; ++part)
            add(*wish.from + (*wish.to - *wish.from) / part);
    }
    if (wish.from)
        add(*wish.from);
    else if (!isDown)
        for (const double value : {0.0, -step, -2 * step})
            add(value);
    if (wish.to)
        add(*wish.to);
    if (!found.isEmpty())
        std::rotate(found.begin(), found.begin() + wish.variant % found.size(), found.end());
    return found;
}

} // namespace signalbox::capability
