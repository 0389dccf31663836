// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/stream.h"

#include "simulator/tls.h"

#include <boost/asio/post.hpp>

using boost::system::error_code;

namespace signalbox::simulator {

namespace {

// How long, and how much, is still read after the last of ours.
constexpr auto drainTime = std::chrono::seconds(2);
constexpr std::size_t drainBytes = 64 * 1024 * 1024;
constexpr std::size_t drainPiece = 16 * 1024;

} // namespace

struct Stream::Drain {
    std::function<void()> done;
    std::vector<char> piece = std::vector<char>(drainPiece);
    std::size_t left = drainBytes;
};

Stream::Stream(TcpSocket socket) : m_socket(std::move(socket))
{}

Stream::Stream(Stream &&other) noexcept
    : onTeardown(std::move(other.onTeardown)), m_socket(std::move(other.m_socket)), m_tls(std::move(other.m_tls))
{}

Stream::~Stream() = default;

TcpSocket &Stream::socket()
{
    return m_tls ? m_tls->socket() : m_socket;
}

void Stream::close()
{
    error_code ignored; // closed already is as good
    socket().close(ignored);
}

void Stream::expires_after(std::chrono::milliseconds time)
{
    if (!m_expiry)
        m_expiry = std::make_shared<Expiry>(get_executor());
    m_expiry->stream = this;
    m_expiry->isLate = false;
    m_expiry->timer.expires_after(time);
    m_expiry->timer.async_wait([weak = std::weak_ptr(m_expiry), count = ++m_expiry->count](const error_code &stopped) {
        const auto expiry = weak.lock();
        if (stopped || !expiry || expiry->count != count)
            return;
        expiry->isLate = true;
        error_code ignored; // nothing is pending on a closed one
        expiry->stream->socket().cancel(ignored);
    });
}

void Stream::expires_never()
{
    m_expiry.reset();
}

void Stream::startTls(TlsContext &context, std::function<void(const error_code &)> done)
{
    m_tls = std::make_unique<TlsLayer>(std::move(m_socket), context);
    m_tls->handshake(std::move(done));
}

void Stream::stopTls()
{
    m_socket = m_tls->release();
    m_tls.reset();
}

void Stream::readTls(boost::asio::mutable_buffer target, Transferred done)
{
    m_tls->read(target, std::move(done));
}

void Stream::writeTls(boost::asio::const_buffer source, Transferred done)
{
    m_tls->write(source, std::move(done));
}

void Stream::finish(std::function<void()> done)
{
    expires_after(drainTime);
    const auto state = std::make_shared<Drain>();
    state->done = std::move(done);
    const auto goOn = [this, state] {
        error_code ignored; // the client may have gone first
        socket().shutdown(Tcp::socket::shutdown_send, ignored);
        drain(state);
    };
    if (!m_tls)
        return goOn();
    m_tls->shutDown([this, state, goOn](const error_code &) {
        if (!isLate())
            return goOn();
        close();
        state->done();
    });
}

void Stream::drain(const std::shared_ptr<Drain> &state)
{
    // On the socket itself: what comes under TLS need not be understood any more.
    socket().async_read_some(boost::asio::buffer(state->piece), [this, state](const error_code &error, std::size_t bytes) {
        if (!error && bytes < state->left) {
            state->left -= bytes;
            return drain(state);
        }
        close();
        expires_never();
        state->done();
    });
}

} // namespace signalbox::simulator
