// SPDX-License-Identifier: GPL-3.0-or-later
// What the benches of our own client share: a bare echo, an external system as plain as can be, each on a thread of its own, a session
// of the client with a cluster in this process, and the time that messages and operations take there.
#pragma once

#include "cluster/clustersession.h"
#include "core/scheduler.h"
#include "runner/remoteoperations.h"
#include "simulator/simulatedcluster.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QSemaphore>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

#include <cstdio>
#include <functional>
#include <vector>

namespace signalbox::bench {

/// Echoes every text message, on its own thread.
class Echo final : public QThread
{
public:
    quint16 waitForPort()
    {
        m_ready.acquire();
        return m_port;
    }

protected:
    void run() override
    {
        QWebSocketServer server(QStringLiteral("echo"), QWebSocketServer::NonSecureMode);
        if (server.listen(QHostAddress::LocalHost))
            m_port = server.serverPort();
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
            QWebSocket *socket = server.nextPendingConnection();
            socket->setParent(&server);
            QObject::connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
        });
        m_ready.release();
        exec();
    }

private:
    QSemaphore m_ready;
    quint16 m_port = 0;
};

/// An external system as plain as can be: a QWebSocket that answers each request by its qid, on its own thread.
class AnsweringPeer final : public QThread
{
public:
    AnsweringPeer(QUrl url, QString token) : m_url(std::move(url)), m_token(std::move(token)) {}
    QString waitForConnection() { return m_ready.tryAcquire(1, 10'000) ? m_connection : QString(); }

protected:
    void run() override
    {
        QWebSocket socket;
        QObject::connect(&socket, &QWebSocket::connected, &socket, [&socket] {
            socket.sendTextMessage(QStringLiteral(R"(["setup",{"qid":1,"capabilities":[{"key":"msg"}]}])"));
            socket.sendTextMessage(QStringLiteral(R"(["connection_info",{"qid":2}])"));
        });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this, &socket](const QString &text) {
            // Every request here is the same but for its qid, the last member: no JSON needs to be read to answer it.
            if (text.startsWith(QLatin1String(R"(["ask",)"))) {
                const qsizetype at = text.lastIndexOf(QLatin1String(R"("qid":)"));
                socket.sendTextMessage(QStringLiteral(R"(["ask_result",{"result":"ok","text":"Hello",)") + text.mid(at));
                return;
            }
            const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
            if (frame.at(0).toString() == QLatin1String("connection_info_result")) {
                m_connection = frame.at(1).toObject().value(QLatin1String("connectionid")).toString();
                m_ready.release();
            }
        });
        QNetworkRequest request(m_url);
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
        socket.open(request);
        exec();
    }

private:
    QUrl m_url;
    QString m_token;
    QString m_connection;
    QSemaphore m_ready;
};

/// Starts the call and waits for its answer.
template <typename T>
core::Result<T> answerOf(cluster::Call<T> call)
{
    QEventLoop loop;
    core::Result<T> answer = core::fail(QStringLiteral("none"), QString());
    call->start([&](core::Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    loop.exec();
    return answer;
}

inline simulator::PointConfig pointWith(const simulator::ClusterConfig &config, const QString &code)
{
    const simulator::PointConfig *point = config.point(code);
    return point ? *point : simulator::PointConfig();
}

/// Login, link and carriers with the demo cluster, and the external system that answers.
class ClientOf final
{
public:
    explicit ClientOf(const simulator::SimulatedCluster &cluster)
        : m_session(profileOf(cluster), {cluster.config().user(login())->password, tokenOf(cluster, "svc")}, surroundings()),
          m_peer(m_session.profile().socketUrl(QStringLiteral("/ws/token/v1")), tokenOf(cluster, "crm")), m_access(m_session),
          m_operations(m_access, surroundings(), m_files)
    {
        m_peer.start();
        m_connection = m_peer.waitForConnection();
        const auto loggedIn = answerOf(m_session.login());
        const auto linked = loggedIn ? answerOf(m_session.openLink({QStringLiteral("svcscript")})) : core::Result<void>();
        m_problem = m_connection.isEmpty() ? QStringLiteral("the peer has no connection")
                    : !loggedIn            ? loggedIn.error().message
                    : !linked              ? linked.error().message
                                           : QString();
    }
    ~ClientOf()
    {
        (void)answerOf(m_operations.close());
        (void)answerOf(m_session.logout());
        m_peer.quit();
        m_peer.wait();
    }
    ClientOf(const ClientOf &) = delete;
    ClientOf &operator=(const ClientOf &) = delete;

    const QString &problem() const { return m_problem; }
    runner::RemoteOperations &operations() { return m_operations; }
    /// A message that the external system answers.
    operation::Operation asking() const
    {
        operation::SendMessage send;
        send.capability = QStringLiteral("msg");
        send.event = QStringLiteral("ask");
        send.content = QStringLiteral(R"({"text":"Hello, this is about as long as a greeting"})");
        send.wait = true;
        return {m_connection, send};
    }

private:
    static QString login() { return QStringLiteral("admin"); }
    static QString tokenOf(const simulator::SimulatedCluster &cluster, const char *point)
    {
        return pointWith(cluster.config(), QString::fromLatin1(point)).token;
    }
    static cluster::Profile profileOf(const simulator::SimulatedCluster &cluster)
    {
        cluster::Profile profile;
        profile.address = cluster.nodes().first().url;
        profile.domain = cluster.config().domain;
        profile.login = login();
        return profile;
    }
    cluster::Surroundings surroundings() { return {m_clock, m_scheduler, m_random}; }

    core::SystemClock m_clock;
    core::QtScheduler m_scheduler;
    core::SystemRandom m_random;
    cluster::ClusterSession m_session;
    AnsweringPeer m_peer;
    runner::SessionAccess m_access;
    runner::LocalFiles m_files;
    runner::RemoteOperations m_operations;
    QString m_connection;
    QString m_problem;
};

/// count messages echoed, so many in flight; the seconds it took, or 0 when the connection was lost.
inline double bareRoundTrips(quint16 port, int count, int inFlight)
{
    QWebSocket socket;
    QEventLoop loop;
    QElapsedTimer timer;
    int sent = 0;
    int done = 0;
    const QString message = QStringLiteral(R"(["echo",{"qid":1,"text":"Hello, this is about as long as a greeting"}])");
    const auto send = [&] {
        ++sent;
        socket.sendTextMessage(message);
    };
    QObject::connect(&socket, &QWebSocket::connected, &loop, [&] {
        timer.start();
        while (sent < std::min(inFlight, count))
            send();
    });
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &loop, [&] {
        if (++done == count)
            loop.quit();
        else if (sent < count)
            send();
    });
    QObject::connect(&socket, &QWebSocket::disconnected, &loop, &QEventLoop::quit);
    socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)));
    loop.exec();
    return done == count ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
}

/// count operations, so many in flight; the seconds they took, or 0 when one failed.
inline double operations(runner::RemoteOperations &port, const operation::Operation &operation, int count, int inFlight)
{
    QEventLoop loop;
    QElapsedTimer timer;
    std::vector<cluster::Call<operation::Outcome>> calls(static_cast<std::size_t>(inFlight));
    int begun = 0;
    int done = 0;
    QString failure;
    const std::function<void(std::size_t)> next = [&](std::size_t place) {
        ++begun;
        calls[place] = port.perform(operation);
        calls[place]->start([&, place](core::Result<operation::Outcome> outcome) {
            if (!outcome || outcome->kind != operation::OutcomeKind::Success)
                failure = outcome ? outcome->errorText() : outcome.error().message;
            if (++done == count || !failure.isEmpty())
                loop.quit();
            else if (begun < count)
                next(place);
        });
    };
    timer.start();
    for (std::size_t place = 0; place < calls.size() && begun < count; ++place)
        next(place);
    loop.exec();
    if (!failure.isEmpty())
        std::fprintf(stderr, "operation %d failed: %s\n", done, qPrintable(failure));
    return failure.isEmpty() ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
}

} // namespace signalbox::bench
