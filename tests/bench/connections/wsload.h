// SPDX-License-Identifier: GPL-3.0-or-later
// A load of web socket clients on one thread, as bare as can be: epoll, frames by hand, short text messages. Servers are what is measured,
// so this must cost less than any of them. Knows nothing of what messages say.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::bench {

class WsLoad final
{
public:
    using OnText = std::function<void(std::size_t connection, std::string_view text)>;

    WsLoad();
    ~WsLoad();
    WsLoad(const WsLoad &) = delete;
    WsLoad &operator=(const WsLoad &) = delete;

    /// Opens more connections to a port of this host, handshake included; false when one fails.
    bool open(std::uint16_t port, const std::string &path, std::size_t count);
    std::size_t size() const { return m_connections.size(); }
    void send(std::size_t connection, std::string_view text);
    /// Handles what comes until stop() or the deadline; false at the deadline, or when a connection is lost.
    bool run(const OnText &onText, int seconds);
    void stop() { m_isStopped = true; }

private:
    struct Connection {
        int socket = -1;
        std::string in;
    };

    bool openOne(std::uint16_t port, const std::string &path);
    bool read(std::size_t index, const OnText &onText);

    int m_poll = -1;
    bool m_isStopped = false;
    std::vector<Connection> m_connections;
    std::string m_out; // frame that is being made
};

} // namespace signalbox::bench
