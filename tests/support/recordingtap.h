// SPDX-License-Identifier: GPL-3.0-or-later
// A tap that keeps what it is told.
#pragma once

#include "cluster/trafficrecord.h"

#include <QList>

namespace signalbox::test {

class RecordingTap final : public cluster::TrafficTap
{
public:
    using TrafficTap::TrafficTap;

    QString newKey(const QString &name) override { return QStringLiteral("%1 #%2").arg(name).arg(++m_keys); }
    void take(cluster::TrafficRecord record) override { records.append(std::move(record)); }

    /// Those over one link, in order.
    QList<cluster::TrafficRecord> of(const QString &link) const
    {
        QList<cluster::TrafficRecord> found;
        for (const cluster::TrafficRecord &record : records) {
            if (record.link == link)
                found.append(record);
        }
        return found;
    }

    QList<cluster::TrafficRecord> records;

private:
    int m_keys = 0;
};

} // namespace signalbox::test
