// SPDX-License-Identifier: GPL-3.0-or-later
// The tap of the desktop: what passes over our connections goes to the journal, and into the counts that the list of connections shows.
#pragma once

#include "inspect/trafficcounts.h"
#include "journal/message.h"

#include <functional>

namespace signalbox::inspect {

/// As the journal keeps it; its id and what answers what are for the journal.
journal::Message messageOf(cluster::TrafficRecord record);

class TrafficIntake final : public cluster::TrafficTap
{
public:
    /// Takes a message and does not wait: journal::Journal::add.
    using Sink = std::function<void(journal::Message)>;

    /// Takes how many keys may have been given when nothing is heard of it again: what the next run of the program has to begin after, so
    /// that keys in the journal mean one connection each.
    using Reserve = std::function<void(qint64 keys)>;

    explicit TrafficIntake(core::Clock &clock, Sink sink = {}) : TrafficTap(clock), m_sink(std::move(sink)) {}
    void setSink(Sink sink) { m_sink = std::move(sink); }
    /// Counts keys on from what was reserved by runs before, and reserves more, some at a time.
    void setKeys(qint64 reserved, Reserve reserve);

    QString newKey(const QString &name) override;
    void take(cluster::TrafficRecord record) override;

    TrafficCounts &counts() { return m_counts; }

private:
    Sink m_sink;
    TrafficCounts m_counts;
    Reserve m_reserve;
    qint64 m_keys = 0;
    qint64 m_reserved = 0;
};

} // namespace signalbox::inspect
