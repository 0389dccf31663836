// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/virtualpeer.h"

#include "simulator/node.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr int closeNotUtf8 = 1007; // RFC 6455 §7.4.1

} // namespace

VirtualPeer::VirtualPeer(const Services &services, Node &node, const PeerConfig &config)
    : m_services(services), m_node(node), m_config(config)
{
    // The configuration's reader has checked the rules.
    if (auto rules = peering::Rules::fromJson(config.rules))
        m_freshRules = std::move(*rules);
}

VirtualPeer::~VirtualPeer()
{
    stop();
}

void VirtualPeer::connect()
{
    if (m_isStopped || m_connection)
        return;
    Connection::Opening opening;
    opening.id = m_config.connectionId;
    opening.app = u"virtual peer"_s;
    opening.peerAddress = u"127.0.0.1"_s;
    if (const PointConfig *point = m_services.config.point(m_config.point)) {
        opening.side = Side::Token;
        opening.point = point;
    } else if (const UserConfig *user = m_services.config.user(m_config.user)) {
        opening.side = Side::User;
        opening.session = m_services.sessions.openForPeer(*user, m_node.name().site);
        opening.ownsSession = true;
    }
    m_rules = m_freshRules;
    m_isReading = true;
    m_unread = 0;
    m_connection = m_node.attach(std::move(opening), *this);
    if (!m_connection)
        return;
    QList<Json> keys;
    for (const QString &capability : m_config.capabilities)
        keys.append(Json::object({{u"key"_s, Json(capability)}}));
    m_connection->onText(
        protocol::writeFrame(u"setup", Json::object({{u"qid"_s, Json(1)}, {u"capabilities"_s, Json::array(std::move(keys))}})));
}

void VirtualPeer::stop()
{
    m_isStopped = true;
    m_reconnect.cancel();
    leave();
}

void VirtualPeer::start()
{
    m_isStopped = false;
    connect();
}

void VirtualPeer::later(std::chrono::milliseconds delay, std::function<void()> task)
{
    const auto token = std::make_shared<core::Scheduler::Token>(0);
    *token = m_services.scheduler.after(delay, [this, token, task = std::move(task)] {
        m_timers.erase(*token);
        task();
    });
    m_timers.insert(*token);
}

void VirtualPeer::sendText(const QByteArray &text)
{
    if (!m_isReading) {
        m_unread += text.size();
        return;
    }
    later(std::chrono::milliseconds(0), [this, text] { receive(text); });
}

void VirtualPeer::ping(quint64 number)
{
    later(std::chrono::milliseconds(0), [this, number] {
        if (m_connection && m_isReading)
            m_connection->onPong(number);
    });
}

void VirtualPeer::receive(const QByteArray &text)
{
    if (!text.isValidUtf8() && m_connection && m_isReading) {
        // As RFC 6455 §8.1 asks of whoever gets such a text.
        const auto connection = m_connection;
        close(closeNotUtf8, {});
        connection->onClosed();
        return;
    }
    const auto frame = protocol::parseFrame(text);
    if (!frame || !m_connection || !m_isReading || frame->method == "setup_result"_L1)
        return;
    const auto actions = m_rules.react(*frame, m_services.random);
    for (const peering::Action &action : actions) {
        if (action.delay.count() > 0)
            later(action.delay, [this, action] { act(action); });
        else
            act(action);
    }
}

void VirtualPeer::act(const peering::Action &action)
{
    const auto connection = m_connection;
    if (!connection)
        return;
    switch (action.kind) {
    case peering::Action::Kind::Send:
        connection->onText(action.text);
        break;
    case peering::Action::Kind::StopReading:
        m_isReading = false;
        break;
    case peering::Action::Kind::Close:
        close(action.closeCode, {});
        connection->onClosed();
        break;
    }
}

void VirtualPeer::close(int, const QString &)
{
    leave();
    if (!m_isStopped)
        m_reconnect.arm(m_services.scheduler, std::chrono::milliseconds(m_services.config.limits.peerReconnectMs), [this] { connect(); });
}

void VirtualPeer::abort()
{
    close(1006, {});
}

void VirtualPeer::leave()
{
    for (const auto token : m_timers)
        m_services.scheduler.cancel(token);
    m_timers.clear();
    m_connection.reset();
}

} // namespace signalbox::simulator
