// SPDX-License-Identifier: GPL-3.0-or-later
// Synchronous sends by carriers with 64 in flight, over one link: client → start_svcscript → carrier on the cluster → peer → answer →
// client. Each is two round trips over web sockets, so the reference, measured in the same run and in turn, is a bare QWebSocket that has
// twice as many messages echoed, 64 in flight. Cluster, peer and echo each run on a thread of their own.
//   ratio = 2 × operations a second ÷ bare windowed round trips a second
// The gate is 10,000 operations a second, or half the ratio: goal is the better of the two shares.
#include "bench/clientbench.h"
#include "bench/report.h"

#include <QCoreApplication>

using namespace signalbox;

namespace {

constexpr double leastRate = 10'000;
constexpr double leastRatio = 0.5;
constexpr int inFlight = 64;

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool quick = bench::isQuick(argc, argv);
    const int count = quick ? 200 : 5000; // short turns, so that a busy moment of the machine meets both
    const int rounds = quick ? 1 : 11;

    simulator::SimulatedCluster cluster(simulator::ClusterConfig::demo());
    if (const auto started = cluster.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    bench::Echo echo;
    echo.start();
    const quint16 echoPort = echo.waitForPort();
    std::vector<double> rates;
    std::vector<double> bareRates;
    std::vector<double> ratios;
    {
        bench::ClientOf client(cluster);
        const operation::Operation operation = client.asking();
        if (!client.problem().isEmpty())
            std::fprintf(stderr, "%s\n", qPrintable(client.problem()));
        // The first makes the carrier and is not counted.
        bool sound = client.problem().isEmpty() && bench::operations(client.operations(), operation, 1, inFlight) > 0;
        for (int round = 0; round < rounds && sound; ++round) {
            const double bare = bench::bareRoundTrips(echoPort, 2 * count, inFlight);
            const double seconds = bench::operations(client.operations(), operation, count, inFlight);
            sound = bare > 0 && seconds > 0;
            if (!sound)
                break;
            rates.push_back(count / seconds);
            bareRates.push_back(2 * count / bare);
            ratios.push_back(2 * rates.back() / bareRates.back());
        }
        if (!sound)
            rates.clear();
    }
    echo.quit();
    echo.wait();
    if (rates.empty())
        return 1;
    const double rate = bench::median(rates);
    const double ratio = bench::median(ratios);
    bench::Report report(QStringLiteral("carriers"));
    report.figure(QStringLiteral("inFlight"), inFlight);
    report.figure(QStringLiteral("operationsPerSecond"), rate);
    report.figure(QStringLiteral("bareWindowedRoundTripsPerSecond"), bench::median(bareRates));
    report.figure(QStringLiteral("ratio"), ratio);
    report.gateAtLeast(QStringLiteral("goal"), std::max(rate / leastRate, ratio / leastRatio), 1);
    report.print();
    return 0;
}
