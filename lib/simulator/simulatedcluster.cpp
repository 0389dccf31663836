// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulatedcluster.h"

#include "simulator/nodeservers.h"

#include <QCoreApplication>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

// Peers get so long to answer our close frames; what is open then is cut.
constexpr auto closeTime = std::chrono::milliseconds(200);
constexpr auto closeStep = std::chrono::milliseconds(2);
// The loop has run out of work long before; this is for the case that it has not.
constexpr auto stopTime = std::chrono::seconds(4);

constexpr int tokenBytes = 16;

} // namespace

class SimulatedCluster::Private
{
public:
    explicit Private(ClusterConfig given) : config(std::move(given)) {}

    core::Result<void> open();
    void run();
    void endInGoodOrder();
    /// Cuts all once the peers have closed their side, at the latest at the deadline.
    void waitForPeers(std::chrono::steady_clock::time_point deadline);
    /// Runs a task on the loop's thread and waits for it.
    core::Result<void> call(const std::function<core::Result<void>()> &task);

    // In the order of their making; the loop goes before the state, since its handlers hold what belongs there.
    ClusterConfig config;
    core::SystemClock systemClock;
    std::unique_ptr<OffsetClock> clock;
    core::SystemRandom random;
    std::unique_ptr<Loop> loop;
    std::unique_ptr<AsioScheduler> scheduler;
    std::unique_ptr<ClusterState> state;
    std::unique_ptr<NodeServers> servers;
    std::unique_ptr<boost::asio::executor_work_guard<Loop::executor_type>> work;
    std::unique_ptr<boost::asio::steady_timer> closing;
    std::thread thread;
    std::promise<void> ended;
    QList<NodeAddress> addresses;
    ControlAddress control;
};

core::Result<void> SimulatedCluster::Private::open()
{
    loop = std::make_unique<Loop>(1); // one thread
    clock = std::make_unique<OffsetClock>(systemClock);
    scheduler = std::make_unique<AsioScheduler>(*loop);
    state = std::make_unique<ClusterState>(config, *clock, *scheduler, random);
    if (const auto prepared = state->prepare(); !prepared)
        return prepared;
    if (config.control)
        control.token = config.control->token.isEmpty() ? random.hex(tokenBytes) : config.control->token;
    servers = std::make_unique<NodeServers>(*loop, config, *state, *clock, *scheduler, control.token);
    if (const auto opened = servers->open(); !opened)
        return opened;
    const auto nodes = servers->nodes();
    for (const NodeState &node : nodes)
        addresses.append({node.name.site, node.name.node, node.url});
    if (config.control)
        control.url = servers->controlUrl();
    state->connectPeers();
    return {};
}

void SimulatedCluster::Private::run()
{
    // A conversation answers within microseconds: where there is a processor for it, looking again for a moment is cheaper than to
    // sleep and be woken. It ends with the conversation.
    const auto lookAgain = std::chrono::microseconds(std::thread::hardware_concurrency() > 1 ? 60 : 0);
    auto busyUntil = std::chrono::steady_clock::now();
    while (!loop->stopped()) {
        if (loop->poll() > 0)
            busyUntil = std::chrono::steady_clock::now() + lookAgain;
        else if (std::chrono::steady_clock::now() >= busyUntil && loop->run_one() > 0)
            busyUntil = std::chrono::steady_clock::now() + lookAgain;
    }
    ended.set_value();
}

core::Result<void> SimulatedCluster::Private::call(const std::function<core::Result<void>()> &task)
{
    if (!thread.joinable())
        return core::fail(u"not_running"_s, QCoreApplication::translate("SimulatedCluster", "The cluster is not running."));
    std::promise<core::Result<void>> done;
    boost::asio::post(*loop, [&task, &done] { done.set_value(task()); });
    return done.get_future().get();
}

void SimulatedCluster::Private::endInGoodOrder()
{
    servers->stopListening();
    state->shutDown();
    scheduler->stop();
    work->reset();
    closing = std::make_unique<boost::asio::steady_timer>(*loop);
    waitForPeers(std::chrono::steady_clock::now() + closeTime);
}

void SimulatedCluster::Private::waitForPeers(std::chrono::steady_clock::time_point deadline)
{
    if (servers->openCount() == 0 || std::chrono::steady_clock::now() >= deadline)
        return servers->closeAll();
    closing->expires_after(closeStep);
    closing->async_wait([this, deadline](const boost::system::error_code &) { waitForPeers(deadline); });
}

SimulatedCluster::SimulatedCluster(ClusterConfig config) : d(std::make_unique<Private>(std::move(config)))
{}

SimulatedCluster::~SimulatedCluster()
{
    stop();
}

core::Result<void> SimulatedCluster::start()
{
    if (d->thread.joinable())
        return core::fail(u"config"_s, QCoreApplication::translate("SimulatedCluster", "The cluster has been started already."));
    d->ended = {};
    if (const auto opened = d->open(); !opened) {
        stop();
        return opened;
    }
    d->work = std::make_unique<boost::asio::executor_work_guard<Loop::executor_type>>(d->loop->get_executor());
    d->thread = std::thread([this] { d->run(); });
    return {};
}

void SimulatedCluster::stop()
{
    if (d->thread.joinable()) {
        boost::asio::post(*d->loop, [this] { d->endInGoodOrder(); });
        if (d->ended.get_future().wait_for(stopTime) != std::future_status::ready)
            d->loop->stop();
        d->thread.join();
    }
    if (d->scheduler)
        d->scheduler->stop();
    d->work.reset();
    d->closing.reset();
    // Handlers that are left hold uploads and connections, which belong to the state, and answer by the servers' services; the state's
    // deadlines belong to the scheduler.
    if (d->servers)
        d->servers->dropListeners();
    d->loop.reset();
    d->servers.reset();
    d->state.reset();
    d->scheduler.reset();
    d->clock.reset();
    d->addresses.clear();
    d->control = {};
}

const ClusterConfig &SimulatedCluster::config() const
{
    return d->config;
}

QList<NodeAddress> SimulatedCluster::nodes() const
{
    return d->addresses;
}

ControlAddress SimulatedCluster::control() const
{
    return d->control;
}

core::Result<void> SimulatedCluster::stopNode(const QString &site, const QString &node)
{
    return d->call([&] { return d->servers->stopNode({site, node}); });
}

core::Result<void> SimulatedCluster::killNode(const QString &site, const QString &node)
{
    return d->call([&] { return d->servers->killNode({site, node}); });
}

core::Result<void> SimulatedCluster::startNode(const QString &site, const QString &node)
{
    return d->call([&] { return d->servers->startNode({site, node}); });
}

core::Result<void> SimulatedCluster::advanceClock(std::chrono::milliseconds by)
{
    return d->call([&] { return d->servers->advanceClock(by); });
}

core::Result<void> SimulatedCluster::setFaults(const core::Json &rules)
{
    return d->call([&] { return d->servers->setFaults(rules); });
}

core::Result<core::Json> SimulatedCluster::faults() const
{
    core::Json rules;
    const auto asked = d->call([&]() -> core::Result<void> {
        rules = d->servers->faults();
        return {};
    });
    return asked ? core::Result<core::Json>(rules) : tl::unexpected(asked.error());
}

} // namespace signalbox::simulator
