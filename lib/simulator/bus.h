// SPDX-License-Identifier: GPL-3.0-or-later
// How nodes reach each other: an operation goes to the node that holds its connection, a scenario is stopped where it runs. Here within
// one process; the interface says nothing of that.
#pragma once

#include "operation/operation.h"
#include "protocol/records.h"
#include "simulator/registrar.h"

namespace signalbox::simulator {

class Node;

/// An operation of component 144 on its way to a node. Files travel as paths on storage that all nodes share.
struct BusRequest {
    operation::Operation operation;
    QString sourcePath; ///< on the host, of the file to place or to put
    QString sourceName; ///< its base name
};

class Bus
{
public:
    using Done = std::function<void(const operation::Outcome &outcome)>;

    virtual ~Bus() = default;
    /// done comes once, maybe from within the call. A node that is gone: not_active. The result of a get_file is a path on the host.
    virtual void perform(const NodeName &node, const BusRequest &request, Done done) = 0;
    /// Closes the connections of a session on all nodes.
    virtual void closeSession(const QString &sessionId, Reason reason) = 0;
    /// The scenarios that run on all nodes.
    virtual QList<protocol::RuntimeRecord> runtimes() const = 0;
    /// Stops the scenario, wherever it runs; false when there is none with this id.
    virtual bool stopRuntime(const QString &id) = 0;
};

class LocalBus final : public Bus
{
public:
    void join(Node &node);
    void leave(Node &node);

    void perform(const NodeName &node, const BusRequest &request, Done done) override;
    void closeSession(const QString &sessionId, Reason reason) override;
    QList<protocol::RuntimeRecord> runtimes() const override;
    bool stopRuntime(const QString &id) override;

private:
    QList<Node *> m_nodes;
};

} // namespace signalbox::simulator
