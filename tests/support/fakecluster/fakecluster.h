// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster of a test's own making: HTTP replies by method and path, good and bad, and web sockets that say what the test says.
#pragma once

#include "support/fakecluster/fakesocket.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

namespace signalbox::test {

struct FakeRequest {
    QByteArray method;
    QByteArray target;                     ///< path and query, as they came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct FakeReply {
    enum class Manner : quint8 {
        Whole,
        Hang,    ///< no answer, ever
        HangOn,  ///< head and half of the body, and then nothing
        Cut,     ///< head and half of the body, and then the end
        Close,   ///< the end at once
        Garbage, ///< the body alone, which is no HTTP
        Chunked, ///< without a length
    };
    int status = 200;
    QByteArray body;
    QByteArrayList headers; ///< whole lines
    Manner manner = Manner::Whole;
};

class FakeCluster final : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<FakeReply(const FakeRequest &)>;

    /// Listens on a free port of the loopback; with TLS where a configuration is given.
    explicit FakeCluster(std::optional<QSslConfiguration> tls = {});

    QUrl url() const;
    /// path without the query. What nothing was said of is answered 404.
    void on(const QByteArray &method, const QByteArray &path, Handler handler);
    void on(const QByteArray &method, const QByteArray &path, const FakeReply &reply);
    /// Requests of this method and path that came whole.
    QList<FakeRequest> requestsFor(const QByteArray &method, const QByteArray &path) const;

    QList<FakeRequest> requests;   ///< all that came whole, upgrades too
    int begun = 0;                 ///< requests whose head came, whole or not
    int connections = 0;           ///< so far
    qint64 bodyBytes = 0;          ///< received so far, of bodies that are not whole too
    qint64 cutBodyAfter = -1;      ///< ends a connection after so many bytes of a body
    bool acceptsInSilence = false; ///< connections are accepted, and nothing is ever read

    int upgradeStatus = 101; ///< another refuses web sockets; 0: never answers the handshake
    /// What a web socket does with a text.
    std::function<void(FakeSocket &, const QByteArray &)> onText;
    QList<FakeSocket *> sockets;

Q_SIGNALS:
    void socketOpened(signalbox::test::FakeSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Client {
        QByteArray input;
        bool hasHead = false; ///< of the request that comes now
    };
    void read(QTcpSocket *socket);
    void upgrade(QTcpSocket *socket, const FakeRequest &request);
    void reply(QTcpSocket *socket, const FakeReply &reply);

    std::optional<QSslConfiguration> m_tls;
    QHash<QByteArray, Handler> m_handlers; ///< by method and path
    QHash<QTcpSocket *, Client> m_clients;
};

} // namespace signalbox::test
