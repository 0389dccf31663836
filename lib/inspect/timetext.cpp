// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspect/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox::inspect {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::inspect::TimeText)
};

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString clockText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    const QString text = twoDigits(seconds / 3600 % 24) + u':' + twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60);
    const qint64 days = seconds / 86400;
    return days == 0 ? text : Tr::tr("%1 d %2").arg(days).arg(text);
}

QString countdownText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, (ms + 999) / 1000);
    const QString tail = u':' + twoDigits(seconds % 60);
    if (seconds < 3600)
        return QString::number(seconds / 60) + tail;
    return QString::number(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60) + tail;
}

QString roughText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    if (seconds < 60)
        return Tr::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Tr::tr("%1 min").arg(seconds / 60);
    if (seconds < 86400)
        return Tr::tr("%1 h").arg(seconds / 3600);
    return Tr::tr("%1 d").arg(seconds / 86400);
}

QString roundTripText(qint64 us)
{
    const double ms = static_cast<double>(us) / 1000;
    return ms < 1000 ? Tr::tr("%1 ms").arg(QLocale().toString(ms, 'f', 1)) : Tr::tr("%1 s").arg(QLocale().toString(ms / 1000, 'f', 2));
}

QString sizeText(qint64 bytes)
{
    // Qt spells "bytes" out, which is too long for a column.
    return bytes < 1000 ? Tr::tr("%1 B").arg(bytes) : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

qint64 timeOf(const QString &rfc3339)
{
    const QDateTime time = QDateTime::fromString(rfc3339, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace signalbox::inspect
