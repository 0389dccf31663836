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
            bool sound = bench::operations(client.operations(), operation, 1, 1) > 0;
            std::vector<double> rates;
            std::vector<double> bareRates;
            std::vector<double> ratios;
            for (int round = 0; round < rounds && sound; ++round) {
                const double bare = bench::bareRoundTrips(echoPort, 2 * count, 1);
                const double seconds = bench::operations(client.operations(), operation, count, 1);
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
