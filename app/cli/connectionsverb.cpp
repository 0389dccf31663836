// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connectionsverb.h"

#include "cli/terminaltext.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

VerbSpec ConnectionsVerb::spec()
{
    return {u"connections"_s,
            u"[--user LOGIN] [--capability C]"_s,
            tr("List the web socket connections that the registrar knows."),
            {},
            {{u"user"_s, u"LOGIN"_s, tr("Only those of this user or integration point.")},
             {u"capability"_s, u"C"_s, tr("Only those that hold this capability.")}},
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
    openLink(ClusterLink::Need::Rest, [this] {
        m_call = link().session().registrar().list();
        m_call->start([this](const core::Result<QList<cluster::Registration>> &registrations) {
            if (!registrations) {
                finish(ClusterLink::failureOf(registrations.error()));
                return;
            }
            show(*registrations);
            finish(exitcode::done);
        });
    });
}

bool ConnectionsVerb::isWanted(const cluster::Registration &registration) const
{
    const bool user = !arguments().has(u"user"_s) || registration.session.login == arguments().value(u"user"_s);
    const bool capability =
        !arguments().has(u"capability"_s) || registration.connection.capabilities.contains(arguments().value(u"capability"_s));
    return user && capability;
}

void ConnectionsVerb::show(const QList<cluster::Registration> &registrations)
{
    QList<Json> items;
    QList<QStringList> rows{{tr("CONNECTION"), tr("USER"), tr("KIND"), tr("CAPABILITIES"), tr("SITE/NODE"), tr("SINCE"), tr("ADDRESS")}};
    for (const cluster::Registration &registration : registrations) {
        if (!isWanted(registration))
            continue;
        const protocol::ConnectionRecord &connection = registration.connection;
        QList<Json> capabilities;
        for (const QString &capability : connection.capabilities)
            capabilities.append(Json(capability));
        items.append(Json::object({{u"connection_id"_s, Json(connection.connectionId)},
                                   {u"session_id"_s, Json(registration.session.sessionId)},
                                   {u"user"_s, Json(registration.session.login)},
                                   {u"kind"_s, Json(registration.kind())},
                                   {u"caps"_s, Json::array(std::move(capabilities))},
                                   {u"site"_s, Json(connection.site)},
                                   {u"node"_s, Json(connection.node)},
                                   {u"since"_s, Json(connection.since)},
                                   {u"ttl"_s, Json(registration.session.ttlS)},
                                   {u"peer_address"_s, Json(connection.peerAddress)},
                                   {u"peer_port"_s, Json(connection.peerPort)}}));
        rows.append({oneLine(connection.connectionId), oneLine(registration.session.login), registration.kind(),
                     oneLine(connection.capabilities.join(u',')), oneLine(connection.site + u'/' + connection.node),
                     oneLine(connection.since), u"%1:%2"_s.arg(oneLine(connection.peerAddress)).arg(connection.peerPort)});
    }
    if (globals().json()) {
        printJson(Json::array(std::move(items)));
        return;
    }
    if (items.isEmpty()) {
        print(tr("No connections."));
        return;
    }
    const QStringList lines = table(rows);
    for (const QString &line : lines)
        print(line);
}

} // namespace signalbox::cli
