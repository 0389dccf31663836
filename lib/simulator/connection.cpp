// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connection.h"

#include "simulator/connectionmethods.h"
#include "simulator/node.h"
#include "simulator/subscriptions.h"

#include <cmath>

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::operation::Direction;
using signalbox::operation::Outcome;

namespace signalbox::simulator {

namespace {

constexpr int closePolicy = 1008; // RFC 6455 §7.4.1
constexpr int closeTryLater = 1013;

} // namespace

Connection::Connection(const Services &services, Node &node, Opening opening, Transport &transport)
    : m_services(services), m_node(node), m_opening(std::move(opening)), m_hasGivenId(!m_opening.id.isEmpty()), m_transport(&transport),
      m_deliveries(services.scheduler, services.random, services.config.dialect)
{
    if (m_opening.id.isEmpty())
        m_opening.id = services.random.uuid();
}

void Connection::open()
{
    if (session()) {
        putRegistration();
        return;
    }
    m_loginDeadline.arm(m_services.scheduler, std::chrono::milliseconds(m_services.config.limits.loginTimeoutMs),
                        [this] { close(closePolicy, u"No login"_s, Reason::UnregisterContact); });
}

void Connection::onText(QByteArrayView text)
{
    if (!m_transport)
        return;
    if (FaultGate *gate = this->gate())
        gate->in(text);
    else
        passIn(text);
}

void Connection::passIn(QByteArrayView text)
{
    if (!m_transport)
        return;
    m_unansweredPings = 0;
    if (session())
        m_services.sessions.touch(*session());
    core::JsonLimits limits = protocol::frameLimits;
    limits.bytes = m_services.config.limits.frameBytes;
    auto frame = protocol::parseFrame(text, limits);
    if (!frame) {
        // There is no method that could be answered.
        send(protocol::writeFrame(m_services.config.dialect.errorMethod,
                                  Json::object({{u"result"_s, Json(u"error"_s)}, {u"errormsg"_s, Json(frame.error().message)}})));
        return;
    }
    if (frame->method.endsWith(m_services.config.dialect.resultSuffix)) {
        m_deliveries.settle(*std::move(frame));
        return;
    }
    ConnectionMethods(*this).handle(*frame);
}

void Connection::onPong(quint64 number)
{
    if (!m_transport)
        return;
    if (FaultGate *gate = this->gate())
        gate->pong(number);
    else
        passPong(number);
}

void Connection::passPong(quint64 number)
{
    m_unansweredPings = 0;
    m_deliveries.onPong(number);
}

void Connection::onClosed()
{
    if (m_transport)
        end(m_why);
}

void Connection::close(int code, const QString &reason, Reason why)
{
    if (!m_transport)
        return;
    Transport *transport = m_transport;
    const auto keep = shared_from_this();
    if (m_gate)
        m_gate->flush();
    end(why);
    transport->close(code, reason);
}

void Connection::abandon()
{
    Transport *transport = std::exchange(m_transport, nullptr);
    if (m_gate)
        m_gate->stop();
    m_loginDeadline.cancel();
    if (session() && m_opening.ownsSession && !session()->isClosed)
        m_services.sessions.letExpire(*session(), m_services.config.dialect.websocktempLingerS);
    m_deliveries.failAll(Outcome::failure(u"not_active"_s, u"The node that holds the connection is gone"_s));
    if (transport)
        transport->abort();
}

void Connection::end(Reason why)
{
    const auto keep = shared_from_this();
    m_transport = nullptr;
    if (m_gate)
        m_gate->stop();
    m_loginDeadline.cancel();
    m_services.subscriptions.removeAll(this);
    m_services.registrar.remove(id(), why);
    if (session() && m_opening.ownsSession && !session()->isClosed)
        m_services.sessions.letExpire(*session(), m_services.config.dialect.websocktempLingerS);
    m_node.detach(*this);
    m_deliveries.failAll(Outcome::failure(u"not_active"_s, u"The connection was lost"_s));
}

FaultGate *Connection::gate()
{
    if (!m_gate && m_services.faults.isAbout(FaultRule::About::Frames)) {
        const NodeName &node = m_node.name();
        const QString identity =
            m_hasGivenId ? id() : u"%1/%2/%3"_s.arg(node.site, node.node, point() ? u"point/"_s + point()->code : u"user"_s);
        m_gate = std::make_unique<FaultGate>(m_services.faults, m_services.clock, m_services.scheduler,
                                             static_cast<FaultGate::Sides &>(*this), identity, m_services.config.limits.queueBytes);
    }
    return m_gate.get();
}

FaultEvent Connection::faultEvent() const
{
    FaultEvent event;
    event.site = m_node.name().site;
    event.node = m_node.name().node;
    event.connection = id();
    if (point())
        event.point = point()->code;
    else if (session())
        event.user = session()->login;
    for (const Capability &capability : m_capabilities) {
        if (capability.error.isEmpty())
            event.capabilities.append(capability.key);
    }
    return event;
}

void Connection::passOut(const QByteArray &text)
{
    if (m_transport)
        m_transport->sendText(text);
}

void Connection::passPing(quint64 number)
{
    if (m_transport)
        m_transport->ping(number);
}

void Connection::ping(quint64 number)
{
    if (FaultGate *gate = this->gate())
        gate->ping(number);
    else
        passPing(number);
}

void Connection::setReading(bool isOn)
{
    if (m_transport)
        m_transport->setReading(isOn);
}

void Connection::closeByFault(int code, const QString &reason)
{
    Transport *transport = m_transport;
    if (!transport)
        return;
    end(Reason::UnregisterContact);
    transport->close(code, reason);
}

void Connection::resetByFault()
{
    Transport *transport = m_transport;
    if (!transport)
        return;
    end(m_why);
    transport->reset();
}

void Connection::send(const QByteArray &text, const QString &capability)
{
    if (!m_transport)
        return;
    FaultGate *const gate = this->gate();
    if (m_transport->queuedBytes() + (gate ? gate->queuedBytes() : 0) + text.size() > m_services.config.limits.queueBytes) {
        // A peer that does not read cannot be told so either.
        Transport *transport = m_transport;
        end(Reason::UnregisterContact);
        transport->close(closeTryLater, u"Reading too slowly"_s);
        return;
    }
    if (gate)
        gate->out(text, capability);
    else
        passOut(text);
}

bool Connection::holds(QStringView capability) const
{
    return std::any_of(m_capabilities.begin(), m_capabilities.end(),
                       [capability](const Capability &each) { return each.error.isEmpty() && each.key == capability; });
}

QString Connection::refusalOf(const QString &key) const
{
    if (!m_services.extensions.isKnown(side(), key))
        return u"Unknown capability"_s;
    const UserConfig *user = point() ? nullptr : m_services.config.user(session()->login);
    const QStringList allowed = point() ? point()->capabilities : user ? user->capabilities : QStringList();
    return allowed.contains(key) ? QString() : u"Access denied by IAM (route not found)"_s;
}

void Connection::grant()
{
    for (Capability &capability : m_capabilities)
        capability.error = refusalOf(capability.key);
}

const QList<Connection::Capability> &Connection::setUp(const QStringList &keys)
{
    m_capabilities.clear();
    for (const QString &key : keys)
        m_capabilities.append({key, {}});
    m_isSetUp = true;
    if (session()) {
        grant();
        putRegistration();
    }
    return m_capabilities;
}

void Connection::logIn(SessionPtr newSession, bool ownsSession)
{
    m_loginDeadline.cancel();
    m_opening.session = std::move(newSession);
    m_opening.ownsSession = ownsSession;
    m_node.joinSession(*this);
    grant();
    putRegistration();
}

void Connection::putRegistration()
{
    Registration registration;
    registration.connectionId = id();
    registration.sessionId = session()->id;
    registration.side = side();
    registration.ownerId = session()->ownerId;
    registration.login = session()->login;
    registration.holder = m_node.name();
    for (const Capability &capability : std::as_const(m_capabilities)) {
        if (capability.error.isEmpty())
            registration.capabilities.append(capability.key);
    }
    registration.app = m_opening.app;
    registration.peerAddress = m_opening.peerAddress;
    registration.peerPort = m_opening.peerPort;
    m_services.registrar.put(registration);
}

void Connection::renew()
{
    if (!m_transport || !session())
        return;
    if (m_opening.ownsSession) // it is in use as long as its connection answers pings
        m_services.sessions.setTtl(*session(), session()->ttlS);
    if (!m_services.registrar.renew(id()))
        putRegistration();
}

void Connection::keepAlive()
{
    if (!m_transport)
        return;
    if (m_unansweredPings >= m_services.config.dialect.pingsMissed) {
        Transport *transport = m_transport;
        const auto keep = shared_from_this();
        end(Reason::ExpiredContact);
        transport->abort();
        return;
    }
    ++m_unansweredPings;
    ping(m_deliveries.nextPing());
}

std::optional<Outcome> Connection::refusalOfSize(const QByteArray &text) const
{
    const qint64 most = m_services.config.limits.frameBytes;
    if (text.size() <= most)
        return {};
    return Outcome::failure(u"too_large"_s, u"The message has %1 bytes; at most %2 are sent"_s.arg(text.size()).arg(most));
}

void Connection::deliver(const operation::SendMessage &message, Deliveries::Done done)
{
    const auto refuse = [&done](const QString &code, const QString &text) {
        done(Outcome::failure(code, text));
    };
    const core::Dialect &dialect = m_services.config.dialect;
    if (!m_transport)
        return refuse(u"not_active"_s, u"The connection is closed"_s);
    if (dialect.directionChecked && (message.direction == Direction::UserApiEvent) != (side() == Side::User))
        return refuse(u"wrong_direction"_s,
                      side() == Side::User ? u"The connection belongs to the user API"_s : u"The connection belongs to the token API"_s);
    if (dialect.directionChecked && message.direction == Direction::TokenPluginEvent &&
        !m_services.extensions.isPlugin(side(), message.capability))
        return refuse(u"wrong_direction"_s, u"“%1” is not a plug-in of the token API"_s.arg(message.capability));
    if (dialect.capabilityChecked && !holds(message.capability))
        return refuse(u"no_capability"_s, u"The connection does not hold “%1”"_s.arg(message.capability));

    const auto frames = m_node.frames().of(message);
    if (!frames)
        return refuse(frames.error().code, frames.error().message);
    const MessageFrames::Message frame = **frames; // what an earlier wait starts may send, too
    const auto timeout = std::chrono::milliseconds(static_cast<qint64>(std::ceil(message.timeoutS * 1000)));
    const auto keep = shared_from_this();
    if (message.wait && frame.isRequest) {
        const quint64 number = m_deliveries.awaitAnswer(message.event, timeout, std::move(done), frame.ownQid);
        const QByteArray text = frame.request(m_deliveries.qidOf(number));
        if (const auto tooLarge = refusalOfSize(text))
            m_deliveries.fail(number, *tooLarge);
        else
            send(text, message.capability); // the answer, the time or the connection's end settles it
        return;
    }
    if (const auto tooLarge = refusalOfSize(frame.plain))
        return done(*tooLarge);
    send(frame.plain, message.capability);
    if (!m_transport)
        return refuse(u"not_active"_s, u"The connection was lost while the message was sent"_s);
    if (!message.wait)
        return done(Outcome::success());
    if (!dialect.confirmByPing)
        return done(Outcome::success(dialect.confirmedResult));
    ping(m_deliveries.awaitPong(timeout, std::move(done)));
}

} // namespace signalbox::simulator
