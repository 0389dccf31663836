// SPDX-License-Identifier: GPL-3.0-or-later
// 5,000 open connections: how many deliveries with answer a second the simulated cluster makes beside the echoes of a bare Beast server and
// of a bare npm ws server, each a process of its own under the same load, and what a connection costs the cluster in memory.
//   A delivery is one message to the client and one back; an echo is one from the client and one back. 64 are in flight, each connection
//   has a row of them, then comes the next connection. Deliveries are made by scenarios on the cluster: a chain of component 144.
#include "beastecho.h"
#include "bench/report.h"
#include "wsload.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

#include <sys/resource.h>

using namespace signalbox;

namespace {

constexpr double leastShareOfBeast = 0.6;
constexpr double mostBytes = 12'000;
constexpr std::size_t inFlight = 64;
constexpr int chain = 50; ///< messages in a row on one connection
constexpr int startTimeMs = 20'000;
constexpr int roundTimeS = 120;
const char *const message = R"(["ask",{"text":"Hello, this is about as long as a greeting","qid":"12345678-123456"}])";

/// A server as a child process; its standard input's end stops it.
class Server final
{
public:
    Server(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        if (!m_process.waitForStarted(startTimeMs))
            return;
        while (!m_process.canReadLine() && m_process.waitForReadyRead(startTimeMs)) {
        }
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        m_process.terminate();
        if (!m_process.waitForFinished(startTimeMs))
            m_process.kill();
        m_process.waitForFinished();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    bool isReady() const { return !m_ready.isEmpty(); }
    const QJsonObject &ready() const { return m_ready; }

    /// Resident memory in bytes.
    double memory() const
    {
        QFile statm(QStringLiteral("/proc/%1/statm").arg(m_process.processId()));
        if (!statm.open(QIODevice::ReadOnly))
            return 0;
        return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
    }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

/// Echoes of one round; seconds, or 0 when it failed.
double echoes(bench::WsLoad &load, std::size_t rows)
{
    std::vector<int> left(load.size(), 0);
    std::size_t begun = 0;
    std::size_t ended = 0;
    const auto begin = [&] {
        const std::size_t connection = begun++ % load.size();
        left[connection] = chain;
        load.send(connection, message);
    };
    QElapsedTimer timer;
    timer.start();
    while (begun < std::min(inFlight, rows))
        begin();
    const bool sound = load.run(
        [&](std::size_t connection, std::string_view) {
            if (--left[connection] > 0) {
                load.send(connection, message);
                return;
            }
            if (begun < rows)
                begin();
            if (++ended == rows)
                load.stop();
        },
        roundTimeS);
    return sound ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
}

/// The cluster's clients: an external system many times over, and one connection that starts scenarios.
class Cluster final
{
public:
    /// Sets all connections up and learns their ids.
    bool open(const QJsonObject &ready, std::size_t count)
    {
        const QUrl url(ready[QLatin1String("nodes")][0][QLatin1String("url")].toString());
        const auto port = static_cast<std::uint16_t>(url.port());
        if (!m_load.open(port, pathOf(ready, "crm"), count) || !m_load.open(port, pathOf(ready, "svc"), 1))
            return false;
        m_starter = count;
        for (std::size_t i = 0; i <= count; ++i) {
            m_load.send(i, i == count ? R"(["setup",{"qid":1,"capabilities":[{"key":"svcscript"}]}])"
                                      : R"(["setup",{"qid":1,"capabilities":[{"key":"msg"}]}])");
            m_load.send(i, R"(["connection_info",{"qid":2}])");
        }
        m_ids.resize(count);
        std::size_t known = 0;
        return m_load.run(
            [&](std::size_t connection, std::string_view text) {
                constexpr std::string_view key = R"("connectionid":")";
                const std::size_t at = text.find(key);
                if (at == std::string_view::npos)
                    return;
                if (connection < count)
                    m_ids[connection] = text.substr(at + key.size(), 36);
                if (++known == count + 1)
                    m_load.stop();
            },
            roundTimeS);
    }

    /// Deliveries of one round; seconds, or 0 when it failed.
    double deliveries(std::size_t rows)
    {
        std::size_t begun = 0;
        std::size_t ended = 0;
        std::size_t good = 0;
        std::string out;
        const auto begin = [&] {
            out = R"(["start_svcscript",{"qid":)" + std::to_string(begun) + R"(,"code":"chain","timeout":60000,"startparam1":")";
            out.append(m_ids[begun++ % m_ids.size()]).append(R"("}])");
            m_load.send(m_starter, out);
        };
        QElapsedTimer timer;
        timer.start();
        while (begun < std::min(inFlight, rows))
            begin();
        const bool sound = m_load.run(
            [&](std::size_t connection, std::string_view text) {
                if (text.starts_with(R"(["ask",)")) {
                    // Every request is the same but for its qid, the last member.
                    out = R"(["ask_result",{"result":"ok",)";
                    out.append(text.substr(text.rfind(R"("qid":)")));
                    m_load.send(connection, out);
                    return;
                }
                if (connection != m_starter)
                    return;
                const bool isGood = text.find(R"("outcome":"success")") != std::string_view::npos;
                if (!isGood && good == ended)
                    std::fprintf(stderr, "a scenario did not succeed: %.*s\n", static_cast<int>(text.size()), text.data());
                good += isGood ? 1 : 0;
                if (begun < rows)
                    begin();
                if (++ended == rows)
                    m_load.stop();
            },
            roundTimeS);
        return sound && good == rows ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : 0;
    }

private:
    static std::string pathOf(const QJsonObject &ready, const char *point)
    {
        const QJsonArray points = ready[QLatin1String("integrationPoints")].toArray();
        for (const auto each : points) {
            if (each[QLatin1String("code")].toString() == QLatin1String(point))
                return "/ws/token/v1/" + each[QLatin1String("token")].toString().toStdString();
        }
        return {};
    }

    bench::WsLoad m_load;
    std::size_t m_starter = 0;
    std::vector<std::string> m_ids;
};

QJsonObject argument(int kind, int type, const QString &value)
{
    return {{QStringLiteral("argType"), kind}, {QStringLiteral("varType"), type}, {QStringLiteral("value"), value}};
}

QJsonObject variable(const QString &name)
{
    return {{QStringLiteral("id"), name}, {QStringLiteral("name"), name}, {QStringLiteral("type"), 2}, {QStringLiteral("location"), 0}};
}

/// Start, a chain of websock components to the connection that startparam1 names, an assignment that says so when all went well, stop.
QJsonObject chainScenario()
{
    QJsonArray objects{QJsonObject{{QStringLiteral("oId"), 1},
                                   {QStringLiteral("oType"), 101},
                                   {QStringLiteral("type"), 0},
                                   {QStringLiteral("startParam"), QStringLiteral("conn")},
                                   {QStringLiteral("defineVars"), 1},
                                   {QStringLiteral("transfer"), 10}}};
    for (int i = 0; i < chain; ++i)
        objects.append(QJsonObject{
            {QStringLiteral("oId"), 10 + i},
            {QStringLiteral("oType"), 144},
            {QStringLiteral("operation"), 0},
            {QStringLiteral("conn"), argument(2, 2, QStringLiteral("conn"))},
            {QStringLiteral("direction"), 0},
            {QStringLiteral("capabilityName"), argument(1, 2, QStringLiteral("msg"))},
            {QStringLiteral("eventName"), argument(1, 2, QStringLiteral("ask"))},
            {QStringLiteral("content"), argument(1, 2, QStringLiteral(R"({"text":"Hello, this is about as long as a greeting"})"))},
            {QStringLiteral("syncMode"), 1},
            {QStringLiteral("timeoutSec"), argument(1, 1, QStringLiteral("30"))},
            {QStringLiteral("resultVariable"), QStringLiteral("answer")},
            {QStringLiteral("errorVariable"), QStringLiteral("outcome")},
            {QStringLiteral("transfer"), i + 1 < chain ? 11 + i : 2},
            {QStringLiteral("transferTimeout"), 3},
            {QStringLiteral("transferError"), 3}});
    objects.append(QJsonObject{{QStringLiteral("oId"), 2},
                               {QStringLiteral("oType"), 106},
                               {QStringLiteral("mode"), 0},
                               {QStringLiteral("variable"), QStringLiteral("outcome")},
                               {QStringLiteral("value"), argument(1, 2, QStringLiteral("success"))},
                               {QStringLiteral("transfer"), 3}});
    objects.append(QJsonObject{{QStringLiteral("oId"), 3}, {QStringLiteral("oType"), 102}});
    return {{QStringLiteral("code"), QStringLiteral("chain")},
            {QStringLiteral("scriptdata"),
             QJsonObject{{QStringLiteral("objects"), objects},
                         {QStringLiteral("variables"), QJsonArray{variable(QStringLiteral("conn")), variable(QStringLiteral("answer")),
                                                                  variable(QStringLiteral("outcome"))}}}}};
}

/// The demo cluster without peers, with the scenario.
bool writeConfig(const QString &path)
{
    QFile demo(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/clusters/demo.json"));
    QFile file(path);
    if (!demo.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly))
        return false;
    QJsonObject config = QJsonDocument::fromJson(demo.readAll()).object();
    config.remove(QStringLiteral("peers"));
    QJsonArray plugins = config[QStringLiteral("plugins")].toArray();
    for (QJsonValueRef each : plugins) { // found beside the file otherwise
        QJsonObject plugin = each.toObject();
        plugin.remove(QStringLiteral("description"));
        each = plugin;
    }
    config[QStringLiteral("plugins")] = plugins;
    config[QStringLiteral("scripts")] = QJsonArray{chainScenario()};
    return file.write(QJsonDocument(config).toJson()) > 0;
}

/// As many descriptors as may be: each child takes the limit over.
void raiseLimits()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::uint16_t portOf(const Server &server)
{
    return static_cast<std::uint16_t>(server.ready()[QLatin1String("port")].toInt());
}

int failed(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QLatin1String("--serve-echo")))
        return bench::serveEcho();
    const bool quick = bench::isQuick(argc, argv);
    const std::size_t count = quick ? 100 : 5000;
    const std::size_t rows = quick ? 100 : 1000; // short turns, so that a busy moment of the machine meets all
    const int rounds = quick ? 1 : 15;
    raiseLimits();
    std::signal(SIGPIPE, SIG_IGN);

    const QTemporaryDir folder;
    const QString config = folder.filePath(QStringLiteral("cluster.json"));
    if (!writeConfig(config))
        return failed("the configuration cannot be written");
    const Server cluster(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cluster"), {QStringLiteral("--config"), config});
    const Server beast(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve-echo")});
    const Server npm(QStringLiteral("node"), {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/bench/connections/echo.js")});
    if (!cluster.isReady() || !beast.isReady())
        return failed("a server does not start");

    const double idle = cluster.memory();
    Cluster clients;
    bench::WsLoad beastLoad;
    bench::WsLoad npmLoad;
    if (!clients.open(cluster.ready(), count) || !beastLoad.open(portOf(beast), "/", count))
        return failed("not all connections could be opened");
    const double open = cluster.memory();
    const bool hasNpm = npm.isReady() && npmLoad.open(portOf(npm), "/", count);

    std::vector<double> rates;
    std::vector<double> beastRates;
    std::vector<double> npmRates;
    std::vector<double> shares;
    std::vector<double> npmShares;
    const double total = static_cast<double>(rows) * chain;
    for (int round = -1; round < rounds; ++round) {
        const double echo = echoes(beastLoad, rows);
        const double delivery = clients.deliveries(rows);
        const double npmEcho = hasNpm ? echoes(npmLoad, rows) : 0;
        if (echo <= 0 || delivery <= 0)
            return failed("a round failed");
        if (round < 0)
            continue; // all are warm now
        rates.push_back(total / delivery);
        beastRates.push_back(total / echo);
        shares.push_back(rates.back() / beastRates.back());
        if (npmEcho > 0) {
            npmRates.push_back(total / npmEcho);
            npmShares.push_back(rates.back() / npmRates.back());
        }
    }
    const double perConnection = (open - idle) / static_cast<double>(count);
    bench::Report report(QStringLiteral("connections"));
    report.figure(QStringLiteral("connections"), static_cast<double>(count));
    report.figure(QStringLiteral("deliveriesPerSecond"), bench::median(rates));
    report.figure(QStringLiteral("beastEchoesPerSecond"), bench::median(beastRates));
    report.figure(QStringLiteral("npmEchoesPerSecond"), npmRates.empty() ? QJsonValue() : QJsonValue(bench::median(npmRates)));
    report.figure(QStringLiteral("shareOfNpm"), npmShares.empty() ? QJsonValue() : QJsonValue(bench::median(npmShares)));
    report.figure(QStringLiteral("bytesPerConnectionAfterLoad"), (cluster.memory() - idle) / static_cast<double>(count));
    report.gateAtLeast(QStringLiteral("shareOfBeast"), bench::median(shares), leastShareOfBeast);
    report.gateAtMost(QStringLiteral("bytesPerConnection"), perConnection, mostBytes);
    report.print();
    return 0;
}
