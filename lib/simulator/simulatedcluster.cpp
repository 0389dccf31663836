// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulatedcluster.h"

#include "simulator/asioscheduler.h"
#include "simulator/clusterstate.h"
#include "simulator/listener.h"

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

/// The address under which a listener on this one is reached from here.
QString reachable(const QString &listen)
{
    return listen == "0.0.0.0"_L1 ? u"127.0.0.1"_s : listen == "::"_L1 ? u"::1"_s : listen;
}

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
    void cutAll();
    /// Runs a task on the loop's thread and waits for it.
    void call(const std::function<void()> &task);

    // In the order of their making; the loop goes before the state, since its handlers hold what belongs there.
    ClusterConfig config;
    core::SystemClock clock;
    core::SystemRandom random;
    std::unique_ptr<Loop> loop;
    std::unique_ptr<AsioScheduler> scheduler;
    std::unique_ptr<ClusterState> state;
    std::vector<std::unique_ptr<Listener>> listeners; // one for each node
    std::unique_ptr<boost::asio::executor_work_guard<Loop::executor_type>> work;
    std::unique_ptr<boost::asio::steady_timer> closing;
    std::thread thread;
    std::promise<void> ended;
    QList<NodeAddress> addresses;
};

core::Result<void> SimulatedCluster::Private::open()
{
    loop = std::make_unique<Loop>(1); // one thread
    scheduler = std::make_unique<AsioScheduler>(*loop);
    state = std::make_unique<ClusterState>(config, clock, *scheduler, random);
    if (const auto prepared = state->prepare(); !prepared)
        return prepared;
    for (int i = 0; i < state->nodeCount(); ++i) {
        Node &node = state->node(i);
        auto listener = std::make_unique<Listener>(*loop, node);
        const auto port = static_cast<quint16>(config.port == 0 ? 0 : config.port + i);
        if (const auto opened = listener->open(config.listen, port); !opened)
            return opened;
        QUrl url;
        url.setScheme(u"http"_s);
        url.setHost(reachable(config.listen));
        url.setPort(listener->port());
        addresses.append({node.name().site, node.name().node, url});
        listeners.push_back(std::move(listener));
    }
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

void SimulatedCluster::Private::call(const std::function<void()> &task)
{
    std::promise<void> done;
    boost::asio::post(*loop, [&task, &done] {
        task();
        done.set_value();
    });
    done.get_future().wait();
}

void SimulatedCluster::Private::endInGoodOrder()
{
    for (const auto &listener : listeners)
        listener->stopListening();
    state->shutDown();
    scheduler->stop();
    work->reset();
    closing = std::make_unique<boost::asio::steady_timer>(*loop);
    waitForPeers(std::chrono::steady_clock::now() + closeTime);
}

void SimulatedCluster::Private::waitForPeers(std::chrono::steady_clock::time_point deadline)
{
    const bool isOpen = std::any_of(listeners.begin(), listeners.end(), [](const auto &listener) { return listener->openCount() > 0; });
    if (!isOpen || std::chrono::steady_clock::now() >= deadline)
        return cutAll();
    closing->expires_after(closeStep);
    closing->async_wait([this, deadline](const boost::system::error_code &) { waitForPeers(deadline); });
}

void SimulatedCluster::Private::cutAll()
{
    for (const auto &listener : listeners)
        listener->closeAll();
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
    d->listeners.clear();
    // Handlers that are left hold uploads and connections, which belong to the state; the state's deadlines belong to the scheduler.
    d->loop.reset();
    d->state.reset();
    d->scheduler.reset();
    d->addresses.clear();
}

const ClusterConfig &SimulatedCluster::config() const
{
    return d->config;
}

QList<NodeAddress> SimulatedCluster::nodes() const
{
    return d->addresses;
}

core::Result<void> SimulatedCluster::killNode(const QString &site, const QString &node)
{
    core::Result<void> result = core::fail(
        u"not_found"_s, QCoreApplication::translate("SimulatedCluster", "There is no node \"%2\" on a site \"%1\".").arg(site, node));
    if (!d->thread.joinable())
        return result;
    d->call([&] {
        for (int i = 0; i < d->state->nodeCount(); ++i) {
            Node &each = d->state->node(i);
            if (each.name() != NodeName{site, node})
                continue;
            d->state->crash(each);
            d->listeners.at(static_cast<std::size_t>(i))->closeAll();
            result = {};
        }
    });
    return result;
}

} // namespace signalbox::simulator
