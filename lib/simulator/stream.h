// SPDX-License-Identifier: GPL-3.0-or-later
// A client's TCP connection as Beast wants a stream, with TLS over it or without, with one deadline for all that is pending on it, and an
// end that gives the client the time to read what it was sent last. Internal to the socket side.
#pragma once

#include "simulator/loop.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/role.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace signalbox::simulator {

class TlsContext;
class TlsLayer;

/// Not final: Asio derives from it to find out what it can do.
class Stream
{
public:
    using executor_type = Loop::executor_type;
    using Transferred = std::function<void(const boost::system::error_code &error, std::size_t bytes)>;

    /// Named, and not deduced: Beast asks for it with types that cannot be compiled any further.
    template <typename Token>
    using Result = typename boost::asio::async_result<std::decay_t<Token>, void(boost::system::error_code, std::size_t)>::return_type;

    explicit Stream(TcpSocket socket);
    /// Not while anything is pending.
    Stream(Stream &&other) noexcept;
    Stream &operator=(Stream &&) = delete;
    ~Stream();

    executor_type get_executor() { return socket().get_executor(); }
    TcpSocket &socket();
    /// What is pending ends with an error. Closed already is as good.
    void close();

    /// What is pending then, ends with an error; the socket stays open, and isLate() says why.
    void expires_after(std::chrono::milliseconds time);
    void expires_never();
    bool isLate() const { return m_expiry && m_expiry->isLate; }

    /// All goes through TLS once this is done. context must outlive it.
    void startTls(TlsContext &context, std::function<void(const boost::system::error_code &error)> done);
    /// Goes on in plain text after a handshake that failed.
    void stopTls();

    /// Says that no more comes, and reads over what the client still sends, for a moment: a socket that is closed with unread data in it
    /// would take from the client what was sent last. Then closes.
    void finish(std::function<void()> done);
    /// Called where Beast ends a web socket: both close frames have gone, or there is no use in waiting for the peer's.
    std::function<void()> onTeardown;

    template <typename Buffers, typename Token>
    Result<Token> async_read_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto &&handler, const Buffers &target) {
                if (m_tls)
                    readTls(firstOf<boost::asio::mutable_buffer>(target), erased(std::forward<decltype(handler)>(handler)));
                else
                    m_socket.async_read_some(target, std::forward<decltype(handler)>(handler));
            },
            token, buffers);
    }

    template <typename Buffers, typename Token>
    Result<Token> async_write_some(const Buffers &buffers, Token &&token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto &&handler, const Buffers &source) {
                if (m_tls)
                    writeTls(gathered(source), erased(std::forward<decltype(handler)>(handler)));
                else
                    m_socket.async_write_some(source, std::forward<decltype(handler)>(handler));
            },
            token, buffers);
    }

private:
    struct Expiry {
        explicit Expiry(const executor_type &executor) : timer(executor) {}
        boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, executor_type>
            timer;
        Stream *stream = nullptr;
        unsigned count = 0;
        bool isLate = false;
    };
    struct Drain;

    template <typename Buffer, typename Buffers>
    static Buffer firstOf(const Buffers &buffers)
    {
        for (auto each = boost::asio::buffer_sequence_begin(buffers); each != boost::asio::buffer_sequence_end(buffers); ++each) {
            if (const Buffer buffer(*each); buffer.size() > 0)
                return buffer;
        }
        return {};
    }
    /// One buffer of TLS's record size at most, so that the head and the payload of a frame go out as one record.
    template <typename Buffers>
    boost::asio::const_buffer gathered(const Buffers &buffers)
    {
        const auto first = firstOf<boost::asio::const_buffer>(buffers);
        const std::size_t whole = boost::asio::buffer_size(buffers);
        if (first.size() == whole || first.size() >= recordBytes)
            return first;
        m_record.resize(std::min(whole, recordBytes));
        return {m_record.data(), boost::asio::buffer_copy(boost::asio::buffer(m_record), buffers)};
    }
    /// TLS is compiled once, so it must not know the types of handlers; they are movable only, std::function's are copied.
    template <typename Handler>
    static Transferred erased(Handler &&handler)
    {
        return [shared = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler))](const boost::system::error_code &error,
                                                                                                  std::size_t bytes) {
            (*shared)(error, bytes);
        };
    }

    void readTls(boost::asio::mutable_buffer target, Transferred done);
    void writeTls(boost::asio::const_buffer source, Transferred done);
    void drain(const std::shared_ptr<Drain> &drain);

    static constexpr std::size_t recordBytes = 16 * 1024;

    TcpSocket m_socket; // closed where TLS has it
    std::unique_ptr<TlsLayer> m_tls;
    std::vector<char> m_record;
    std::shared_ptr<Expiry> m_expiry; // its timer's handlers hold it weakly
};

// What Beast's web socket calls to end it; found by their argument.
inline void beast_close_socket(Stream &stream)
{
    stream.close();
}

template <typename Handler>
void async_teardown(boost::beast::role_type, Stream &stream, Handler &&handler)
{
    if (stream.onTeardown)
        stream.onTeardown();
    stream.finish(
        [shared = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler))] { (*shared)(boost::system::error_code()); });
}

} // namespace signalbox::simulator
