// SPDX-License-Identifier: GPL-3.0-or-later
// An application that the simulator itself plays: it holds a connection and answers by rules. To the node it is a connection like any
// other; only its frames travel within the process.
#pragma once

#include "peering/rules.h"
#include "simulator/connection.h"
#include "simulator/transport.h"

#include <unordered_set>

namespace signalbox::simulator {

class VirtualPeer final : public Transport
{
public:
    VirtualPeer(const Services &services, Node &node, const PeerConfig &config);
    ~VirtualPeer() override;
    VirtualPeer(const VirtualPeer &) = delete;
    VirtualPeer &operator=(const VirtualPeer &) = delete;

    /// Connects and sets up; tries again after a while when its connection ends.
    void connect();
    /// Ends without a word, until it is started again.
    void stop();
    /// Connects again after it was stopped.
    void start();
    bool isConnected() const { return m_connection && m_connection->isOpen(); }

    void sendText(const QByteArray &text) override;
    void ping(quint64 number) override;
    void close(int code, const QString &reason) override;
    void abort() override;
    qint64 queuedBytes() const override { return m_unread; }

private:
    void later(std::chrono::milliseconds delay, std::function<void()> task);
    void receive(const QByteArray &text);
    void act(const peering::Action &action);
    void leave();

    const Services &m_services;
    Node &m_node;
    const PeerConfig &m_config;
    peering::Rules m_freshRules; // each connection counts its own matches
    peering::Rules m_rules;
    std::shared_ptr<Connection> m_connection;
    std::unordered_set<core::Scheduler::Token> m_timers;
    core::Deadline m_reconnect;
    qint64 m_unread = 0;
    bool m_isReading = true;
    bool m_isStopped = false;
};

} // namespace signalbox::simulator
