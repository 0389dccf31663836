// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/subscriptions.h"

#include "simulator/connection.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr auto className = "registrarevents"_L1;
constexpr auto registered = "user_registered"_L1;
constexpr auto unregistered = "user_unregistered"_L1;
constexpr qsizetype maxPerConnection = 100;

/// The types that an entry of "events" stands for: class, class.type, or type.
std::optional<QStringList> typesOf(const QString &entry)
{
    QString name = entry;
    if (name == className || name == u"*"_s || name == QString(className) + u".*"_s)
        return QStringList{registered, unregistered};
    if (name.startsWith(QString(className) + u'.'))
        name = name.sliced(className.size() + 1);
    if (name == registered || name == unregistered)
        return QStringList{name};
    return {};
}

bool areTexts(const Json &list)
{
    return list.isNull() ||
           (list.isArray() && std::all_of(list.items().begin(), list.items().end(), [](const Json &item) { return item.isString(); }));
}

Json eventData(const RegistrarEvent &event, qint64 nowMs)
{
    const Registration &registration = event.registration;
    QList<Json> caps;
    for (const QString &capability : registration.capabilities)
        caps.append(Json(capability));
    QList<core::JsonMember> data{{u"user_id"_s, Json(registration.ownerId)},
                                 {u"ttl"_s, Json(std::max<qint64>(0, (registration.expiresMs - nowMs + 999) / 1000))},
                                 {u"connection_id"_s, Json(registration.connectionId)},
                                 {u"session_id"_s, Json(registration.sessionId)},
                                 {u"app"_s, Json(registration.app)},
                                 {u"caps"_s, Json::array(caps)},
                                 {u"peer_address"_s, Json(registration.peerAddress)},
                                 {u"peer_port"_s, Json(registration.peerPort)}};
    if (event.reason)
        data.append({u"reason"_s, Json(reasonName(*event.reason))});
    return Json(std::move(data));
}

} // namespace

core::Result<void> Subscriptions::subscribe(Connection &connection, const QString &id, const Json &events, const Json &objects, int seconds)
{
    if (!areTexts(events) || !areTexts(objects))
        return core::fail(u"bad_request"_s, u"“events” and “objects” must be lists of texts"_s);
    Subscription subscription{&connection, id, {}, {}, m_clock.nowMs() + seconds * 1000LL};
    for (const Json &entry : events.items()) {
        const auto types = typesOf(entry.toString());
        if (!types)
            return core::fail(u"unknown_event"_s, u"There are no events “%1” here; there is “%2”"_s.arg(entry.toString(), className));
        subscription.types += *types;
    }
    if (seconds > 0 && subscription.types.isEmpty())
        return core::fail(u"unknown_event"_s, u"“events” must be a list that names at least one class or type of events"_s);
    for (const Json &entry : objects.items())
        subscription.objects.append(entry.toString());
    if (subscription.objects.contains(u"*"_s))
        subscription.objects.clear();
    m_subscriptions.removeIf([&](const Subscription &each) { return each.connection == &connection && each.id == id; });
    if (seconds == 0)
        return {};
    const auto own = std::count_if(m_subscriptions.begin(), m_subscriptions.end(),
                                   [&](const Subscription &each) { return each.connection == &connection; });
    if (own >= maxPerConnection)
        return core::fail(u"too_many"_s, u"The connection has %1 subscriptions, which is the limit"_s.arg(own));
    m_subscriptions.append(subscription);
    return {};
}

void Subscriptions::removeAll(const Connection *connection)
{
    m_subscriptions.removeIf([connection](const Subscription &each) { return each.connection == connection; });
}

void Subscriptions::tell(const RegistrarEvent &event)
{
    if (m_subscriptions.isEmpty())
        return;
    const qint64 now = m_clock.nowMs();
    m_subscriptions.removeIf([now](const Subscription &each) { return each.expiresMs <= now; });
    const QString type = event.reason ? unregistered : registered;
    QByteArray text;
    QList<std::shared_ptr<Connection>> listeners;
    for (const Subscription &each : std::as_const(m_subscriptions)) {
        if (each.types.contains(type) && (each.objects.isEmpty() || each.objects.contains(event.registration.ownerId)))
            listeners.append(each.connection->shared_from_this());
    }
    // A listener that reads too slowly is closed by sending, which changes the list.
    for (const auto &listener : std::as_const(listeners)) {
        if (text.isEmpty())
            text = protocol::writeFrame(u"notify", Json::object({{u"class"_s, Json(QString(className))},
                                                                 {u"type"_s, Json(type)},
                                                                 {u"eventts"_s, Json(now)},
                                                                 {u"data"_s, eventData(event, now)}}));
        listener->send(text);
    }
}

} // namespace signalbox::simulator
