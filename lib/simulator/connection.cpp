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
    : m_services(services), m_node(node), m_opening(std::move(opening)), m_transport(&transport),
      m_deliveries(services.scheduler, services.random)
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
    m_unansweredPings = 0;
    if (session())
        m_services.sessions.touch(*session());
    core::JsonLimits limits = protocol::frameLimits;
    limits.bytes = m_services.config.limits.frameBytes;
    const auto frame = protocol::parseFrame(text, limits);
    if (!frame) {
        // [A]: there is no method that could be answered, so the frame's name says that it is an error.
        send(protocol::writeFrame(u"error", Json::object({{u"result"_s, Json(u"error"_s)}, {u"errormsg"_s, Json(frame.error().message)}})));
        return;
    }
    if (frame->method.endsWith(protocol::resultSuffix)) {
        m_deliveries.settle(*frame);
        return;
    }
    ConnectionMethods(*this).handle(*frame);
}

void Connection::onPong(quint64 number)
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
    end(why);
    transport->close(code, reason);
}

void Connection::abandon()
{
    Transport *transport = std::exchange(m_transport, nullptr);
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
    m_loginDeadline.cancel();
    m_services.subscriptions.removeAll(this);
    m_services.registrar.remove(id(), why);
    if (session() && m_opening.ownsSession && !session()->isClosed)
        m_services.sessions.letExpire(*session(), m_services.config.dialect.websocktempLingerS);
    m_node.detach(*this);
    m_deliveries.failAll(Outcome::failure(u"not_active"_s, u"The connection was lost"_s));
}

void Connection::send(const QByteArray &text)
{
    if (!m_transport)
        return;
    if (m_transport->queuedBytes() + text.size() > m_services.config.limits.queueBytes) {
        // A peer that does not read cannot be told so either.
        Transport *transport = m_transport;
        end(Reason::UnregisterContact);
        transport->close(closeTryLater, u"Reading too slowly"_s);
        return;
    }
    m_transport->sendText(text);
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
    m_transport->ping(m_deliveries.nextPing());
}

void Connection::deliver(const operation::SendMessage &message, Deliveries::Done done)
{
    const auto refuse = [&done](const QString &code, const QString &text) {
        done(Outcome::failure(code, text));
    };
    if (!m_transport)
        return refuse(u"not_active"_s, u"The connection is closed"_s);
    if ((message.direction == Direction::UserApiEvent) != (side() == Side::User))
        return refuse(u"wrong_direction"_s,
                      side() == Side::User ? u"The connection belongs to the user API"_s : u"The connection belongs to the token API"_s);
    if (message.direction == Direction::TokenPluginEvent && !m_services.extensions.isPlugin(side(), message.capability))
        return refuse(u"wrong_direction"_s, u"“%1” is not a plug-in of the token API"_s.arg(message.capability));
    if (!holds(message.capability))
        return refuse(u"no_capability"_s, u"The connection does not hold “%1”"_s.arg(message.capability));

    const capability::Message *described = m_services.descriptions.find(message.capability, message.event);
    Json content;
    if (described && !described->isJson()) {
        content = Json(message.content);
    } else {
        const QByteArray text = message.content.toUtf8();
        auto read = core::readJson(text, protocol::frameLimits);
        if (!read)
            return refuse(u"bad_content"_s, u"The content is not JSON: %1 (line %2, column %3)"_s.arg(read.error().message)
                                                .arg(read.error().line)
                                                .arg(read.error().column));
        content = std::move(*read);
    }

    const bool isRequest =
        message.wait && content.isObject() && (described ? described->request : m_services.config.dialect.undeclaredIsRequest);
    const auto timeout = std::chrono::milliseconds(static_cast<qint64>(std::ceil(message.timeoutS * 1000)));
    QString qid;
    if (isRequest) {
        qid = m_deliveries.awaitAnswer(message.event, timeout, std::move(done));
        content.set(u"qid"_s, Json(qid));
    }
    const QByteArray text = protocol::writeFrame(message.event, content);
    if (text.size() > m_services.config.limits.frameBytes) {
        const auto tooLarge = Outcome::failure(
            u"too_large"_s, u"The message has %1 bytes; at most %2 are sent"_s.arg(text.size()).arg(m_services.config.limits.frameBytes));
        if (!isRequest)
            return done(tooLarge);
        m_deliveries.fail(qid, tooLarge);
        return;
    }

    const auto keep = shared_from_this();
    send(text);
    if (isRequest)
        return; // the answer, the time or the connection's end settles it
    if (!m_transport)
        return refuse(u"not_active"_s, u"The connection was closed: its peer reads too slowly"_s);
    if (!message.wait)
        return done(Outcome::success());
    m_transport->ping(m_deliveries.awaitPong(timeout, std::move(done)));
}

} // namespace signalbox::simulator
