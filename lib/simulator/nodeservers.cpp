// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/nodeservers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto maxAdvance = std::chrono::hours(24 * 366);
constexpr auto localAddress = "127.0.0.1"_L1;

/// The address under which a listener on this one is reached from here.
QString reachable(const QString &listen)
{
    return listen == "0.0.0.0"_L1 ? QString(localAddress) : listen == "::"_L1 ? u"::1"_s : listen;
}

QUrl urlOf(const QString &scheme, const QString &address, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(address);
    url.setPort(port);
    return url;
}

} // namespace

NodeServers::NodeServers(Loop &loop, const ClusterConfig &config, ClusterState &state, OffsetClock &clock, AsioScheduler &scheduler,
                         const QString &controlToken)
    : m_loop(loop), m_config(config), m_state(state), m_clock(clock), m_scheduler(scheduler)
{
    for (int i = 0; i < state.nodeCount(); ++i)
        m_servers.push_back(std::make_unique<Server>(state.node(i)));
    if (config.control)
        m_controlApi = std::make_unique<ControlApi>(*this, controlToken);
}

core::Result<void> NodeServers::open()
{
    if (m_config.tls) {
        auto loaded = TlsContext::load(*m_config.tls);
        if (!loaded)
            return tl::unexpected(loaded.error());
        m_tls = std::move(*loaded);
    }
    for (std::size_t i = 0; i < m_servers.size(); ++i) {
        Server &server = *m_servers[i];
        if (const auto opened = listen(server, static_cast<quint16>(m_config.port == 0 ? 0 : m_config.port + i)); !opened)
            return opened;
        server.url = urlOf(m_tls ? u"https"_s : u"http"_s, reachable(m_config.listen), server.listener->port());
    }
    if (!m_controlApi)
        return {};
    m_control = std::make_shared<Listener>(m_loop, *m_controlApi, nullptr);
    return m_control->open(localAddress, m_config.control->port);
}

core::Result<void> NodeServers::listen(Server &server, quint16 port)
{
    auto listener = std::make_shared<Listener>(m_loop, server.api, m_tls.get());
    if (const auto opened = listener->open(m_config.listen, port); !opened)
        return opened;
    if (server.listener)
        server.listener->closeAll(); // peers that have not answered our close frames yet
    server.listener = std::move(listener);
    return {};
}

QUrl NodeServers::controlUrl() const
{
    return m_control ? urlOf(u"http"_s, localAddress, m_control->port()) : QUrl();
}

QList<NodeState> NodeServers::nodes() const
{
    QList<NodeState> list;
    for (const auto &server : m_servers)
        list.append({server->node.name(), server->url, server->node.isRunning()});
    return list;
}

core::Result<NodeServers::Server *> NodeServers::find(const NodeName &name, bool isRunning)
{
    for (const auto &server : m_servers) {
        if (server->node.name() != name)
            continue;
        if (server->node.isRunning() == isRunning)
            return server.get();
        return isRunning ? core::fail(u"not_running"_s,
                                      QCoreApplication::translate("SimulatedCluster", "The node \"%1\" of \"%2\" is not running.")
                                          .arg(name.node, name.site))
                         : core::fail(u"running"_s,
                                      QCoreApplication::translate("SimulatedCluster", "The node \"%1\" of \"%2\" is running already.")
                                          .arg(name.node, name.site));
    }
    return core::fail(
        u"not_found"_s,
        QCoreApplication::translate("SimulatedCluster", "There is no node \"%2\" on a site \"%1\".").arg(name.site, name.node));
}

core::Result<void> NodeServers::stopNode(const NodeName &name)
{
    const auto server = find(name, true);
    if (!server)
        return tl::unexpected(server.error());
    (*server)->listener->stopListening();
    m_state.stop((*server)->node);
    (*server)->listener->closeAllSoon();
    return {};
}

core::Result<void> NodeServers::killNode(const NodeName &name)
{
    const auto server = find(name, true);
    if (!server)
        return tl::unexpected(server.error());
    m_state.crash((*server)->node);
    (*server)->listener->closeAll();
    return {};
}

core::Result<void> NodeServers::startNode(const NodeName &name)
{
    const auto found = find(name, false);
    if (!found)
        return tl::unexpected(found.error());
    Server &server = **found;
    if (const auto opened = listen(server, server.listener->port()); !opened)
        return opened;
    m_state.start(server.node);
    return {};
}

core::Result<void> NodeServers::advanceClock(std::chrono::milliseconds by)
{
    if (by.count() < 1 || by > maxAdvance)
        return core::fail(u"bad_argument"_s,
                          QCoreApplication::translate("SimulatedCluster", "The clock moves on by 1 to %1 milliseconds, not by %2.")
                              .arg(std::chrono::milliseconds(maxAdvance).count())
                              .arg(by.count()));
    m_clock.advance(by);
    m_state.timeMoved();
    m_scheduler.advance(by);
    return {};
}

void NodeServers::stopListening()
{
    for (Listener *listener : listeners())
        listener->stopListening();
}

std::size_t NodeServers::openCount() const
{
    std::size_t count = 0;
    for (const Listener *listener : listeners())
        count += listener->openCount();
    return count;
}

void NodeServers::closeAll()
{
    for (Listener *listener : listeners())
        listener->closeAll();
}

void NodeServers::dropListeners()
{
    closeAll();
    for (const auto &server : m_servers)
        server->listener.reset();
    m_control.reset();
}

std::vector<Listener *> NodeServers::listeners() const
{
    std::vector<Listener *> all;
    for (const auto &server : m_servers) {
        if (server->listener)
            all.push_back(server->listener.get());
    }
    if (m_control)
        all.push_back(m_control.get());
    return all;
}

} // namespace signalbox::simulator
