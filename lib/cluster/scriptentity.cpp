// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/scriptentity.h"

#include <QDateTime>

#include <array>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 3> clusterMembers{u"id", u"lwt", u"ext"};

} // namespace

QString memberText(const Json &value)
{
    return value.isNumber() ? QString::fromLatin1(value.numberText()) : value.toString();
}

QString scriptId(const Json &entity)
{
    return memberText(entity[u"id"]);
}

Json withoutClusterMembers(Json entity)
{
    for (const QStringView member : clusterMembers)
        entity.remove(member);
    return entity;
}

void takeClusterMembers(Json &entity, const Json &stored)
{
    for (const QStringView member : clusterMembers) {
        const Json *value = stored.find(member);
        if (!value)
            continue;
        if (member == u"id" && !entity.contains(member))
            entity.insert(0, member.toString(), *value); // where the documented entity has it
        else
            entity.set(member.toString(), *value);
    }
}

WriteTime WriteTime::of(const Json &entity)
{
    WriteTime time;
    time.m_coarse = memberText(entity[u"lwt"]);
    time.m_fine = memberText(entity[u"ext"][u"lwt"]);
    return time;
}

bool WriteTime::isNewerThan(const WriteTime &other) const
{
    if (!isKnown() || !other.isKnown())
        return true;
    const bool fine = !m_fine.isEmpty() && !other.m_fine.isEmpty();
    const QString &mine = fine ? m_fine : m_coarse;
    const QString &theirs = fine ? other.m_fine : other.m_coarse;
    if (mine == theirs)
        return false;
    const QDateTime myTime = QDateTime::fromString(mine, Qt::ISODateWithMs);
    const QDateTime theirTime = QDateTime::fromString(theirs, Qt::ISODateWithMs);
    // Within one millisecond but not written alike: digits beyond it differ.
    return !myTime.isValid() || !theirTime.isValid() || myTime >= theirTime;
}

} // namespace signalbox::cluster
