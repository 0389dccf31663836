// SPDX-License-Identifier: GPL-3.0-or-later
// One web socket connection as its node sees it (platform.md §3): who it is, what it is set up for, what is waited for on it. The methods
// that it knows stand in ConnectionMethods; how frames travel is the Transport's.
#pragma once

#include "simulator/deliveries.h"
#include "simulator/faultgate.h"
#include "simulator/registrar.h"
#include "simulator/services.h"
#include "simulator/sessions.h"
#include "simulator/transport.h"

namespace signalbox::simulator {

class Node;

class Connection final : public std::enable_shared_from_this<Connection>, private FaultGate::Sides
{
public:
    struct Opening {
        QString id; ///< empty: a fresh one
        Side side = Side::User;
        const PointConfig *point = nullptr; ///< of the token API
        SessionPtr session;                 ///< nothing: must log in
        bool ownsSession = false;           ///< the session ends some time after the connection
        QString app;
        QString peerAddress;
        int peerPort = 0;
    };

    struct Capability {
        QString key;
        QString error; ///< empty: granted
    };

    Connection(const Services &services, Node &node, Opening opening, Transport &transport);

    // From the transport ----------------------------------------------------------------------------------------------
    void onText(QByteArrayView text);
    void onPong(quint64 number);
    void onClosed();

    // From the node ---------------------------------------------------------------------------------------------------
    /// Begins: registers what is authorised already, gives the others some time to log in.
    void open();
    /// sendtokenmsg. done comes once, maybe from within the call.
    void deliver(const operation::SendMessage &message, Deliveries::Done done);
    void close(int code, const QString &reason, Reason why);
    /// As a crash of the node would: nothing is said to anybody.
    void abandon();
    /// Every ping interval: pings, or drops a peer that missed too many.
    void keepAlive();
    void renew();

    // For its methods -------------------------------------------------------------------------------------------------
    const Services &services() const { return m_services; }
    Node &node() { return m_node; }
    const QString &id() const { return m_opening.id; }
    Side side() const { return m_opening.side; }
    const PointConfig *point() const { return m_opening.point; }
    const SessionPtr &session() const { return m_opening.session; }
    const QString &peerAddress() const { return m_opening.peerAddress; }
    bool isOpen() const { return m_transport; }
    bool isSetUp() const { return m_isSetUp; }
    const QList<Capability> &capabilities() const { return m_capabilities; }
    bool holds(QStringView capability) const;
    /// Closes the connection when its peer reads too slowly. capability: by which a scenario sends it; empty for all else.
    void send(const QByteArray &text, const QString &capability = {});
    /// Answers for each key whether it is granted (before login: all are), and registers anew.
    const QList<Capability> &setUp(const QStringList &keys);
    /// What login found out; the true capabilities are there then.
    void logIn(SessionPtr session, bool ownsSession);

    qint64 droppedAnswers() const { return m_deliveries.dropped(); }
    QHash<QByteArray, QString> &runs() { return m_runs; }

private:
    QString refusalOf(const QString &key) const;
    std::optional<operation::Outcome> refusalOfSize(const QByteArray &text) const;
    void grant();
    void putRegistration();
    void ping(quint64 number);
    void end(Reason why);

    /// Where frames pass while there are faults, or were any; else nothing.
    FaultGate *gate();
    FaultEvent faultEvent() const override;
    void passOut(const QByteArray &text) override;
    void passPing(quint64 number) override;
    void passIn(QByteArrayView text) override;
    void passPong(quint64 number) override;
    void setReading(bool isOn) override;
    void closeByFault(int code, const QString &reason) override;
    void resetByFault() override;
    std::shared_ptr<void> hold() override { return shared_from_this(); }

    const Services &m_services;
    Node &m_node;
    Opening m_opening;
    bool m_hasGivenId; // a virtual peer's
    Transport *m_transport;
    Deliveries m_deliveries;
    core::Deadline m_loginDeadline;
    QList<Capability> m_capabilities;
    bool m_isSetUp = false;
    int m_unansweredPings = 0;
    Reason m_why = Reason::UnregisterContact;
    std::unique_ptr<FaultGate> m_gate;
    QHash<QByteArray, QString> m_runs; // ids of what start_svcscript started, by qid
};

} // namespace signalbox::simulator
