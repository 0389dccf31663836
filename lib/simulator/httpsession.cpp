// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpsession.h"

#include "simulator/filebody.h"
#include "simulator/httpdate.h"
#include "simulator/httpservice.h"
#include "simulator/node.h"
#include "simulator/requestcheck.h"
#include "simulator/tls.h"
#include "simulator/websocket.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr std::size_t bufferBytes = 64 * 1024;
// A body that nobody needs is read to its end when it is no longer than this; otherwise the connection ends after the reply.
constexpr quint64 discardedBytes = 64 * 1024;
constexpr qint64 lingerBytes = 1024 * 1024;   // read over from a client that gets no answer
constexpr qint64 progressBytes = 1024 * 1024; // a body that makes so much progress gets its time anew

/// Reads over a body, then gives the reply that stood beforehand.
class DiscardedBody final : public HttpBody
{
public:
    explicit DiscardedBody(HttpReply reply) : m_reply(std::move(reply)) {}
    bool write(QByteArrayView) override { return true; }
    HttpReply finish() override { return m_reply; }

private:
    HttpReply m_reply;
};

HttpReply faultReply(const FaultDecision &fault)
{
    HttpReply reply = HttpReply::error(fault.status, u"The cluster's faults want it so"_s);
    if (fault.retryAfterS >= 0)
        reply.addHeader("Retry-After", QByteArray::number(fault.retryAfterS));
    return reply;
}

QByteArray toBytes(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

class HttpSession final : public OpenSocket, public std::enable_shared_from_this<HttpSession>
{
public:
    HttpSession(TcpSocket socket, HttpService &service, std::shared_ptr<OpenSockets> sockets);
    ~HttpSession() override { m_sockets->remove(this); }

    void open(TlsContext *tls, bool isOneTooMany);
    void finish() override;
    void closeNow() override
    {
        m_isClosed = true;
        m_pause.reset();
        m_stream.close();
    }

private:
    using Parser = http::request_parser<http::buffer_body>;
    struct Download {
        http::response<FileBody> response;
        http::response_serializer<FileBody> serializer{response};
        std::size_t progress = 0; // since the time-out was set
    };

    void onHandshake(const error_code &error);
    void readHead(int timeoutMs);
    void acknowledgeAtOnce();
    void onHead(const error_code &error, std::size_t bytes);
    std::optional<HttpReply> checkHead(const HttpRequest &request) const;
    HttpRequest requestOf() const;
    void serve(const HttpRequest &request);
    void upgrade(const HttpRequest &request);
    void begin(const HttpRequest &request, HttpHandling handling);
    /// Goes on after the fault's delay, unless the fault is that nothing goes on.
    void suffer(const FaultDecision &fault, std::function<void()> goOn);
    void readBody();
    void onBody(const error_code &error);
    void replyToError(const error_code &error);
    void replyTooMany();
    void reply(HttpReply reply, bool mustClose = false);
    void send(const HttpReply &reply, bool mustClose, const FaultDecision &fault = {});
    template <typename Body>
    void write(std::shared_ptr<http::response<Body>> response, bool mustClose);
    void writeFile(std::shared_ptr<Download> download, bool mustClose);
    void onReplied(const error_code &error, bool mustClose);
    void linger(qint64 left);

    Stream m_stream;
    HttpService &m_service;
    std::shared_ptr<OpenSockets> m_sockets;
    QString m_address;
    int m_port = 0;
    beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::unique_ptr<HttpBody> m_body;
    std::vector<char> m_chunk;
    qint64 m_progress = 0;
    FaultDecision m_answerFault; // what happens to the answer
    std::optional<boost::asio::steady_timer> m_pause;
    bool m_isHead = false; // the request's method
    bool m_keepAlive = false;
    bool m_isIdle = false;      // no request has begun to be handled
    bool m_isFinishing = false; // this request is the last one
    bool m_isClosed = false;
    bool m_isOneTooMany = false;
    unsigned m_version = 11;
};

HttpSession::HttpSession(TcpSocket socket, HttpService &service, std::shared_ptr<OpenSockets> sockets)
    : m_stream(std::move(socket)), m_service(service), m_sockets(std::move(sockets)),
      m_buffer(static_cast<std::size_t>(service.limits().headBytes) + bufferBytes)
{
    m_sockets->add(this);
    error_code gone;
    const auto remote = m_stream.socket().remote_endpoint(gone);
    if (!gone) {
        m_address = QString::fromStdString(remote.address().to_string());
        m_port = remote.port();
    }
}

void HttpSession::finish()
{
    m_isFinishing = true;
    if (m_isIdle)
        closeNow();
}

void HttpSession::open(TlsContext *tls, bool isOneTooMany)
{
    m_isOneTooMany = isOneTooMany;
    m_isIdle = true;
    if (!tls)
        return readHead(m_service.limits().headTimeoutMs);
    m_stream.expires_after(std::chrono::milliseconds(m_service.limits().handshakeTimeoutMs));
    m_stream.startTls(*tls, [self = shared_from_this()](const error_code &error) { self->onHandshake(error); });
}

void HttpSession::onHandshake(const error_code &error)
{
    if (!error)
        return readHead(m_service.limits().headTimeoutMs);
    if (m_isClosed || !isPlainHttp(error))
        return closeNow();
    m_stream.stopTls();
    m_keepAlive = false;
    reply(HttpReply::error(400, u"TLS is spoken here: the address begins with https:// or wss://"_s), true);
}

void HttpSession::readHead(int timeoutMs)
{
    if (m_isFinishing)
        return closeNow();
    m_isIdle = true;
    m_answerFault = {};
    const ServerLimits &limits = m_service.limits();
    m_body.reset();
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(limits.headBytes));
    m_parser->body_limit(boost::none); // checked against our own limit once the head is there
    m_stream.expires_after(std::chrono::milliseconds(timeoutMs));
    acknowledgeAtOnce();
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            [self = shared_from_this()](const error_code &error, std::size_t bytes) { self->onHead(error, bytes); });
}

void HttpSession::replyToError(const error_code &error)
{
    if (m_stream.isLate() && m_parser->got_some())
        reply(HttpReply::error(408, u"The request did not come to its end in time"_s), true);
    else if (error == http::error::header_limit)
        reply(HttpReply::error(431, u"The head of the request is too large"_s), true);
    else if (error == http::error::body_limit)
        reply(HttpReply::error(413, u"The body of the request is too large"_s), true);
    else if (error == http::error::buffer_overflow)
        reply(HttpReply::error(400, u"A line between the pieces of the body is too long"_s), true);
    else if (error.category() == http::make_error_code(http::error::bad_method).category() && error != http::error::end_of_stream &&
             error != http::error::partial_message)
        reply(HttpReply::error(400, u"The request is not valid HTTP: %1"_s.arg(QString::fromStdString(error.message()))), true);
    else
        closeNow(); // the client is gone, or too slow
}

void HttpSession::replyTooMany()
{
    HttpReply refusal = HttpReply::error(503, u"There are as many connections as there may be (%1)"_s.arg(m_service.limits().connections));
    refusal.addHeader("Retry-After", "1");
    reply(refusal, true);
}

HttpRequest HttpSession::requestOf() const
{
    const auto &message = m_parser->get();
    HttpRequest request;
    request.method = toBytes(message.method_string());
    const QByteArray target = originForm(toBytes(message.target()));
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.first(question);
    request.query = question < 0 ? QByteArray() : target.sliced(question + 1);
    for (const auto &field : message) {
        const QByteArray name = toBytes(field.name_string()).toLower();
        if (request.headers.contains(name))
            request.repeated.insert(name);
        else
            request.headers.insert(name, toBytes(field.value()));
    }
    request.minorVersion = message.version() == 10 ? 0 : 1;
    request.address = m_address;
    request.port = m_port;
    return request;
}

std::optional<HttpReply> HttpSession::checkHead(const HttpRequest &request) const
{
    const qint64 limit = m_service.limits().bodyBytes;
    if (auto refused = refusalOf(request))
        return refused;
    if (const auto length = m_parser->content_length(); length && *length > static_cast<quint64>(limit))
        return HttpReply::error(413, u"The body of the request is too large; at most %1 bytes are taken"_s.arg(limit));
    return {};
}

/// A client that sends a request in two parts, as Qt's does, waits for the first one's acknowledgement, which the kernel would hold back
/// for 40 to 200 ms. The option does not last, so it is set for each read.
void HttpSession::acknowledgeAtOnce()
{
    const int on = 1; // where it cannot be set, the request is slower and that is all
    (void)::setsockopt(m_stream.socket().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

void HttpSession::onHead(const error_code &error, std::size_t bytes)
{
    if (m_isClosed)
        return;
    m_isIdle = false;
    m_version = m_parser->get().version() == 10 ? 10 : 11;
    m_isHead = m_parser->get().method() == http::verb::head;
    if (error)
        return replyToError(error);
    if (bytes > static_cast<std::size_t>(m_service.limits().headBytes)) // the parser counts the first line and the fields apart
        return replyToError(http::error::header_limit);
    m_keepAlive = m_parser->get().keep_alive() && !m_isFinishing;
    if (m_isOneTooMany)
        return replyTooMany();
    const HttpRequest request = requestOf();
    if (const auto refused = checkHead(request))
        return reply(*refused, true);
    FaultDecision fault = m_service.fault(request, false);
    m_answerFault = m_service.fault(request, true);
    // The answer to a handshake is the web socket's own: what happens to it happens before.
    if (fault.isNothing() && beast::websocket::is_upgrade(m_parser->get()))
        fault = std::exchange(m_answerFault, {});
    if (fault.isNothing())
        return serve(request);
    suffer(fault, [this, request, fault] {
        if (fault.kind != FaultEffect::Kind::Status)
            return serve(request);
        m_answerFault = {};
        begin(request, faultReply(fault));
    });
}

void HttpSession::serve(const HttpRequest &request)
{
    if (beast::websocket::is_upgrade(m_parser->get()))
        return upgrade(request);
    begin(request, m_service.handle(request));
}

void HttpSession::suffer(const FaultDecision &fault, std::function<void()> goOn)
{
    m_stream.expires_never();
    m_pause.emplace(m_stream.get_executor(), fault.delay);
    // The timer keeps this; where the connection ends meanwhile, it ends too.
    m_pause->async_wait([self = shared_from_this(), kind = fault.kind, goOn = std::move(goOn)](const error_code &stopped) {
        if (stopped || self->m_isClosed)
            return;
        if (kind == FaultEffect::Kind::Reset) {
            error_code ignored; // a socket that cannot be reset is closed
            self->m_stream.socket().set_option(boost::asio::socket_base::linger(true, 0), ignored);
            self->closeNow();
        } else if (kind == FaultEffect::Kind::Lose) {
            // No answer, until the client gives up or the time for it is over.
            self->m_stream.expires_after(std::chrono::milliseconds(self->m_service.limits().idleTimeoutMs));
            self->linger(lingerBytes);
        } else {
            goOn();
        }
    });
}

void HttpSession::upgrade(const HttpRequest &request)
{
    // RFC 6455 §4.1: nothing may be sent before the handshake's answer.
    if (m_buffer.size() > 0)
        return reply(HttpReply::error(400, u"There is data before the web socket is open"_s), true);
    if (const auto refused = refusalOfHandshake(request))
        return reply(*refused, true);
    auto decision = m_service.upgrade(request);
    if (const auto *refused = std::get_if<HttpReply>(&decision))
        return reply(*refused, true);
    UpgradeRequest head(m_parser->get().base());
    acceptWebSocket(std::move(m_stream), std::move(head), *m_service.node(), std::get<Connection::Opening>(std::move(decision)), m_sockets);
}

void HttpSession::begin(const HttpRequest &request, HttpHandling handling)
{
    const ServerLimits &limits = m_service.limits();
    const bool expectsContinue = request.minorVersion > 0 && request.headers.contains("expect");
    if (auto *ready = std::get_if<HttpReply>(&handling)) {
        if (m_parser->is_done())
            return reply(*ready);
        const auto length = m_parser->content_length();
        if (expectsContinue || !length || *length > discardedBytes)
            return reply(*ready, true);
        m_body = std::make_unique<DiscardedBody>(std::move(*ready));
    } else {
        m_body = std::get<std::unique_ptr<HttpBody>>(std::move(handling));
    }
    m_parser->body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
    m_progress = 0;
    m_stream.expires_after(std::chrono::milliseconds(limits.bodyTimeoutMs));
    if (!expectsContinue || m_parser->is_done())
        return readBody();
    auto proceed = std::make_shared<http::response<http::empty_body>>(http::status::continue_, m_version);
    http::async_write(m_stream, *proceed, [self = shared_from_this(), proceed](const error_code &error, std::size_t) {
        if (error)
            return self->closeNow();
        self->readBody();
    });
}

void HttpSession::readBody()
{
    if (m_parser->is_done()) {
        const HttpReply ready = m_body->finish();
        m_body.reset();
        return reply(ready);
    }
    m_chunk.resize(bufferBytes);
    m_buffer.reserve(bufferBytes);
    auto &body = m_parser->get().body();
    body.data = m_chunk.data();
    body.size = m_chunk.size();
    acknowledgeAtOnce();
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](const error_code &error, std::size_t) { self->onBody(error); });
}

void HttpSession::onBody(const error_code &error)
{
    if (m_isClosed || (error && error != http::error::need_buffer)) {
        m_body.reset(); // an upload that is cut leaves nothing
        return replyToError(error);
    }
    const auto received = static_cast<qsizetype>(m_chunk.size() - m_parser->get().body().size);
    if (!m_body->write(QByteArrayView(m_chunk.data(), received))) {
        const HttpReply ready = m_body->finish();
        m_body.reset();
        return reply(ready, true);
    }
    m_progress += received;
    if (m_progress >= progressBytes) {
        m_progress = 0;
        m_stream.expires_after(std::chrono::milliseconds(m_service.limits().bodyTimeoutMs));
    }
    readBody();
}

void HttpSession::reply(HttpReply reply, bool mustClose)
{
    const Node *node = m_service.node();
    if (node)
        reply.nameError(node->services().config.dialect);
    const FaultDecision fault = std::exchange(m_answerFault, {});
    if (fault.isNothing())
        return send(reply, mustClose);
    suffer(fault, [this, fault, mustClose, reply = std::move(reply)] {
        send(fault.kind == FaultEffect::Kind::Status ? faultReply(fault) : reply, mustClose, fault);
    });
}

void HttpSession::send(const HttpReply &reply, bool mustClose, const FaultDecision &fault)
{
    const qint64 whole = reply.filePath.isEmpty() ? reply.body.size() : reply.fileLength;
    const bool isCut = fault.kind == FaultEffect::Kind::CutBody && whole > 0;
    const qint64 sent = isCut ? static_cast<qint64>(fault.bits % static_cast<quint64>(whole)) : whole;
    mustClose = mustClose || isCut;
    const auto prepare = [&](auto &response) {
        response.version(m_version);
        response.result(static_cast<unsigned>(reply.status));
        response.set(http::field::server, "signalbox-cluster");
        response.set(http::field::date, httpDate(m_service.nowMs()).constData());
        response.set(http::field::cache_control, reply.cacheControl.constData());
        if (!reply.contentType.isEmpty())
            response.set(http::field::content_type, reply.contentType.constData());
        for (const auto &[name, value] : reply.headers)
            response.insert(name.toStdString(), value.toStdString());
        response.keep_alive(m_keepAlive && !mustClose);
    };
    const bool isFile = !reply.filePath.isEmpty();
    const bool hasBody = reply.status != 204 && reply.status != 304;
    if (m_isHead || !hasBody) {
        auto response = std::make_shared<http::response<http::empty_body>>();
        prepare(*response);
        if (hasBody)
            response->content_length(static_cast<std::uint64_t>(isFile ? reply.fileLength : reply.body.size()));
        return write(std::move(response), mustClose);
    }
    if (isFile) {
        auto download = std::make_shared<Download>();
        error_code error;
        download->response.body().open(reply.filePath.toLocal8Bit().constData(), static_cast<std::uint64_t>(reply.fileOffset),
                                       static_cast<std::uint64_t>(sent), error);
        if (error)
            return send(HttpReply::error(500, u"The file cannot be read"_s), mustClose);
        prepare(download->response);
        download->response.content_length(static_cast<std::uint64_t>(whole));
        m_stream.expires_after(std::chrono::milliseconds(m_service.limits().bodyTimeoutMs));
        return writeFile(std::move(download), mustClose);
    }
    auto response = std::make_shared<http::response<http::string_body>>();
    prepare(*response);
    response->body() = reply.body.first(sent).toStdString();
    response->content_length(static_cast<std::uint64_t>(whole));
    write(std::move(response), mustClose);
}

template <typename Body>
void HttpSession::write(std::shared_ptr<http::response<Body>> response, bool mustClose)
{
    m_stream.expires_after(std::chrono::milliseconds(m_service.limits().bodyTimeoutMs));
    http::async_write(m_stream, *response, [self = shared_from_this(), response, mustClose](const error_code &error, std::size_t) {
        self->onReplied(error, mustClose || !self->m_keepAlive);
    });
}

/// Piece by piece: a client that is slow and steady gets its time anew with each stretch that it takes.
void HttpSession::writeFile(std::shared_ptr<Download> download, bool mustClose)
{
    auto &serializer = download->serializer;
    http::async_write_some(m_stream, serializer,
                           [self = shared_from_this(), download, mustClose](const error_code &error, std::size_t count) {
                               if (error || download->serializer.is_done())
                                   return self->onReplied(error, mustClose || !self->m_keepAlive);
                               download->progress += count;
                               if (download->progress >= static_cast<std::size_t>(progressBytes)) {
                                   download->progress = 0;
                                   self->m_stream.expires_after(std::chrono::milliseconds(self->m_service.limits().bodyTimeoutMs));
                               }
                               self->writeFile(download, mustClose);
                           });
}

void HttpSession::onReplied(const error_code &error, bool mustClose)
{
    if (error)
        return closeNow();
    if (!mustClose)
        return readHead(m_service.limits().idleTimeoutMs);
    m_stream.finish([self = shared_from_this()] { self->closeNow(); });
}

void HttpSession::linger(qint64 left)
{
    m_chunk.resize(bufferBytes);
    m_stream.async_read_some(boost::asio::buffer(m_chunk), [self = shared_from_this(), left](const error_code &error, std::size_t count) {
        const qint64 rest = left - static_cast<qint64>(count);
        if (error || rest <= 0)
            return self->closeNow();
        self->linger(rest);
    });
}

} // namespace

void serveHttp(TcpSocket socket, HttpService &service, std::shared_ptr<OpenSockets> sockets, TlsContext *tls, bool isOneTooMany)
{
    std::make_shared<HttpSession>(std::move(socket), service, std::move(sockets))->open(tls, isOneTooMany);
}

} // namespace signalbox::simulator
