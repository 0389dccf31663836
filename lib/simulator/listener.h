// SPDX-License-Identifier: GPL-3.0-or-later
// The listening socket of one node and the sockets that it accepted.
#pragma once

#include "core/result.h"
#include "simulator/loop.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace signalbox::simulator {

class Node;

class Listener final
{
public:
    Listener(Loop &loop, Node &node) : m_node(node), m_acceptor(loop), m_pause(loop), m_sockets(std::make_shared<OpenSockets>()) {}

    /// Binds and listens; accepts once the loop runs. Error: listen (address or port in use, or not ours).
    core::Result<void> open(const QString &address, quint16 port);
    quint16 port() const { return m_port; }
    /// No more connections; those that are there stay.
    void stopListening();
    /// Ends all at once.
    void closeAll();
    std::size_t openCount() const { return m_sockets->size(); }

private:
    void accept();

    Node &m_node;
    boost::asio::basic_socket_acceptor<Tcp, Loop::executor_type> m_acceptor;
    boost::asio::steady_timer m_pause; // after an error, such as no more descriptors
    std::shared_ptr<OpenSockets> m_sockets;
    quint16 m_port = 0;
};

} // namespace signalbox::simulator
