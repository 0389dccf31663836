// SPDX-License-Identifier: GPL-3.0-or-later
// One listening socket and the sockets that it accepted. It listens once: a node that is started again gets a new one.
#pragma once

#include "core/result.h"
#include "simulator/loop.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace signalbox::simulator {

class HttpService;
class TlsContext;

class Listener final : public std::enable_shared_from_this<Listener>
{
public:
    /// service, and tls where it is not nullptr, must outlive the loop's handlers.
    Listener(Loop &loop, HttpService &service, TlsContext *tls)
        : m_service(service), m_tls(tls), m_acceptor(loop), m_timer(loop), m_sockets(std::make_shared<OpenSockets>())
    {}

    /// Binds and listens; accepts once the loop runs. Error: listen (address or port in use, or not ours).
    core::Result<void> open(const QString &address, quint16 port);
    quint16 port() const { return m_port; }
    /// No more connections and requests; those that are there may end.
    void stopListening();
    /// Ends all once the clients have had a moment to answer.
    void closeAllSoon();
    /// Ends all at once.
    void closeAll();
    std::size_t openCount() const { return m_sockets->size(); }

private:
    void accept();

    HttpService &m_service;
    TlsContext *m_tls;
    boost::asio::basic_socket_acceptor<Tcp, Loop::executor_type> m_acceptor;
    boost::asio::steady_timer m_timer; // after an error, such as no more descriptors; at the end, until all is cut
    std::shared_ptr<OpenSockets> m_sockets;
    quint16 m_port = 0;
};

} // namespace signalbox::simulator
