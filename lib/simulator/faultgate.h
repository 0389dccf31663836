// SPDX-License-Identifier: GPL-3.0-or-later
// Where the frames of one connection pass on both their ways, and suffer what Faults decides: they come late, twice, garbled, in another
// order or not at all, or the connection ends with one. Without a delay before them frames pass at once. Opens no sockets and reads no
// rules.
#pragma once

#include "core/clock.h"
#include "core/scheduler.h"
#include "simulator/faults.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace signalbox::simulator {

class FaultGate final
{
public:
    /// What lies on both sides of the gate: the connection.
    class Sides
    {
    public:
        virtual ~Sides() = default;
        /// What is the same for all its frames.
        virtual FaultEvent faultEvent() const = 0;
        virtual void passOut(const QByteArray &text) = 0;
        virtual void passPing(quint64 number) = 0;
        virtual void passIn(QByteArrayView text) = 0;
        virtual void passPong(quint64 number) = 0;
        /// Whether anything more is taken from the peer.
        virtual void setReading(bool isOn) = 0;
        virtual void closeByFault(int code, const QString &reason) = 0;
        virtual void resetByFault() = 0;
        /// Keeps the connection, and the gate with it, while a frame passes: it may end the connection.
        virtual std::shared_ptr<void> hold() = 0;
    };

    /// limitBytes: of what may wait here on its way in; beyond it the connection is closed with 1013.
    FaultGate(Faults &faults, const core::Clock &clock, core::Scheduler &scheduler, Sides &sides, QString identity, qint64 limitBytes);
    ~FaultGate();
    FaultGate(const FaultGate &) = delete;
    FaultGate &operator=(const FaultGate &) = delete;

    /// capability: by which a scenario sends it; empty for all other frames.
    void out(const QByteArray &text, const QString &capability = {});
    void ping(quint64 number);
    void in(QByteArrayView text);
    void pong(quint64 number);

    /// Lets go at once of what is on its way out: the connection is being closed in good order.
    void flush();
    /// Drops everything: the connection is over.
    void stop();
    /// What waits here on its way out.
    qint64 queuedBytes() const { return m_out.bytes; }

private:
    struct Item {
        bool isControl = false;
        QByteArray text;
        quint64 number = 0;
        FaultDecision decision;
        qint64 dueUs = 0;
    };
    struct Lane {
        bool isOut = false;
        std::deque<Item> queue; // in order of due times
        core::Deadline next;    // of the first one
        std::optional<Item> heldBack;
        core::Deadline release; // of what is held back when nothing follows
        std::unordered_map<core::Scheduler::Token, Item> strays;
        qint64 bytes = 0;
        qint64 notBeforeUs = 0; // nothing passes before
    };

    FaultDecision decide(const Lane &lane, QString method, const QString &capability);
    void take(Lane &lane, Item item);
    /// Counts what is to wait. False when it is too much on the way in: then the connection is closed.
    bool admit(Lane &lane, const Item &item);
    void enqueue(Lane &lane, Item item);
    void stray(Lane &lane, Item item);
    void holdBack(Lane &lane, Item item);
    void releaseHeldBack(Lane &lane);
    void arm(Lane &lane);
    void passDue(Lane &lane);
    void pass(Lane &lane, const Item &item);
    void deliver(const Lane &lane, const Item &item, const QByteArray &text);
    void pauseReading(std::chrono::milliseconds time);

    Faults &m_faults;
    const core::Clock &m_clock;
    core::Scheduler &m_scheduler;
    Sides &m_sides;
    FaultStream m_stream;
    const qint64 m_limitBytes;
    Lane m_in;
    Lane m_out;
    core::Deadline m_resume;
    bool m_isOver = false;
};

/// The text with a part of it made unreadable; bits say where.
QByteArray garbled(const QByteArray &text, FaultEffect::Garble garble, quint64 bits);

} // namespace signalbox::simulator
