// SPDX-License-Identifier: GPL-3.0-or-later
// What the socket side shares: the loop, its socket type, and the sockets that a node's end must close. Internal; the only files that may
// include Boost are this, asioscheduler, filebody, httpsession, websocket, listener, nodeservers, stream, tls and
// simulatedcluster.cpp.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <unordered_set>

namespace signalbox::simulator {

using Loop = boost::asio::io_context;
using Tcp = boost::asio::ip::tcp;
/// Without a type-erased executor: a message passes here four times for each operation.
using TcpSocket = boost::asio::basic_stream_socket<Tcp, Loop::executor_type>;

/// An open socket of a node.
class OpenSocket
{
public:
    virtual ~OpenSocket() = default;
    /// Nothing new begins: closes what waits for a request. A web socket's connection is closed by its node.
    virtual void finish() {}
    virtual void closeNow() = 0;
};

/// All of a node; each is there from its accept to its end.
class OpenSockets final
{
public:
    void add(OpenSocket *socket) { m_sockets.insert(socket); }
    void remove(OpenSocket *socket) { m_sockets.erase(socket); }
    std::size_t size() const { return m_sockets.size(); }
    void finishAll()
    {
        const auto sockets = m_sockets; // closing changes the set
        for (OpenSocket *socket : sockets)
            socket->finish();
    }
    void closeAll()
    {
        const auto sockets = m_sockets; // closing changes the set
        for (OpenSocket *socket : sockets)
            socket->closeNow();
    }

private:
    std::unordered_set<OpenSocket *> m_sockets;
};

} // namespace signalbox::simulator
