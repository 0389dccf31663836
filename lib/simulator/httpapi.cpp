// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpapi.h"

#include "simulator/fileroutes.h"
#include "simulator/node.h"
#include "simulator/runtimeroutes.h"
#include "simulator/scriptroutes.h"
#include "simulator/sessionroutes.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxAppName = 256;

bool startsWith(const QStringList &segments, const QStringList &prefix)
{
    return segments.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), segments.begin());
}

/// The cookie lives on by use over HTTP (platform.md §2).
void addCookie(HttpReply &reply, const Node &node, const SessionPtr &session)
{
    if (!session->isClosed)
        reply.headers.append(sessionCookie(node, *session));
}

/// A body whose reply renews the cookie.
class CookieBody final : public HttpBody
{
public:
    CookieBody(std::unique_ptr<HttpBody> body, const Node &node, SessionPtr session)
        : m_body(std::move(body)), m_node(node), m_session(std::move(session))
    {}

    bool write(QByteArrayView data) override { return m_body->write(data); }
    HttpReply finish() override
    {
        HttpReply reply = m_body->finish();
        addCookie(reply, m_node, m_session);
        return reply;
    }

private:
    std::unique_ptr<HttpBody> m_body;
    const Node &m_node;
    SessionPtr m_session;
};

HttpReply unauthorised(const QString &message)
{
    HttpReply reply = HttpReply::error(401, message);
    reply.addHeader("WWW-Authenticate", "Bearer");
    return reply;
}

} // namespace

std::optional<HttpApi::Credentials> HttpApi::credentialsOf(const HttpRequest &request) const
{
    if (const QByteArray bearer = request.bearer(); !bearer.isEmpty())
        return Credentials{QString::fromLatin1(bearer), false};
    const QByteArray name = m_node.services().config.dialect.cookieName.toLatin1() + '=';
    for (const QByteArray &part : request.header("cookie").split(';')) {
        const QByteArray cookie = part.trimmed();
        if (cookie.startsWith(name) && cookie.size() > name.size())
            return Credentials{QString::fromLatin1(cookie.sliced(name.size())), true};
    }
    return {};
}

core::Result<SessionPtr> HttpApi::authenticate(const HttpRequest &request)
{
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return core::fail(u"denied"_s, u"Login is needed"_s);
    const Services &services = m_node.services();
    auto session = services.sessions.authenticate(credentials->value, request.address);
    if (session && (*session)->side == Side::Token && !services.config.dialect.socketSessionIsBearer)
        return core::fail(u"denied"_s, u"The session of a web socket opens nothing over HTTP"_s);
    return session;
}

const ServerLimits &HttpApi::limits() const
{
    return m_node.services().config.limits;
}

qint64 HttpApi::nowMs() const
{
    return m_node.services().clock.nowMs();
}

FaultDecision HttpApi::fault(const HttpRequest &request, bool isOut)
{
    Faults &faults = m_node.services().faults;
    if (!faults.isAbout(FaultRule::About::Http))
        return {};
    FaultEvent event;
    event.about = FaultRule::About::Http;
    event.isOut = isOut;
    event.site = m_node.name().site;
    event.node = m_node.name().node;
    event.verb = QString::fromLatin1(request.method);
    event.path = QString::fromLatin1(request.path);
    // Who asks is looked up, and no use of the session: a request that is lost is none.
    const auto credentials = credentialsOf(request);
    if (const SessionPtr session = credentials ? m_node.services().sessions.find(credentials->value) : nullptr)
        (session->side == Side::User ? event.user : event.point) = session->login;
    return faults.decide(event);
}

HttpHandling HttpApi::handle(const HttpRequest &request)
{
    // Refused unprocessed (platform.md §2), whatever it asks for.
    if (m_node.services().sessions.isBanned(request.address))
        return HttpReply::error({u"banned"_s, u"The address is banned for now after too many failed logins"_s, {}},
                                m_node.services().config.dialect);
    if (request.path.startsWith(m_node.services().config.dialect.tempPrefix.toLatin1()))
        return handleTempLink(m_node, request);
    const auto segments = pathSegments(request.path);
    if (!segments)
        return HttpReply::error(400, u"The path is not valid"_s);
    return route(request, *segments, nullptr);
}

HttpHandling HttpApi::handleFor(const HttpRequest &request, const SessionPtr &session)
{
    const auto segments = pathSegments(request.path);
    if (!segments || segments->first() != "rest"_L1)
        return HttpReply::error(404, u"“path” must be a path of the REST API, such as /rest/v1/service/svcscripts"_s);
    return route(request, *segments, session);
}

HttpHandling HttpApi::withCookie(HttpHandling handling, const SessionPtr &session) const
{
    if (auto *body = std::get_if<std::unique_ptr<HttpBody>>(&handling))
        return std::make_unique<CookieBody>(std::move(*body), m_node, session);
    addCookie(std::get<HttpReply>(handling), m_node, session);
    return handling;
}

HttpHandling HttpApi::route(const HttpRequest &request, QStringList segments, SessionPtr session)
{
    struct Route {
        QStringList prefix;
        bool takesRest;
        HttpHandling (*handler)(const RouteContext &);
        bool needsSession;
    };
    static const QList<Route> routes{
        {{u"rest"_s, u"v1"_s, u"iam"_s, u"sessions"_s}, false, handleLogin, false},
        {{u"rest"_s, u"v1"_s, u"iam"_s, u"sessions"_s, u"current"_s}, false, handleCurrentSession, true},
        {{u"rest"_s, u"v1"_s, u"master"_s, u"logicalroles"_s, u"ws"_s, u"sessions"_s}, true, handleSessionList, true},
        {{u"rest"_s, u"v1"_s, u"service"_s, u"svcscripts"_s}, true, handleSvcScripts, true},
        {{u"rest"_s, u"v1"_s, u"service"_s, u"svcscript_runtimes"_s}, true, handleRuntimes, true},
        {{u"rest"_s, u"v1"_s, u"uc"_s, u"ivrscripts"_s}, true, handleIvrScripts, true},
        {{u"rest"_s, u"v1"_s, u"fs"_s, u"targets"_s}, true, handleTargets, true},
        {{u"public"_s}, true, handlePublic, false},
    };
    if (segments.size() > 1 && segments.last().isEmpty())
        segments.removeLast(); // a slash at the end
    for (const Route &route : routes) {
        if (!startsWith(segments, route.prefix) || (!route.takesRest && segments.size() != route.prefix.size()))
            continue;
        if (session && !route.needsSession)
            return HttpReply::error(403, u"This connection has its session already"_s);
        const bool isKnown = session != nullptr;
        if (route.needsSession && !isKnown) {
            auto authenticated = authenticate(request);
            if (!authenticated && authenticated.error().code == "banned"_L1)
                return HttpReply::error(authenticated.error(), m_node.services().config.dialect);
            if (!authenticated)
                return unauthorised(authenticated.error().message);
            session = *authenticated;
        }
        HttpHandling handling = route.handler({m_node, request, segments.sliced(route.prefix.size()), session});
        const bool hasCookie = session && !isKnown && request.bearer().isEmpty();
        return hasCookie ? withCookie(std::move(handling), session) : std::move(handling);
    }
    if (!segments.isEmpty() && segments.first() == "ws"_L1) {
        HttpReply reply = HttpReply::error(426, u"This is the path of a web socket"_s);
        reply.addHeader("Upgrade", "websocket");
        return reply;
    }
    return HttpReply::error(404, u"There is nothing at this path"_s);
}

std::variant<HttpReply, Connection::Opening> HttpApi::upgrade(const HttpRequest &request)
{
    const auto segments = pathSegments(request.path);
    if (!segments || segments->first() != "ws"_L1)
        return HttpReply::error(404, u"There is no web socket at this path"_s);
    if (m_node.services().sessions.isBanned(request.address))
        return HttpReply::error({u"banned"_s, u"The address is banned for now after too many failed logins"_s, {}},
                                m_node.services().config.dialect);
    if (startsWith(*segments, {u"ws"_s, u"token"_s, u"v1"_s}) && segments->size() <= 4)
        return upgradeToken(request,
                            segments->size() == 4 && !segments->at(3).isEmpty() ? segments->at(3) : QString::fromLatin1(request.bearer()));
    if (segments->size() > 1)
        return HttpReply::error(404, u"There is no web socket at this path"_s);

    Connection::Opening opening;
    opening.side = Side::User;
    if (credentialsOf(request)) {
        const auto session = authenticate(request);
        if (!session && session.error().code == "banned"_L1)
            return HttpReply::error(session.error(), m_node.services().config.dialect);
        if (!session)
            return unauthorised(session.error().message);
        if ((*session)->side != Side::User)
            return HttpReply::error(403, u"The session does not belong to a user"_s);
        opening.session = *session;
    }
    opening.app = QString::fromUtf8(request.header("user-agent")).left(maxAppName);
    opening.peerAddress = request.address;
    opening.peerPort = request.port;
    return opening;
}

std::variant<HttpReply, Connection::Opening> HttpApi::upgradeToken(const HttpRequest &request, const QString &token)
{
    const PointConfig *point = m_node.services().config.pointByToken(token.toLower());
    if (!point)
        return unauthorised(token.isEmpty() ? u"A token is needed"_s : u"There is no integration point with this token"_s);
    Connection::Opening opening;
    opening.side = Side::Token;
    opening.point = point;
    opening.app = QString::fromUtf8(request.header("user-agent")).left(maxAppName);
    opening.peerAddress = request.address;
    opening.peerPort = request.port;
    return opening;
}

} // namespace signalbox::simulator
