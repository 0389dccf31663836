// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a running cluster from outside of it: its nodes stopped, killed and started, its clock moved on, faults switched on
// and off. Called on the loop's thread; ControlApi brings it to HTTP, SimulatedCluster to programs.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "simulator/registrar.h"

#include <QUrl>

#include <chrono>

namespace signalbox::simulator {

struct NodeState {
    NodeName name;
    QUrl url;
    bool isRunning = false;
};

class ClusterControl
{
public:
    virtual ~ClusterControl() = default;

    virtual QList<NodeState> nodes() const = 0;
    /// The cluster's time.
    virtual qint64 nowMs() const = 0;
    /// In good order: connections are closed with 1001 and unregistered. Errors: not_found, not_running.
    virtual core::Result<void> stopNode(const NodeName &name) = 0;
    /// As a crash: connections are cut, their records stay until they expire. Errors: not_found, not_running.
    virtual core::Result<void> killNode(const NodeName &name) = 0;
    /// On the port that it had, with nothing of what it held; its virtual peers come back. Errors: not_found, running, listen.
    virtual core::Result<void> startNode(const NodeName &name) = 0;
    /// Moves the cluster's time on at once: what falls due happens, each thing once, before this returns. Error: bad_argument.
    virtual core::Result<void> advanceClock(std::chrono::milliseconds by) = 0;
    /// Faults::toJson.
    virtual core::Json faults() const = 0;
    /// Replaces all rules; null: there are none. Error: faults.invalid.
    virtual core::Result<void> setFaults(const core::Json &rules) = 0;
};

} // namespace signalbox::simulator
