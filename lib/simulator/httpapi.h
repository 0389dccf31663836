// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP side of a node: finds who asks, and the route. Upgrades to web sockets are decided here, and made elsewhere.
#pragma once

#include "simulator/httpservice.h"

namespace signalbox::simulator {

class HttpApi final : public HttpService
{
public:
    explicit HttpApi(Node &node) : m_node(node) {}

    const ServerLimits &limits() const override;
    qint64 nowMs() const override;
    HttpHandling handle(const HttpRequest &request) override;
    /// A request of REST by somebody who is known already, such as the peer of a web socket; with the same rights.
    HttpHandling handleFor(const HttpRequest &request, const SessionPtr &session);
    std::variant<HttpReply, Connection::Opening> upgrade(const HttpRequest &request) override;
    FaultDecision fault(const HttpRequest &request, bool isOut) override;
    Node *node() const override { return &m_node; }

private:
    struct Credentials {
        QString value;
        bool isCookie = false;
    };

    std::optional<Credentials> credentialsOf(const HttpRequest &request) const;
    core::Result<SessionPtr> authenticate(const HttpRequest &request);
    /// session: who asks; nothing: found out where the route needs it.
    HttpHandling route(const HttpRequest &request, QStringList segments, SessionPtr session);
    HttpHandling withCookie(HttpHandling handling, const SessionPtr &session) const;
    std::variant<HttpReply, Connection::Opening> upgradeToken(const HttpRequest &request, const QString &token);

    Node &m_node;
};

} // namespace signalbox::simulator
