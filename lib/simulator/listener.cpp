// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/listener.h"

#include "simulator/httpservice.h"
#include "simulator/httpsession.h"

#include <QCoreApplication>

#include <boost/asio/ip/address.hpp>

using boost::system::error_code;
using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr std::size_t refusals = 64; // so many clients beyond the limit are told that they are; others are cut
constexpr auto retryTime = std::chrono::milliseconds(100);
constexpr auto closeTime = std::chrono::milliseconds(200); // for the answers to our close frames

} // namespace

core::Result<void> Listener::open(const QString &address, quint16 port)
{
    const auto failed = [&](const error_code &error) {
        return core::fail(u"listen"_s, QCoreApplication::translate("SimulatedCluster", "The cluster cannot listen on %1, port %2: %3")
                                           .arg(address, QString::number(port), QString::fromLocal8Bit(error.message().c_str())));
    };
    error_code error;
    const auto ip = boost::asio::ip::make_address(address.toStdString(), error);
    if (error)
        return failed(error);
    const Tcp::endpoint endpoint(ip, port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(boost::asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(boost::asio::socket_base::max_listen_connections, error);
    const auto local = error ? Tcp::endpoint() : m_acceptor.local_endpoint(error);
    if (error)
        return failed(error);
    m_port = local.port();
    accept();
    return {};
}

void Listener::accept()
{
    m_acceptor.async_accept([self = shared_from_this()](const error_code &error, auto socket) {
        if (error == boost::asio::error::operation_aborted || !self->m_acceptor.is_open())
            return;
        if (error) {
            self->m_timer.expires_after(retryTime);
            self->m_timer.async_wait([self](const error_code &stopped) {
                if (!stopped)
                    self->accept();
            });
            return;
        }
        const auto limit = static_cast<std::size_t>(self->m_service.limits().connections);
        if (self->m_sockets->size() < limit + refusals) {
            error_code ignored; // a peer that is gone is found when it is read
            socket.set_option(Tcp::no_delay(true), ignored);
            serveHttp(std::move(socket), self->m_service, self->m_sockets, self->m_tls, self->m_sockets->size() >= limit);
        }
        self->accept();
    });
}

void Listener::stopListening()
{
    error_code ignored; // closed already is as good
    m_acceptor.close(ignored);
    m_timer.cancel();
    m_sockets->finishAll();
}

void Listener::closeAllSoon()
{
    if (openCount() == 0)
        return;
    m_timer.expires_after(closeTime);
    m_timer.async_wait([self = shared_from_this()](const error_code &stopped) {
        if (!stopped)
            self->closeAll();
    });
}

void Listener::closeAll()
{
    stopListening();
    m_sockets->closeAll();
}

} // namespace signalbox::simulator
