// SPDX-License-Identifier: GPL-3.0-or-later
// The control endpoint, by which tests and people break and mend a running cluster: /control/v1/nodes, faults, clock. It is of the
// simulator alone, no part of the platform, listens on this computer only and asks for a token of its own.
#pragma once

#include "simulator/clustercontrol.h"
#include "simulator/httpservice.h"

namespace signalbox::simulator {

class ControlApi final : public HttpService
{
public:
    /// cluster must outlive it.
    ControlApi(ClusterControl &cluster, const QString &token);

    const ServerLimits &limits() const override { return m_limits; }
    qint64 nowMs() const override { return m_cluster.nowMs(); }
    HttpHandling handle(const HttpRequest &request) override;
    std::variant<HttpReply, Connection::Opening> upgrade(const HttpRequest &request) override;
    Node *node() const override { return nullptr; }

private:
    bool isAuthorised(const HttpRequest &request) const;
    HttpHandling route(const QByteArray &method, const QStringList &segments);
    HttpReply nodes() const;
    HttpReply changeNode(const NodeName &name, const QString &action);
    HttpHandling clock(const QByteArray &method);
    HttpReply moveClock(const core::Json &body);
    HttpHandling faults(const QByteArray &method);

    ClusterControl &m_cluster;
    QByteArray m_token;
    ServerLimits m_limits; // its own: those of the cluster are for the cluster's clients
};

} // namespace signalbox::simulator
