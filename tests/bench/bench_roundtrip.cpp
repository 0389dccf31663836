// SPDX-License-Identifier: GPL-3.0-or-later
// One synchronous send-and-answer after the other: client → start_svcscript → carrier on the cluster → peer → answer → client. That is
// two round trips over web sockets (client and cluster, cluster and peer), so the reference, measured in the same run and in turn, is a
// bare QWebSocket that has twice as many messages echoed, one at a time. Cluster, peer and echo each run on a thread of their own.
//   ratio = 2 × operations a second ÷ bare round trips a second
#include "bench/report.h"
#include "cluster/clustersession.h"
#include "core/scheduler.h"
#include "runner/remoteoperations.h"
#include "simulator/simulatedcluster.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkRequest>
#include <QSemaphore>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace signalbox;

namespace {

constexpr double leastRatio = 0.5;

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

/// The bare reference: count messages, one at a time; the seconds it took.
double bareRoundTrips(quint16 port, int count)
{
    QWebSocket socket;
    QEventLoop loop;
    QElapsedTimer timer;
    int done = 0;
    const QString message = QStringLiteral(R"(["echo",{"qid":1,"text":"Hello, this is about as long as a greeting"}])");
    QObject::connect(&socket, &QWebSocket::connected, &loop, [&] {
        timer.start();
        socket.sendTextMessage(message);
    });
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &loop, [&] {
        if (++done == count)
            loop.quit();
        else
            socket.sendTextMessage(message);
    });
    QObject::connect(&socket, &QWebSocket::disconnected, &loop, &QEventLoop::quit);
    socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)));
    loop.exec();
    return done == count ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
}

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

/// count operations, one at a time; the seconds they took, or 0 when one failed.
double operations(runner::RemoteOperations &port, const operation::Operation &operation, int count)
{
    QEventLoop loop;
    QElapsedTimer timer;
    int done = 0;
    cluster::Call<operation::Outcome> call;
    QString failure;
    const std::function<void()> next = [&] {
        call = port.perform(operation);
        call->start([&](core::Result<operation::Outcome> outcome) {
            if (!outcome || outcome->kind != operation::OutcomeKind::Success) {
                failure = outcome ? outcome->errorText() : outcome.error().message;
                loop.quit();
            } else if (++done == count) {
                loop.quit();
            } else {
                next();
            }
        });
    };
    timer.start();
    next();
    loop.exec();
    if (!failure.isEmpty())
        std::fprintf(stderr, "operation %d failed: %s\n", done + 1, qPrintable(failure));
    return failure.isEmpty() ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool quick = bench::isQuick(argc, argv);
    const int count = quick ? 50 : 500; // short turns, so that a busy moment of the machine meets both
    const int rounds = quick ? 1 : 21;

    simulator::SimulatedCluster cluster(simulator::ClusterConfig::demo());
    if (const auto started = cluster.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    const simulator::ClusterConfig &config = cluster.config();
    const auto pointWith = [&config](const QString &capability) {
        return *std::find_if(config.points.begin(), config.points.end(),
                             [&](const simulator::PointConfig &point) { return point.capabilities.contains(capability); });
    };
    const auto admin = std::find_if(config.users.begin(), config.users.end(),
                                    [](const simulator::UserConfig &user) { return user.roles.contains(QLatin1String("admin")); });

    cluster::Profile profile;
    profile.address = cluster.nodes().first().url;
    profile.domain = config.domain;
    profile.login = admin->login;

    AnsweringPeer peer(profile.socketUrl(QStringLiteral("/ws/token/v1")), pointWith(QStringLiteral("msg")).token);
    peer.start();
    const QString connection = peer.waitForConnection();
    Echo echo;
    echo.start();
    const quint16 echoPort = echo.waitForPort();

    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
    const cluster::Surroundings surroundings{clock, scheduler, random};
    int status = 1;
    {
        cluster::ClusterSession session(profile, {admin->password, pointWith(QStringLiteral("svcscript")).token}, surroundings);
        const auto login = answerOf(session.login());
        const auto link = login ? answerOf(session.openLink({QStringLiteral("svcscript")})) : core::Result<void>();
        if (connection.isEmpty() || !login || !link) {
            std::fprintf(stderr, "cannot connect: %s\n",
                         qPrintable(login ? (link ? QStringLiteral("the peer") : link.error().message) : login.error().message));
        } else {
            runner::SessionAccess access(session);
            runner::LocalFiles files;
            runner::RemoteOperations port(access, surroundings, files);
            operation::SendMessage send;
            send.capability = QStringLiteral("msg");
            send.event = QStringLiteral("ask");
            send.content = QStringLiteral(R"({"text":"Hello, this is about as long as a greeting"})");
            send.wait = true;
            const operation::Operation operation{connection, send};
            // The first makes the carrier and is not counted.
            bool sound = operations(port, operation, 1) > 0;
            std::vector<double> rates;
            std::vector<double> bareRates;
            std::vector<double> ratios;
            for (int round = 0; round < rounds && sound; ++round) {
                const double bare = bareRoundTrips(echoPort, 2 * count);
                const double seconds = operations(port, operation, count);
                sound = bare > 0 && seconds > 0;
                if (!sound)
                    break;
                rates.push_back(count / seconds);
                bareRates.push_back(2 * count / bare);
                ratios.push_back(2 * rates.back() / bareRates.back());
            }
            if (sound) {
                bench::Report report(QStringLiteral("roundtrip"));
                report.figure(QStringLiteral("operationsPerSecond"), bench::median(rates));
                report.figure(QStringLiteral("bareRoundTripsPerSecond"), bench::median(bareRates));
                report.figure(QStringLiteral("roundTripsPerOperation"), 2);
                report.gateAtLeast(QStringLiteral("ratio"), bench::median(ratios), leastRatio);
                report.print();
                status = 0;
            }
            (void)answerOf(port.close());
        }
        (void)answerOf(session.logout());
    }
    peer.quit();
    echo.quit();
    peer.wait();
    echo.wait();
    return status;
}
