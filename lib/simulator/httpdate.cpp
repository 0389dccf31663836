// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpdate.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int firstYearOfTwoDigits = 1970; // "70" is 1970, "69" is 2069

QByteArray digits(int value, int width)
{
    return QByteArray::number(value).rightJustified(width, '0');
}

int monthOf(const QString &name)
{
    const auto found = std::find_if(months.begin(), months.end(), [&name](const char *each) { return name == QLatin1String(each); });
    return static_cast<int>(found - months.begin()) + 1; // 13 where there is no such month: no valid date
}

int yearOf(const QString &text)
{
    const int year = text.toInt();
    return text.size() > 2 ? year : firstYearOfTwoDigits + (year + 30) % 100;
}

} // namespace

QByteArray httpDate(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    const QDate date = time.date();
    const QByteArray day = days.at(static_cast<std::size_t>(date.dayOfWeek() - 1));
    const QByteArray month = months.at(static_cast<std::size_t>(date.month() - 1));
    return day + ", " + digits(date.day(), 2) + ' ' + month + ' ' + digits(date.year(), 4) + ' ' + digits(time.time().hour(), 2) + ':' +
           digits(time.time().minute(), 2) + ':' + digits(time.time().second(), 2) + " GMT";
}

std::optional<qint64> parseHttpDate(const QByteArray &text)
{
    // The second and the third form are obsolete, and must be understood all the same.
    static const std::array forms{
        QRegularExpression(uR"(^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$)"_s),
        QRegularExpression(uR"(^\w{6,9}, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$)"_s),
        QRegularExpression(uR"(^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$)"_s),
    };
    for (const QRegularExpression &form : forms) {
        const auto match = form.match(QString::fromLatin1(text));
        if (!match.hasMatch())
            continue;
        const QDate date(yearOf(match.captured(u"year"_s)), monthOf(match.captured(u"month"_s)),
                         match.captured(u"day"_s).trimmed().toInt());
        const QTime time = QTime::fromString(match.captured(u"time"_s), u"hh:mm:ss"_s);
        if (!date.isValid() || !time.isValid())
            return {};
        return QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
    }
    return {};
}

} // namespace signalbox::simulator
