// SPDX-License-Identifier: GPL-3.0-or-later
// What one connection waits for after component 144 has sent (platform.md §3): answers by their qid, and confirmations of delivery by
// the pong that follows. Each is settled once: by its answer, by its time, or by the connection's end.
#pragma once

#include "core/random.h"
#include "core/scheduler.h"
#include "operation/operation.h"
#include "protocol/frame.h"

#include <QHash>

namespace signalbox::simulator {

class Deliveries final
{
public:
    using Done = std::function<void(const operation::Outcome &outcome)>;

    /// All must outlive it.
    Deliveries(core::Scheduler &scheduler, core::Random &random, const core::Dialect &dialect);
    ~Deliveries();

    /// Waits for the answer <event>_result with qidOf() what this returns, or, where it is not empty, with that qid of the message's own,
    /// given as JSON: an earlier wait with the same one ends in an error.
    quint64 awaitAnswer(const QString &event, std::chrono::milliseconds timeout, Done done, const QByteArray &ownQid = {});
    /// As JSON.
    QByteArray qidOf(quint64 wait) const;
    /// The number of the ping whose answer confirms delivery.
    quint64 awaitPong(std::chrono::milliseconds timeout, Done done);
    /// A number for a ping that nobody waits for.
    quint64 nextPing() { return ++m_lastPing; }

    /// True when the frame settled a wait. One that is late, foreign or there twice is counted and dropped.
    bool settle(protocol::Frame answer);
    /// Ends one wait for an answer.
    void fail(quint64 wait, const operation::Outcome &outcome);
    void onPong(quint64 number);
    void failAll(const operation::Outcome &outcome);

    qint64 dropped() const { return m_dropped; }
    int pending() const { return static_cast<int>(m_answers.size() + m_pongs.size()); }

private:
    struct Wait {
        QString event;
        Done done;
        core::Scheduler::Token timer = 0;
        QByteArray ownQid;
    };

    quint64 waitOf(const core::Json &qid) const;
    void settleWait(QHash<quint64, Wait> &waits, QHash<quint64, Wait>::iterator found, const operation::Outcome &outcome);

    core::Scheduler &m_scheduler;
    const core::Dialect &m_dialect;
    QByteArray m_prefix; // of our qids
    quint64 m_lastWait = 0;
    quint64 m_lastPing = 0;
    qint64 m_dropped = 0;
    QHash<quint64, Wait> m_answers;
    QHash<QByteArray, quint64> m_ownQids; // waits by messages' own qids
    QHash<quint64, Wait> m_pongs;
};

} // namespace signalbox::simulator
