// SPDX-License-Identifier: GPL-3.0-or-later
// One synchronous send-and-answer after the other: client → start_svcscript → carrier on the cluster → peer → answer → client. That is
// two round trips over web sockets (client and cluster, cluster and peer), so the reference, measured in the same run and in turn, is a
// bare QWebSocket that has twice as many messages echoed, one at a time. Cluster, peer and echo each run on a thread of their own.
//   ratio = 2 × operations a second ÷ bare round trips a second
#include "bench/clientbench.h"
#include "bench/report.h"

#include <QCoreApplication>

using namespace signalbox;

namespace {

constexpr double leastRatio = 0.5;

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
    bench::Echo echo;
    echo.start();
    const quint16 echoPort = echo.waitForPort();
    int status = 1;
    {
        bench::ClientOf client(cluster);
        const operation::Operation operation = client.asking();
        if (!client.problem().isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(client.problem()));
        } else {
            // The first makes the carrier and is not counted.
            bool sound = operations(client.operations(), operation, 1) > 0;
            std::vector<double> rates;
            std::vector<double> bareRates;
            std::vector<double> ratios;
            for (int round = 0; round < rounds && sound; ++round) {
                const double bare = bareRoundTrips(echoPort, 2 * count);
                const double seconds = operations(client.operations(), operation, count);
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
        }
    }
    echo.quit();
    echo.wait();
    return status;
}
