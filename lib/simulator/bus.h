// SPDX-License-Identifier: GPL-3.0-or-later
// How nodes reach each other: an operation goes to the node that holds its connection. Here within one process; the interface says
// nothing of that.
#pragma once

#include "operation/operation.h"
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
    virtual void closeSession(const QString &sessionId) = 0;
};

class LocalBus final : public Bus
{
public:
    void join(Node &node);
    void leave(Node &node);

    void perform(const NodeName &node, const BusRequest &request, Done done) override;
    void closeSession(const QString &sessionId) override;

private:
    QList<Node *> m_nodes;
};

} // namespace signalbox::simulator
