// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessionsverb.h"

#include "cli/terminaltext.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;
using protocol::SessionRecord;

namespace {

/// As the documentation names its members, without a session's token, which would open it.
Json toJson(SessionRecord session)
{
    session.session.sessionToken.clear();
    return session.toJson(core::Dialect());
}

} // namespace

VerbSpec SessionsVerb::spec()
{
    return {u"sessions"_s,
            u"[--close ID]"_s,
            tr("List the web sessions of the cluster, or close one. For administrators."),
            tr("Closing a session ends all its connections; they are named. This command's own session is marked with *."),
            {{u"close"_s, u"ID"_s, tr("Close the session with this id.")}},
            0,
            0,
            makeVerb<SessionsVerb>};
}

SessionsVerb::SessionsVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ClusterVerb(context, std::move(globals), std::move(arguments), u"sessions"_s)
{}

void SessionsVerb::dropCalls()
{
    m_listing.reset();
    m_closing.reset();
}

void SessionsVerb::start(Done done)
{
    begin(std::move(done));
    if (arguments().has(u"close"_s) && arguments().value(u"close"_s).isEmpty()) {
        finish(Failure{exitcode::usage, tr("--close needs the id of a session.")});
        return;
    }
    openLink(ClusterLink::Need::Rest, [this] {
        m_sessions = std::make_unique<cluster::SessionList>(link().session().rest());
        m_listing = m_sessions->list();
        m_listing->start([this](const core::Result<QList<SessionRecord>> &sessions) {
            if (sessions)
                listed(*sessions);
            else
                finish(ClusterLink::failureOf(sessions.error()));
        });
    });
}

bool SessionsVerb::isOwn(const SessionRecord &session)
{
    return session.session.sessionId == link().session().info().sessionId;
}

void SessionsVerb::listed(const QList<SessionRecord> &sessions)
{
    if (!arguments().has(u"close"_s)) {
        showAll(sessions);
        finish(exitcode::done);
        return;
    }
    const QString id = arguments().value(u"close"_s);
    const auto found =
        std::find_if(sessions.begin(), sessions.end(), [&id](const SessionRecord &session) { return session.session.sessionId == id; });
    if (found == sessions.end())
        finish(
            Failure{exitcode::failed, tr("The cluster has no session \"%1\"; without --close, its sessions are listed.").arg(oneLine(id))});
    else if (isOwn(*found))
        finish(Failure{exitcode::failed, tr("This is this command's own session: it ends with the command.")});
    else
        closeOne(*found);
}

void SessionsVerb::closeOne(const SessionRecord &session)
{
    m_closing = m_sessions->close(session.session.sessionId);
    m_closing->start([this, session](const core::Result<void> &closed) {
        if (closed) {
            showClosed(session);
            finish(exitcode::done);
        } else if (closed.error().code == "not_found"_L1) {
            finish(Failure{exitcode::failed, closed.error().message});
        } else {
            finish(ClusterLink::failureOf(closed.error()));
        }
    });
}

void SessionsVerb::showAll(const QList<SessionRecord> &sessions)
{
    if (globals().json()) {
        QList<Json> items;
        for (const SessionRecord &session : sessions)
            items.append(toJson(session));
        printJson(Json::array(std::move(items)));
        return;
    }
    QList<QStringList> rows{
        {QString(), tr("SESSION"), tr("USER"), tr("DOMAIN"), tr("TYPE"), tr("SITE"), tr("TIME LEFT"), tr("CONNECTIONS")}};
    for (const SessionRecord &session : sessions) {
        const protocol::SessionInfo &info = session.session;
        rows.append({isOwn(session) ? u"*"_s : QString(), oneLine(info.sessionId), oneLine(info.login), oneLine(info.domain),
                     oneLine(info.sessionType), oneLine(session.site), tr("%1 s").arg(info.ttlS),
                     QString::number(session.connections.size())});
    }
    const QStringList lines = table(rows);
    for (const QString &line : lines)
        print(line);
}

void SessionsVerb::showClosed(const SessionRecord &session)
{
    if (globals().json()) {
        printJson(Json::array({toJson(session)}));
        return;
    }
    print(tr("Closed the session %1 of %2; %n connection(s) ended with it.", nullptr, static_cast<int>(session.connections.size()))
              .arg(oneLine(session.session.sessionId), oneLine(session.session.login)));
    QList<QStringList> rows;
    for (const protocol::ConnectionRecord &connection : session.connections)
        rows.append({u"  "_s + oneLine(connection.connectionId), oneLine(connection.site + u'/' + connection.node),
                     oneLine(connection.capabilities.join(u','))});
    const QStringList lines = table(rows);
    for (const QString &line : lines)
        print(line);
}

} // namespace signalbox::cli
