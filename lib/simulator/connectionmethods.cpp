// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connectionmethods.h"

#include "simulator/node.h"
#include "simulator/restmethod.h"
#include "simulator/startparams.h"
#include "simulator/subscriptions.h"
#include "simulator/svchost.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;
using signalbox::core::JsonMember;
using signalbox::protocol::Frame;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxCapabilities = 100;
constexpr int maxSubscriptionS = 3600; // platform.md §3
constexpr int closePolicy = 1008;

/// The same for 1 and 1.0; the scenario that was started with a qid is stopped by it.
QByteArray keyOf(const Json *qid)
{
    if (!qid)
        return {};
    const auto number = qid->toInt();
    return number ? QByteArray::number(*number) : qid->toCompact();
}

} // namespace

void ConnectionMethods::fail(const Frame &frame, const QString &message)
{
    m_connection.send(protocol::writeError(frame, message));
}

void ConnectionMethods::handle(const Frame &frame)
{
    struct Method {
        QLatin1StringView name;       // empty: the dialect says
        QLatin1StringView capability; // empty: everybody's
        bool beforeSetup = false;
        void (ConnectionMethods::*handler)(const Frame &) = nullptr;
    };
    static constexpr Method methods[] = {
        {"login"_L1, {}, true, &ConnectionMethods::login},
        {"setup"_L1, {}, true, &ConnectionMethods::setup},
        {"connection_info"_L1, {}, false, &ConnectionMethods::connectionInfo},
        {"start_svcscript"_L1, "svcscript"_L1, false, &ConnectionMethods::startScript},
        {"abort_svcscript"_L1, "svcscript"_L1, false, &ConnectionMethods::abortScript},
        {"subscribe"_L1, "subscr"_L1, false, &ConnectionMethods::subscribe},
        {{}, "rest"_L1, false, &ConnectionMethods::rest},
    };
    const QString &restName = m_connection.services().config.dialect.restMethod;
    const auto found = std::find_if(std::begin(methods), std::end(methods), [&](const Method &method) {
        return method.name.isEmpty() ? frame.method == restName : frame.method == method.name;
    });

    if (found != std::end(methods) && !frame.body.isObject())
        return fail(frame, u"The body must be an object"_s);
    if (found != std::end(methods) && found->beforeSetup)
        return (this->*found->handler)(frame);
    if (!m_connection.session())
        return fail(frame, u"Login is needed first"_s);
    if (!m_connection.isSetUp())
        return fail(frame, u"Setup is needed first; until then only login and setup are known"_s);
    const bool isForTokens = frame.method == "connection_info"_L1 && !m_connection.services().config.dialect.userConnectionInfo;
    if (found == std::end(methods) || (isForTokens && !m_connection.point())) {
        if (m_connection.point() && !m_connection.point()->receiveScript.isEmpty())
            return startReceiveScript(frame);
        return fail(frame, u"Unknown method"_s);
    }
    if (!found->capability.isEmpty() && !m_connection.holds(QString(found->capability)))
        return fail(frame, u"The capability “%1” is not set up"_s.arg(found->capability));
    (this->*found->handler)(frame);
}

Json ConnectionMethods::capabilityList() const
{
    QList<Json> list;
    for (const Connection::Capability &capability : m_connection.capabilities()) {
        QList<JsonMember> members{{u"key"_s, Json(capability.key)}};
        if (capability.error.isEmpty()) {
            members.append({u"result"_s, Json(u"ok"_s)});
        } else {
            members.append({u"result"_s, Json(u"error"_s)});
            members.append({u"errormsg"_s, Json(capability.error)});
        }
        list.append(Json(std::move(members)));
    }
    return Json::array(std::move(list));
}

void ConnectionMethods::setup(const Frame &frame)
{
    const Json &list = frame.body[u"capabilities"];
    if (!list.isArray() || list.size() > maxCapabilities)
        return fail(frame, u"“capabilities” must be a list of at most %1 objects with a “key”"_s.arg(maxCapabilities));
    QStringList keys;
    for (const Json &item : list.items()) {
        if (!item[u"key"].isString())
            return fail(frame, u"“capabilities” must be a list of objects with a “key”"_s);
        keys.append(item[u"key"].toString());
    }
    m_connection.setUp(keys);
    // The documented answer has no result of its own.
    QList<JsonMember> body;
    if (const Json *qid = protocol::qidOf(frame))
        body.append({u"qid"_s, *qid});
    body.append({u"capabilities"_s, capabilityList()});
    m_connection.send(protocol::writeFrame(u"setup_result", Json(std::move(body))));
}

void ConnectionMethods::login(const Frame &frame)
{
    if (m_connection.session())
        return fail(frame, m_connection.side() == Side::Token ? u"The token has authorised this connection already"_s
                                                              : u"The connection is logged in already"_s);
    Sessions &sessions = m_connection.services().sessions;
    const Json &sessionId = frame.body[u"rsessionid"];
    const bool isNew = sessionId.isNull();
    const QString domain = frame.body.contains(u"td") ? frame.body[u"td"].toString() : frame.body[u"domain"].toString();
    const auto session = isNew ? sessions.login(domain, frame.body[u"login"].toString(), frame.body[u"pwd"].toString(), SessionType::Socket,
                                                m_connection.peerAddress(), m_connection.node().name().site)
                               : sessions.authenticate(sessionId.toString(), m_connection.peerAddress());
    if (!session) {
        fail(frame, session.error().message);
        if (session.error().code == "banned"_L1)
            m_connection.close(closePolicy, u"Banned"_s, Reason::UnregisterContact);
        return;
    }
    if ((*session)->side != Side::User)
        return fail(frame, u"The session does not belong to a user"_s);
    m_connection.logIn(*session, isNew);
    m_connection.send(protocol::writeResult(frame, {{u"td"_s, Json(m_connection.services().config.domain)},
                                                    {u"login"_s, Json((*session)->login)},
                                                    {u"register"_s, Json(u"ok"_s)},
                                                    {u"sessionid"_s, Json((*session)->id)},
                                                    {u"capabilities"_s, capabilityList()}}));
}

void ConnectionMethods::connectionInfo(const Frame &frame)
{
    const Services &services = m_connection.services();
    const Session &session = *m_connection.session();
    const qint64 now = services.clock.nowMs();
    QList<Json> roles;
    for (const QString &role : session.roles)
        roles.append(Json(role));
    QList<JsonMember> members{
        {u"site"_s, Json(m_connection.node().name().site)},
        {u"node"_s, Json(m_connection.node().name().node)},
        {u"ownertype"_s, Json(sideName(m_connection.side()))},
        {u"domain"_s, Json(services.config.domain)},
        {u"sessionid"_s, Json(session.id)},
        {u"connectionid"_s, Json(m_connection.id())},
        {u"capabilities"_s, capabilityList()},
        {u"datetime"_s, Json(timeText(now))},
        {u"timestamp"_s, Json(now)},
    };
    if (const PointConfig *point = m_connection.point()) {
        members.append({u"integration_point_id"_s, Json(point->id)});
        members.append({u"integration_point_type"_s, Json(u"public"_s)});
        members.append({u"roles"_s, Json::array(roles)});
        members.append({u"token"_s, Json(point->token)}); // documented so
    } else {
        members.append({u"user_id"_s, Json(session.ownerId)});
        members.append({u"login"_s, Json(session.login)});
        members.append({u"roles"_s, Json::array(roles)});
    }
    m_connection.send(protocol::writeResult(frame, std::move(members)));
}

void ConnectionMethods::startScript(const Frame &frame)
{
    const Json &code = frame.body[u"code"];
    if (!code.isString() || code.toString().isEmpty())
        return fail(frame, u"“code” must be the code of a scenario"_s);
    qint64 timeoutMs = m_connection.services().config.dialect.startScriptTimeoutMs;
    if (const Json *given = frame.body.find(u"timeout")) {
        const auto value = given->toInt();
        if (!value || *value < 1 || *value > SvcHost::longest.count())
            return fail(frame, u"“timeout” must be a whole number of milliseconds from 1 to %1"_s.arg(SvcHost::longest.count()));
        timeoutMs = *value;
    }
    const QByteArray key = keyOf(protocol::qidOf(frame));
    if (m_connection.runs().contains(key))
        return fail(frame, u"A scenario that was started with this qid is still running"_s);
    const auto done = [weak = m_connection.weak_from_this(), frame, key](const core::Result<Json> &variables) {
        const auto connection = weak.lock();
        if (!connection)
            return; // whoever asked is gone; the scenario has run to its end all the same
        connection->runs().remove(key);
        if (!variables) {
            connection->send(protocol::writeError(frame, variables.error().message));
            return;
        }
        const QByteArray text = protocol::writeResult(frame, {{u"data"_s, Json::object({{u"variables"_s, *variables}})}});
        const qint64 limit = connection->services().config.limits.frameBytes;
        connection->send(text.size() <= limit ? text
                                              : protocol::writeError(frame, u"The variables take up more than %1 bytes"_s.arg(limit)));
    };
    SvcHost &svc = m_connection.node().svc();
    const auto started = svc.start(code.toString(), startParamsOf(frame.body), std::chrono::milliseconds(timeoutMs), done);
    if (!started)
        return fail(frame, started.error().message);
    if (!key.isEmpty() && svc.isRunning(started->id))
        m_connection.runs().insert(key, started->id);
}

void ConnectionMethods::abortScript(const Frame &frame)
{
    const QString id = m_connection.runs().value(keyOf(protocol::qidOf(frame)));
    if (!m_connection.node().svc().abort(id))
        return fail(frame, u"No scenario that was started with this qid is running"_s);
    m_connection.send(protocol::writeResult(frame));
}

void ConnectionMethods::startReceiveScript(const Frame &frame)
{
    const core::Dialect &dialect = m_connection.services().config.dialect;
    QMap<int, core::Value> params;
    params.insert(dialect.startConnectionParam, core::Value(m_connection.id()));
    params.insert(dialect.startEventParam, core::Value(frame.method));
    params.insert(dialect.startContentParam, core::Value(QString::fromUtf8(frame.body.toCompact())));
    const auto started =
        m_connection.node().svc().start(m_connection.point()->receiveScript, params, SvcHost::longest, [](const core::Result<Json> &) {});
    if (!started)
        return fail(frame, started.error().message);
    if (protocol::qidOf(frame)) // a request is answered (platform.md §3): here with that its scenario was started [A]
        m_connection.send(protocol::writeResult(frame));
}

void ConnectionMethods::rest(const Frame &frame)
{
    const auto keep = m_connection.shared_from_this(); // the request may end the session, and with it the connection
    m_connection.send(answerRest(m_connection.node(), m_connection.session(), m_connection.peerAddress(), frame));
}

void ConnectionMethods::subscribe(const Frame &frame)
{
    if (m_connection.side() == Side::User && !m_connection.session()->isAdmin())
        return fail(frame, u"Only administrators may subscribe to events of the registrar"_s);
    const Json &id = frame.body[u"id"];
    const Json &expires = frame.body[u"expires"];
    const auto seconds = expires.isNull() ? std::optional<qint64>(maxSubscriptionS) : expires.toInt();
    if (!id.isString() || id.toString().isEmpty())
        return fail(frame, u"“id” must be a text"_s);
    if (!seconds || *seconds < 0 || *seconds > maxSubscriptionS)
        return fail(frame, u"“expires” must be a whole number of seconds from 0 to %1"_s.arg(maxSubscriptionS));
    const auto subscribed = m_connection.services().subscriptions.subscribe(m_connection, id.toString(), frame.body[u"events"],
                                                                            frame.body[u"objects"], static_cast<int>(*seconds));
    if (!subscribed)
        return fail(frame, subscribed.error().message);
    m_connection.send(protocol::writeResult(frame, {{u"id"_s, id}, {u"expires"_s, Json(*seconds)}}));
}

} // namespace signalbox::simulator
