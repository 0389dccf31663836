// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/websocket.h"

#include "simulator/node.h"

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto handshakeTime = std::chrono::seconds(10); // each of both, the opening and the closing one
constexpr int closeUnacceptable = 1003;                  // RFC 6455 §7.4.1: a kind of data that is not taken
constexpr int maxCloseReason = 100;                      // bytes; the RFC allows 123

class WebSocket final : public Transport, public OpenSocket, public std::enable_shared_from_this<WebSocket>
{
public:
    WebSocket(Stream stream, Node &node, std::shared_ptr<OpenSockets> sockets)
        : m_socket(std::move(stream)), m_node(node), m_sockets(std::move(sockets))
    {
        m_sockets->add(this);
    }
    ~WebSocket() override { m_sockets->remove(this); }

    void accept(UpgradeRequest request, Connection::Opening opening);

    void sendText(const QByteArray &text) override
    {
        m_queuedBytes += text.size();
        enqueue({Item::Kind::Text, text, {}});
    }
    void ping(quint64 number) override { enqueue({Item::Kind::Ping, QByteArray::number(number), {}}); }
    void close(int code, const QString &reason) override
    {
        QByteArray text = reason.toUtf8().left(maxCloseReason);
        enqueue({Item::Kind::Close, {}, websocket::close_reason(static_cast<websocket::close_code>(code), text.constData())});
    }
    void abort() override { closeNow(); }
    void reset() override
    {
        error_code ignored; // a socket that cannot be reset is closed
        beast::get_lowest_layer(m_socket).socket().set_option(boost::asio::socket_base::linger(true, 0), ignored);
        closeNow();
    }
    void setReading(bool isOn) override
    {
        m_isReading = isOn;
        if (isOn)
            resume();
    }
    qint64 queuedBytes() const override { return m_queuedBytes; }

    void closeNow() override
    {
        beast::get_lowest_layer(m_socket).close();
        resume();
    }

private:
    struct Item {
        enum class Kind : quint8 { Text, Ping, Close };
        Kind kind = Kind::Text;
        QByteArray data;
        websocket::close_reason reason;
    };

    void read();
    void resume()
    {
        m_isReading = true;
        if (const auto self = std::exchange(m_paused, nullptr))
            self->read();
    }
    void onRead(const error_code &error);
    void enqueue(Item item);
    void writeNext();
    void endConnection();
    void onWritten(const error_code &error);

    websocket::stream<Stream, false> m_socket; // no permessage-deflate
    Node &m_node;
    std::shared_ptr<OpenSockets> m_sockets;
    std::shared_ptr<Connection> m_connection;
    beast::flat_buffer m_buffer;
    UpgradeRequest m_request;
    std::deque<Item> m_queue; // the first one is being written
    qint64 m_queuedBytes = 0;
    bool m_isWriting = false;
    bool m_isClosing = false;
    bool m_isReading = true;
    std::shared_ptr<WebSocket> m_paused; // itself, while no read is pending that would keep it
};

void WebSocket::accept(UpgradeRequest request, Connection::Opening opening)
{
    m_request = std::move(request);
    // Where the peer breaks the protocol, Beast reads no more and waits for the TCP connection's end: for the node it is gone then.
    beast::get_lowest_layer(m_socket).onTeardown = [this] {
        boost::asio::post(m_socket.get_executor(), [self = shared_from_this()] { self->endConnection(); });
    };
    // Idle peers are found by the node's own pings (platform.md §3).
    m_socket.set_option(websocket::stream_base::timeout{handshakeTime, websocket::stream_base::none(), false});
    m_socket.set_option(websocket::stream_base::decorator(
        [](websocket::response_type &response) { response.set(http::field::server, "signalbox-cluster"); }));
    m_socket.read_message_max(static_cast<std::size_t>(m_node.services().config.limits.frameBytes));
    m_socket.auto_fragment(false);
    m_socket.text(true);
    m_socket.control_callback([this](websocket::frame_type type, beast::string_view payload) {
        bool isNumber = false;
        const quint64 number = QByteArray(payload.data(), static_cast<qsizetype>(payload.size())).toULongLong(&isNumber);
        if (type == websocket::frame_type::pong && isNumber && m_connection)
            m_connection->onPong(number);
    });
    m_socket.async_accept(m_request, [self = shared_from_this(), opening = std::move(opening)](const error_code &error) mutable {
        if (error)
            return; // the peer is gone
        self->m_request = {};
        self->m_connection = self->m_node.attach(std::move(opening), *self);
        if (!self->m_connection)
            return self->closeNow(); // the node is down
        self->read();
    });
}

void WebSocket::read()
{
    if (!m_isReading) {
        m_paused = shared_from_this();
        return;
    }
    m_socket.async_read(m_buffer, [self = shared_from_this()](const error_code &error, std::size_t) { self->onRead(error); });
}

void WebSocket::onRead(const error_code &error)
{
    if (error) {
        // Closed by either side, broken, or against the protocol; Beast has sent the fitting close code (1002, 1007, 1009) itself.
        endConnection();
        closeNow();
        return;
    }
    if (m_isClosing || !m_connection) {
        m_buffer.consume(m_buffer.size());
    } else if (m_socket.got_binary()) {
        close(closeUnacceptable, u"Only text is taken"_s);
    } else {
        const auto data = m_buffer.cdata();
        m_connection->onText(QByteArrayView(static_cast<const char *>(data.data()), static_cast<qsizetype>(data.size())));
        m_buffer.consume(m_buffer.size());
    }
    read();
}

void WebSocket::endConnection()
{
    if (const auto connection = std::exchange(m_connection, nullptr))
        connection->onClosed();
}

void WebSocket::enqueue(Item item)
{
    if (m_isClosing)
        return;
    m_isClosing = item.kind == Item::Kind::Close;
    if (m_isClosing) // what is queued before may never go out
        beast::get_lowest_layer(m_socket).expires_after(std::chrono::milliseconds(m_node.services().config.limits.closeTimeoutMs));
    m_queue.push_back(std::move(item));
    if (!m_isWriting)
        writeNext();
}

void WebSocket::writeNext()
{
    m_isWriting = true;
    const Item &item = m_queue.front();
    switch (item.kind) {
    case Item::Kind::Text:
        m_socket.async_write(boost::asio::const_buffer(item.data.constData(), static_cast<std::size_t>(item.data.size())),
                             [self = shared_from_this()](const error_code &error, std::size_t) { self->onWritten(error); });
        break;
    case Item::Kind::Ping:
        m_socket.async_ping(websocket::ping_data(item.data.constData(), static_cast<std::size_t>(item.data.size())),
                            [self = shared_from_this()](const error_code &error) { self->onWritten(error); });
        break;
    case Item::Kind::Close:
        m_socket.async_close(item.reason, [self = shared_from_this()](const error_code &) { self->closeNow(); });
        break;
    }
}

void WebSocket::onWritten(const error_code &error)
{
    m_isWriting = false;
    if (error) {
        m_queue.clear(); // the pending read ends too and tells the connection
        m_queuedBytes = 0;
        closeNow();
        return;
    }
    m_queuedBytes -= m_queue.front().kind == Item::Kind::Text ? m_queue.front().data.size() : 0;
    m_queue.pop_front();
    if (!m_queue.empty())
        writeNext();
}

} // namespace

void acceptWebSocket(Stream stream, UpgradeRequest request, Node &node, Connection::Opening opening, std::shared_ptr<OpenSockets> sockets)
{
    std::make_shared<WebSocket>(std::move(stream), node, std::move(sockets))->accept(std::move(request), std::move(opening));
}

} // namespace signalbox::simulator
