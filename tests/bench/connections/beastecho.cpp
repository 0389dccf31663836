// SPDX-License-Identifier: GPL-3.0-or-later
#include "beastecho.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <array>
#include <cstdio>
#include <memory>

#include <unistd.h>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;
using Tcp = asio::ip::tcp;
using Loop = asio::io_context;

namespace signalbox::bench {

namespace {

class Session final : public std::enable_shared_from_this<Session>
{
public:
    using Stream = beast::basic_stream<Tcp, Loop::executor_type>;

    explicit Session(Stream stream) : m_socket(std::move(stream)) {}

    void start()
    {
        m_socket.text(true);
        m_socket.auto_fragment(false);
        m_socket.async_accept([self = shared_from_this()](const error_code &error) {
            if (!error)
                self->read();
        });
    }

private:
    void read()
    {
        m_socket.async_read(m_buffer, [self = shared_from_this()](const error_code &error, std::size_t) {
            if (!error)
                self->write();
        });
    }
    void write()
    {
        m_socket.async_write(m_buffer.data(), [self = shared_from_this()](const error_code &error, std::size_t) {
            if (error)
                return;
            self->m_buffer.consume(self->m_buffer.size());
            self->read();
        });
    }

    websocket::stream<Stream, false> m_socket;
    beast::flat_buffer m_buffer;
};

class Listener final
{
public:
    explicit Listener(Loop &loop) : m_acceptor(loop, Tcp::endpoint(asio::ip::address_v4::loopback(), 0)) { accept(); }
    unsigned port() const { return m_acceptor.local_endpoint().port(); }

private:
    void accept()
    {
        m_acceptor.async_accept([this](const error_code &error, asio::basic_stream_socket<Tcp, Loop::executor_type> socket) {
            if (error)
                return;
            socket.set_option(Tcp::no_delay(true));
            std::make_shared<Session>(Session::Stream(std::move(socket)))->start();
            accept();
        });
    }

    asio::basic_socket_acceptor<Tcp, Loop::executor_type> m_acceptor;
};

} // namespace

int serveEcho()
{
    Loop loop(1);
    const Listener listener(loop);
    std::printf("{\"port\":%u}\n", listener.port());
    std::fflush(stdout);
    asio::posix::stream_descriptor input(loop, ::dup(STDIN_FILENO));
    std::array<char, 16> ignored{};
    input.async_read_some(asio::buffer(ignored), [&loop](const error_code &, std::size_t) { loop.stop(); });
    loop.run();
    return 0;
}

} // namespace signalbox::bench
