// SPDX-License-Identifier: GPL-3.0-or-later
// A plain client for tests of the simulated cluster: HTTP by QNetworkAccessManager, web sockets by QWebSocket, raw TCP. It waits with
// QTest's own means; what does not come in time is an empty answer, which the test sees.
#pragma once

#include "core/jsonreader.h"
#include "protocol/frame.h"
#include "simulator/simulatedcluster.h"

#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

namespace signalbox::test {

inline core::Json parse(QByteArrayView text)
{
    const auto json = core::readJson(text);
    return json ? *json : core::Json();
}

struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers;

    core::Json json() const { return parse(body); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.toLower() == name)
                return value;
        }
        return {};
    }
};

class HttpClient final
{
public:
    explicit HttpClient(QUrl base) : m_base(std::move(base)) {}

    QByteArray bearer; ///< sent when not empty

    HttpAnswer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                    const QByteArray &contentType = "application/json")
    {
        QNetworkRequest request(QUrl(m_base.toString() + path, QUrl::StrictMode));
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
        if (!bearer.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + bearer);
        // An answer to a custom method would be taken to have a body.
        std::unique_ptr<QNetworkReply> reply(method == "HEAD" ? m_network.head(request)
                                                              : m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(10000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->rawHeaderPairs()};
    }
    HttpAnswer login(const QByteArray &login, const QByteArray &password = "demo", const QByteArray &more = {})
    {
        return send("POST", QStringLiteral("/rest/v1/iam/sessions"),
                    R"({"domain":"test.rootdomain.ru","login":")" + login + R"(","pwd":")" + password + '"' + more + '}');
    }
    HttpAnswer upload(const QString &target, const QList<std::pair<QByteArray, QByteArray>> &files)
    {
        QByteArray body;
        for (const auto &[name, content] : files)
            body += "--xYzZY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content + "\r\n";
        return send("POST", QStringLiteral("/rest/v1/fs/targets/") + target, body + "--xYzZY--\r\n", "multipart/form-data; boundary=xYzZY");
    }
    QByteArray cookie() const
    {
        const auto cookies = m_network.cookieJar()->cookiesForUrl(m_base);
        return cookies.isEmpty() ? QByteArray() : cookies.first().name() + '=' + cookies.first().value();
    }

private:
    QUrl m_base;
    QNetworkAccessManager m_network;
};

class SocketClient final
{
public:
    /// True when the handshake succeeded.
    bool open(QUrl base, const QString &path, const QByteArray &headerName = {}, const QByteArray &headerValue = {})
    {
        base.setScheme(QStringLiteral("ws"));
        QNetworkRequest request(QUrl(base.toString() + path));
        if (!headerName.isEmpty())
            request.setRawHeader(headerName, headerValue);
        QSignalSpy connected(&socket, &QWebSocket::connected);
        QSignalSpy failed(&socket, &QWebSocket::disconnected);
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { received.append(text.toUtf8()); });
        socket.open(request);
        return QTest::qWaitFor([&] { return !connected.isEmpty() || !failed.isEmpty(); }, 10000) && !connected.isEmpty();
    }
    void send(const QByteArray &text) { socket.sendTextMessage(QString::fromUtf8(text)); }
    /// The body of the next frame with this method; null when none comes.
    core::Json take(QStringView method)
    {
        core::Json body;
        const auto find = [&] {
            for (qsizetype i = 0; i < received.size(); ++i) {
                const auto frame = protocol::parseFrame(received.at(i));
                if (frame && frame->method == method) {
                    received.removeAt(i);
                    body = frame->body;
                    return true;
                }
            }
            return false;
        };
        return QTest::qWaitFor(find, 10000) ? body : core::Json();
    }
    core::Json call(const QByteArray &method, const QByteArray &body)
    {
        send("[\"" + method + "\"," + body + ']');
        return take(QString::fromLatin1(method) + QStringLiteral("_result"));
    }
    /// The close code once the socket is closed; 0 when it stays open.
    int waitForClose()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10000) ? socket.closeCode() : 0;
    }

    QWebSocket socket;
    QByteArrayList received;
};

/// Sends bytes as they are and reads until the other side closes. With second, that is sent once an answer's head is there.
inline QByteArray rawExchange(const QUrl &base, const QByteArray &first, const QByteArray &second = {})
{
    QTcpSocket socket;
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 10000))
        return "no connection";
    socket.write(first);
    if (!second.isEmpty()) {
        if (!QTest::qWaitFor([&] { return answer.contains("\r\n\r\n"); }, 10000))
            return "no answer";
        socket.write(second);
    }
    const bool isClosed = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10000);
    return isClosed ? answer : QByteArray("still open: ") + answer;
}

} // namespace signalbox::test
