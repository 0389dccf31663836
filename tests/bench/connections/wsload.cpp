// SPDX-License-Identifier: GPL-3.0-or-later
#include "wsload.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace signalbox::bench {

namespace {

constexpr std::size_t shortLength = 126; // RFC 6455 §5.2: from here on two bytes hold the length
constexpr std::size_t longestLength = 65535;
constexpr int eventsAtOnce = 256;

} // namespace

WsLoad::WsLoad() : m_poll(::epoll_create1(EPOLL_CLOEXEC))
{}

WsLoad::~WsLoad()
{
    for (const Connection &connection : m_connections)
        ::close(connection.socket);
    ::close(m_poll);
}

bool WsLoad::open(std::uint16_t port, const std::string &path, std::size_t count)
{
    m_connections.reserve(m_connections.size() + count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!openOne(port, path))
            return false;
    }
    return true;
}

bool WsLoad::openOne(std::uint16_t port, const std::string &path)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    m_connections.push_back({socket, {}});
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return false;
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const std::string request = "GET " + path +
                                " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return false;
    std::string answer;
    while (answer.find("\r\n\r\n") == std::string::npos) {
        std::array<char, 1024> part{};
        const ssize_t got = ::recv(socket, part.data(), part.size(), 0);
        if (got <= 0)
            return false;
        answer.append(part.data(), static_cast<std::size_t>(got));
    }
    if (!answer.starts_with("HTTP/1.1 101"))
        return false;
    m_connections.back().in = answer.substr(answer.find("\r\n\r\n") + 4);
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.u64 = m_connections.size() - 1;
    return ::epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event) == 0;
}

void WsLoad::send(std::size_t connection, std::string_view text)
{
    m_out.clear();
    m_out.push_back(static_cast<char>(0x81));
    if (text.size() < shortLength) {
        m_out.push_back(static_cast<char>(0x80U | text.size()));
    } else {
        m_out.push_back(static_cast<char>(0x80U | shortLength));
        m_out.push_back(static_cast<char>(text.size() >> 8U));
        m_out.push_back(static_cast<char>(text.size() & 0xffU));
    }
    m_out.append(4, '\0'); // a mask of zeros leaves the text as it is
    m_out.append(text.substr(0, longestLength));
    // What is sent is far shorter than a socket's buffer: it never blocks for long.
    (void)::send(m_connections[connection].socket, m_out.data(), m_out.size(), MSG_NOSIGNAL);
}

bool WsLoad::read(std::size_t index, const OnText &onText)
{
    std::array<char, 16 * 1024> part{};
    const ssize_t got = ::recv(m_connections[index].socket, part.data(), part.size(), 0);
    if (got <= 0)
        return false;
    std::string &in = m_connections[index].in;
    std::string_view left(part.data(), static_cast<std::size_t>(got));
    if (!in.empty()) {
        in.append(left);
        left = in;
    }
    while (left.size() >= 2) {
        const auto byte = [&left](std::size_t at) {
            return static_cast<unsigned char>(left[at]);
        };
        const unsigned opcode = byte(0) & 0x0fU;
        std::size_t length = byte(1) & 0x7fU;
        std::size_t head = 2;
        if (length == shortLength) {
            if (left.size() < 4)
                break;
            length = static_cast<std::size_t>(byte(2)) << 8U | byte(3);
            head = 4;
        }
        if (left.size() < head + length)
            break;
        if (opcode == 1)
            onText(index, left.substr(head, length));
        else if (opcode == 8)
            return false;
        left.remove_prefix(head + length);
    }
    std::string rest(left); // left may lie in what is replaced
    m_connections[index].in = std::move(rest);
    return true;
}

bool WsLoad::run(const OnText &onText, int seconds)
{
    m_isStopped = false;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::array<epoll_event, eventsAtOnce> events{};
    while (!m_isStopped) {
        // Never sleeps: whoever serves would pay for waking it, and the slower server with every message.
        const int count = ::epoll_wait(m_poll, events.data(), eventsAtOnce, 0);
        for (int i = 0; i < count; ++i) {
            if (!read(events[static_cast<std::size_t>(i)].data.u64, onText))
                return false;
        }
        if (!m_isStopped && std::chrono::steady_clock::now() > deadline)
            return false;
    }
    return true;
}

} // namespace signalbox::bench
