// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/times.h"

#include <QDateTime>
#include <QTimeZone>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usPerSecond = 1'000'000;

} // namespace

QString isoTime(qint64 timeUs)
{
    const qint64 seconds = timeUs >= 0 ? timeUs / usPerSecond : (timeUs - usPerSecond + 1) / usPerSecond;
    const QDateTime whole = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return whole.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u".%1Z"_s.arg(timeUs - seconds * usPerSecond, 6, 10, QChar(u'0'));
}

std::optional<qint64> microseconds(const QString &isoTime)
{
    const qsizetype dot = isoTime.indexOf(u'.');
    const qsizetype end = isoTime.size() - 1;
    if (!isoTime.endsWith(u'Z') || (dot >= 0 && (end - dot < 2 || end - dot > 7)))
        return {};
    const QDateTime whole = QDateTime::fromString(isoTime.left(dot >= 0 ? dot : end) + u'Z', Qt::ISODate);
    bool ok = true;
    const int fraction = dot >= 0 ? isoTime.mid(dot + 1, end - dot - 1).leftJustified(6, u'0').toInt(&ok) : 0;
    if (!whole.isValid() || !ok || fraction < 0)
        return {};
    return whole.toSecsSinceEpoch() * usPerSecond + fraction;
}

} // namespace signalbox::journal
