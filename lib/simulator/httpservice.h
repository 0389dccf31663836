// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers the requests that come to a listener: a node's API, or the cluster's control.
#pragma once

#include "simulator/connection.h"
#include "simulator/faults.h"
#include "simulator/http.h"

namespace signalbox::simulator {

class HttpService
{
public:
    virtual ~HttpService() = default;

    virtual const ServerLimits &limits() const = 0;
    /// The cluster's time, in milliseconds.
    virtual qint64 nowMs() const = 0;
    virtual HttpHandling handle(const HttpRequest &request) = 0;
    /// Who the new web socket belongs to, or why there will be none.
    virtual std::variant<HttpReply, Connection::Opening> upgrade(const HttpRequest &request) = 0;
    /// What is to go wrong with the request, or (isOut) with its answer.
    virtual FaultDecision fault(const HttpRequest &, bool isOut)
    {
        Q_UNUSED(isOut)
        return {};
    }
    /// Holds the connections of what was upgraded; nullptr where upgrades are refused always.
    virtual Node *node() const = 0;
};

} // namespace signalbox::simulator
