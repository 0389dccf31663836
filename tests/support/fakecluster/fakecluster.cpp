// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakecluster/fakecluster.h"

#include <QSslSocket>

namespace signalbox::test {

FakeCluster::FakeCluster(std::optional<QSslConfiguration> tls) : m_tls(std::move(tls))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

QUrl FakeCluster::url() const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void FakeCluster::on(const QByteArray &method, const QByteArray &path, Handler handler)
{
    m_handlers[method + ' ' + path] = std::move(handler);
}

void FakeCluster::on(const QByteArray &method, const QByteArray &path, const FakeReply &reply)
{
    on(method, path, [reply](const FakeRequest &) { return reply; });
}

QList<FakeRequest> FakeCluster::requestsFor(const QByteArray &method, const QByteArray &path) const
{
    QList<FakeRequest> found;
    for (const FakeRequest &request : requests) {
        if (request.method == method && request.target.split('?').first() == path)
            found.append(request);
    }
    return found;
}

void FakeCluster::incomingConnection(qintptr descriptor)
{
    ++connections;
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSocketDescriptor(descriptor);
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    if (acceptsInSilence)
        return;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        if (m_clients.remove(socket) > 0)
            socket->deleteLater();
    });
    m_clients.insert(socket, {});
}

void FakeCluster::read(QTcpSocket *socket)
{
    Client &client = m_clients[socket];
    QByteArray &input = client.input;
    input += socket->readAll();
    for (;;) {
        const qsizetype end = input.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        begun += client.hasHead ? 0 : 1;
        client.hasHead = true;
        FakeRequest request;
        QByteArrayList lines = input.left(end).split('\n');
        const QByteArrayList words = lines.takeFirst().trimmed().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        request.body = input.mid(end + 4, length);
        bodyBytes = std::max<qint64>(bodyBytes, request.body.size());
        if (cutBodyAfter >= 0 && request.body.size() >= cutBodyAfter)
            return socket->abort();
        if (request.body.size() < length)
            return;
        input.remove(0, end + 4 + length);
        client.hasHead = false;
        requests.append(request);
        if (request.headers.contains("sec-websocket-key"))
            return upgrade(socket, request);
        const Handler handler = m_handlers.value(request.method + ' ' + request.target.split('?').first());
        reply(socket, handler ? handler(request)
                              : FakeReply{404, R"({"error_code":404,"error_message":"Nothing here"})", {"Content-Type: application/json"}});
        if (!m_clients.contains(socket))
            return;
    }
}

void FakeCluster::upgrade(QTcpSocket *socket, const FakeRequest &request)
{
    if (upgradeStatus == 0)
        return;
    if (upgradeStatus != 101)
        return reply(socket, {upgradeStatus, "{}", {"Connection: close"}});
    m_clients.remove(socket);
    socket->disconnect(this);
    auto *opened = new FakeSocket(socket, request.headers.value("sec-websocket-key"), this);
    opened->target = request.target;
    opened->authorization = request.headers.value("authorization");
    opened->cookie = request.headers.value("cookie");
    connect(opened, &FakeSocket::textReceived, this, [this, opened](const QByteArray &text) {
        if (onText)
            onText(*opened, text);
    });
    sockets.append(opened);
    Q_EMIT socketOpened(opened);
}

void FakeCluster::reply(QTcpSocket *socket, const FakeReply &reply)
{
    using Manner = FakeReply::Manner;
    if (reply.manner == Manner::Hang)
        return;
    if (reply.manner == Manner::Close)
        return socket->abort();
    if (reply.manner == Manner::Garbage) {
        socket->write(reply.body);
        return socket->disconnectFromHost();
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Word\r\n";
    for (const QByteArray &line : reply.headers)
        head += line + "\r\n";
    if (reply.manner == Manner::Chunked) {
        socket->write(head + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(reply.body.size(), 16) + "\r\n" + reply.body +
                      "\r\n0\r\n\r\n");
        return;
    }
    socket->write(head + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n");
    const bool isHalf = reply.manner == Manner::Cut || reply.manner == Manner::HangOn;
    socket->write(isHalf ? reply.body.left(reply.body.size() / 2) : reply.body);
    if (reply.manner == Manner::Cut || reply.headers.contains("Connection: close"))
        socket->disconnectFromHost();
}

} // namespace signalbox::test
