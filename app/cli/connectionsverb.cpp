// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionsverb.h"

#include "cli/terminaltext.h"

#include <QDateTime>

#include <ostream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using cluster::RegistrarEvent;
using core::Json;

namespace {

/// What is known of a connection that came so late that no list has told of it may lack owner and node.
QString kindOf(const cluster::Registration &registration)
{
    return registration.session.login.isEmpty() ? QString() : registration.kind();
}

Json toJson(const cluster::Registration &registration, qint64 ttlS)
{
    const protocol::ConnectionRecord &connection = registration.connection;
    QList<Json> capabilities;
    for (const QString &capability : connection.capabilities)
        capabilities.append(Json(capability));
    return Json::object({{u"connection_id"_s, Json(connection.connectionId)},
                         {u"session_id"_s, Json(registration.session.sessionId)},
                         {u"user"_s, Json(registration.session.login)},
                         {u"kind"_s, Json(kindOf(registration))},
                         {u"caps"_s, Json::array(std::move(capabilities))},
                         {u"site"_s, Json(connection.site)},
                         {u"node"_s, Json(connection.node)},
                         {u"since"_s, Json(connection.since)},
                         {u"ttl"_s, Json(ttlS)},
                         {u"peer_address"_s, Json(connection.peerAddress)},
                         {u"peer_port"_s, Json(connection.peerPort)}});
}

QStringList cellsOf(const cluster::Registration &registration)
{
    const protocol::ConnectionRecord &connection = registration.connection;
    return {oneLine(connection.connectionId),
            oneLine(registration.session.login),
            kindOf(registration),
            oneLine(connection.capabilities.join(u',')),
            oneLine(connection.site + u'/' + connection.node),
            oneLine(connection.since),
            u"%1:%2"_s.arg(oneLine(connection.peerAddress)).arg(connection.peerPort)};
}

QString eventName(RegistrarEvent::Kind kind)
{
    switch (kind) {
    case RegistrarEvent::Kind::Registered:
        return u"registered"_s;
    case RegistrarEvent::Kind::Changed:
        return u"changed"_s;
    case RegistrarEvent::Kind::Renewed:
        return u"renewed"_s;
    case RegistrarEvent::Kind::Unregistered:
        break;
    }
    return u"unregistered"_s;
}

} // namespace

VerbSpec ConnectionsVerb::spec()
{
    return {u"connections"_s,
            u"[--user LOGIN] [--capability C] [--watch]"_s,
            tr("List the web socket connections that the registrar knows."),
            tr("With --watch, what becomes of them follows until interrupted: a line for each connection that comes or goes; with --format "
               "json, one JSON object a line, first the records, then every event, renewals included."),
            {{u"user"_s, u"LOGIN"_s, tr("Only those of this user or integration point.")},
             {u"capability"_s, u"C"_s, tr("Only those that hold this capability.")},
             {u"watch"_s, {}, tr("Go on with the registrar's events, by the user's connection; with --token-env by that token's.")}},
            0,
            0,
            makeVerb<ConnectionsVerb>};
}

ConnectionsVerb::ConnectionsVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ClusterVerb(context, std::move(globals), std::move(arguments), u"connections"_s)
{}

void ConnectionsVerb::start(Done done)
{
    begin(std::move(done));
    const bool isWatch = arguments().has(u"watch"_s);
    const bool usesToken = isWatch && !globals().tokenVariable().isEmpty();
    openLink(usesToken ? ClusterLink::Need::Token : ClusterLink::Need::Rest, [this, isWatch] {
        if (isWatch) {
            watch();
            return;
        }
        m_call = link().session().registrar().list();
        m_call->start([this](const core::Result<Registrations> &registrations) {
            if (!registrations) {
                finish(ClusterLink::failureOf(registrations.error()));
                return;
            }
            show(*registrations);
            finish(exitcode::done);
        });
    });
}

void ConnectionsVerb::interrupted()
{
    if (!m_isWatching) {
        ClusterVerb::interrupted();
        return;
    }
    if (m_closing) // within 2 s
        return;
    m_closing = m_watch->close();
    m_closing->start([this](const core::Result<void> &) { finish(exitcode::done); });
}

void ConnectionsVerb::dropCalls()
{
    m_call.reset();
    m_closing.reset();
}

bool ConnectionsVerb::isWanted(const cluster::Registration &registration) const
{
    const bool user = !arguments().has(u"user"_s) || registration.session.login == arguments().value(u"user"_s);
    const bool capability =
        !arguments().has(u"capability"_s) || registration.connection.capabilities.contains(arguments().value(u"capability"_s));
    return user && capability;
}

void ConnectionsVerb::show(const Registrations &registrations)
{
    Registrations wanted;
    std::copy_if(registrations.begin(), registrations.end(), std::back_inserter(wanted),
                 [this](const cluster::Registration &registration) { return isWanted(registration); });
    if (!globals().json()) {
        showTable(wanted);
        return;
    }
    QList<Json> items;
    for (const cluster::Registration &registration : wanted)
        items.append(toJson(registration, registration.session.ttlS));
    if (!m_isWatching) {
        printJson(Json::array(std::move(items)));
        return;
    }
    for (const Json &item : items)
        printEvent(u"listed"_s, item);
}

void ConnectionsVerb::showTable(const Registrations &registrations)
{
    if (registrations.isEmpty()) {
        print(tr("No connections."));
        return;
    }
    QList<QStringList> rows{{tr("CONNECTION"), tr("USER"), tr("KIND"), tr("CAPABILITIES"), tr("SITE/NODE"), tr("SINCE"), tr("ADDRESS")}};
    for (const cluster::Registration &registration : registrations)
        rows.append(cellsOf(registration));
    const QStringList lines = table(rows);
    for (const QString &line : lines)
        print(line);
}

void ConnectionsVerb::watch()
{
    const cluster::LinkKind kind = globals().tokenVariable().isEmpty() ? cluster::LinkKind::User : cluster::LinkKind::Token;
    m_watch = std::make_unique<cluster::RegistrarWatch>(link().session(),
                                                        cluster::RegistrarWatch::Options{.kind = kind, .expiresS = 300, .retry = {}});
    using Watch = cluster::RegistrarWatch;
    QObject::connect(m_watch.get(), &Watch::happened, &m_scope, [this](const RegistrarEvent &event) { happened(event); });
    QObject::connect(m_watch.get(), &Watch::lost, &m_scope, [this](const core::Error &error) {
        tell(u"lost"_s, tr("The connection to the cluster is lost and is being opened again: %1").arg(oneLine(error.message)));
    });
    QObject::connect(m_watch.get(), &Watch::restored, &m_scope,
                     [this] { tell(u"restored"_s, tr("The connection to the cluster is there again; what changed meanwhile follows.")); });
    QObject::connect(m_watch.get(), &Watch::ended, &m_scope, [this](const core::Error &error) {
        if (!isFinishing())
            finish(ClusterLink::failureOf(error));
    });
    m_call = m_watch->open();
    m_call->start([this](const core::Result<Registrations> &registrations) {
        if (!registrations) {
            finish(ClusterLink::failureOf(registrations.error()));
            return;
        }
        m_isWatching = true;
        show(*registrations);
    });
}

void ConnectionsVerb::happened(const RegistrarEvent &event)
{
    if (isFinishing() || m_closing || !isWanted(event.registration))
        return;
    const QString name = eventName(event.kind);
    if (globals().json()) {
        Json members = toJson(event.registration, event.ttlS);
        if (event.kind == RegistrarEvent::Kind::Unregistered)
            members.set(u"reason"_s, Json(event.reason));
        printEvent(name, members);
    } else if (event.kind != RegistrarEvent::Kind::Renewed) {
        QStringList cells = cellsOf(event.registration);
        cells.removeAt(5); // since when: now
        if (!event.reason.isEmpty())
            cells.append(oneLine(event.reason));
        printLine(name, cells);
    }
    endWithoutReader();
}

void ConnectionsVerb::tell(const QString &event, const QString &text)
{
    if (isFinishing() || m_closing)
        return;
    complain(text);
    if (globals().json())
        printEvent(event, Json::object({{u"text"_s, Json(text)}}));
    endWithoutReader();
}

void ConnectionsVerb::printEvent(const QString &event, const Json &members)
{
    const qint64 now = context().surroundings.clock.nowMs();
    Json line = Json::object(
        {{u"time"_s, Json(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODateWithMs))}, {u"event"_s, Json(event)}});
    for (const core::JsonMember &member : members.members())
        line.set(member.key, member.value);
    print(QString::fromUtf8(line.toCompact()));
}

void ConnectionsVerb::printLine(const QString &event, const QStringList &cells)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(context().surroundings.clock.nowMs());
    print(u"%1  %2  %3"_s.arg(now.toString(u"HH:mm:ss.zzz"_s), event.leftJustified(12), cells.join(u"  "_s)));
}

void ConnectionsVerb::endWithoutReader()
{
    if (context().out || isFinishing())
        return;
    complain(tr("Nobody reads the output any more."));
    finish(exitcode::failed);
}

} // namespace signalbox::cli
