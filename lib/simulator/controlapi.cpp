// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/controlapi.h"

#include "simulator/samesecret.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr int maxConnections = 64;
constexpr qint64 maxBodyBytes = 1024 * 1024;

HttpReply replyTo(const core::Error &error)
{
    static const QHash<QString, int> statuses{
        {u"not_found"_s, 404}, {u"running"_s, 409},      {u"not_running"_s, 409},
        {u"listen"_s, 503},    {u"bad_argument"_s, 400}, {u"faults.invalid"_s, 400},
    };
    return HttpReply::error(statuses.value(error.code, 500), error.message);
}

HttpReply unauthorised()
{
    HttpReply reply = HttpReply::error(401, u"The control token is needed, as \"Authorization: Bearer <token>\""_s);
    reply.addHeader("WWW-Authenticate", "Bearer");
    return reply;
}

HttpReply notFound()
{
    return HttpReply::error(404,
                            u"There is nothing at this path; there are nodes, nodes/<site>/<node>/stop, kill and start, faults and clock, "
                            "all below /control/v1/"_s);
}

Json stateOf(const NodeState &node)
{
    return Json::object({{u"site"_s, Json(node.name.site)},
                         {u"node"_s, Json(node.name.node)},
                         {u"url"_s, Json(node.url.toString())},
                         {u"state"_s, Json(node.isRunning ? u"running"_s : u"stopped"_s)}});
}

} // namespace

ControlApi::ControlApi(ClusterControl &cluster, const QString &token) : m_cluster(cluster), m_token(token.toUtf8())
{
    m_limits.connections = maxConnections;
    m_limits.bodyBytes = maxBodyBytes;
    m_limits.jsonBytes = maxBodyBytes;
}

bool ControlApi::isAuthorised(const HttpRequest &request) const
{
    return sameSecret(request.bearer(), m_token);
}

HttpHandling ControlApi::handle(const HttpRequest &request)
{
    if (!isAuthorised(request))
        return unauthorised();
    auto segments = pathSegments(request.path);
    if (!segments)
        return HttpReply::error(400, u"The path is not valid"_s);
    if (segments->size() > 1 && segments->last().isEmpty())
        segments->removeLast(); // a slash at the end
    if (segments->size() < 3 || segments->at(0) != "control"_L1 || segments->at(1) != "v1"_L1)
        return notFound();
    return route(request.method, segments->sliced(2));
}

std::variant<HttpReply, Connection::Opening> ControlApi::upgrade(const HttpRequest &request)
{
    return isAuthorised(request) ? HttpReply::error(400, u"There are no web sockets here"_s) : unauthorised();
}

HttpHandling ControlApi::route(const QByteArray &method, const QStringList &segments)
{
    if (segments.first() == "nodes"_L1 && segments.size() == 1)
        return method == "GET" || method == "HEAD" ? nodes() : methodNotAllowed("GET, HEAD");
    if (segments.first() == "nodes"_L1 && segments.size() == 4)
        return method == "POST" ? changeNode({segments.at(1), segments.at(2)}, segments.at(3)) : methodNotAllowed("POST");
    if (segments == QStringList{u"clock"_s})
        return clock(method);
    if (segments == QStringList{u"faults"_s})
        return faults(method);
    return notFound();
}

HttpReply ControlApi::nodes() const
{
    QList<Json> list;
    const auto nodes = m_cluster.nodes();
    for (const NodeState &node : nodes)
        list.append(stateOf(node));
    return HttpReply::json(Json::array(std::move(list)));
}

HttpReply ControlApi::changeNode(const NodeName &name, const QString &action)
{
    core::Result<void> changed;
    if (action == "stop"_L1)
        changed = m_cluster.stopNode(name);
    else if (action == "kill"_L1)
        changed = m_cluster.killNode(name);
    else if (action == "start"_L1)
        changed = m_cluster.startNode(name);
    else
        return notFound();
    if (!changed)
        return replyTo(changed.error());
    const auto nodes = m_cluster.nodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&name](const NodeState &node) { return node.name == name; });
    Q_ASSERT(found != nodes.end());
    return HttpReply::json(stateOf(*found));
}

HttpHandling ControlApi::clock(const QByteArray &method)
{
    if (method != "POST")
        return methodNotAllowed("POST");
    return takeJson(m_limits.jsonBytes, [this](const Json &body) { return moveClock(body); });
}

HttpReply ControlApi::moveClock(const Json &body)
{
    const auto by = body[u"advanceMs"].toInt();
    if (!by || body.size() != 1)
        return HttpReply::error(400, u"An object with a whole number of milliseconds \"advanceMs\" is expected, and nothing else"_s);
    if (const auto moved = m_cluster.advanceClock(std::chrono::milliseconds(*by)); !moved)
        return replyTo(moved.error());
    return HttpReply::json(Json::object({{u"advancedMs"_s, Json(*by)}}));
}

HttpHandling ControlApi::faults(const QByteArray &method)
{
    if (method == "GET" || method == "HEAD")
        return HttpReply::json(m_cluster.faults());
    const auto set = [this](const Json &rules) {
        const auto done = m_cluster.setFaults(rules);
        return done ? HttpReply::json(m_cluster.faults()) : replyTo(done.error());
    };
    if (method == "DELETE")
        return set(Json());
    if (method != "PUT")
        return methodNotAllowed("GET, HEAD, PUT, DELETE");
    return takeJson(m_limits.jsonBytes, [set](const Json &body) {
        return body.isObject() ? set(body)
                               : HttpReply::error(400, u"An object with \"rules\" is expected, as \"faults\" in a cluster file"_s);
    });
}

} // namespace signalbox::simulator
