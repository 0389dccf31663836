// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/bus.h"

#include "simulator/node.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

void LocalBus::join(Node &node)
{
    m_nodes.append(&node);
}

void LocalBus::leave(Node &node)
{
    m_nodes.removeOne(&node);
}

void LocalBus::perform(const NodeName &node, const BusRequest &request, Done done)
{
    for (Node *each : std::as_const(m_nodes)) {
        if (each->name() == node) {
            each->perform(request, std::move(done));
            return;
        }
    }
    done(operation::Outcome::failure(u"not_active"_s, u"The node that holds the connection is gone"_s));
}

void LocalBus::closeSession(const QString &sessionId, Reason reason)
{
    const QList<Node *> nodes = m_nodes;
    for (Node *node : nodes)
        node->closeSession(sessionId, reason);
}

QList<protocol::RuntimeRecord> LocalBus::runtimes() const
{
    QList<protocol::RuntimeRecord> records;
    for (Node *node : m_nodes)
        records += node->svc().runtimes();
    return records;
}

bool LocalBus::stopRuntime(const QString &id)
{
    return std::any_of(m_nodes.begin(), m_nodes.end(), [&id](Node *node) { return node->svc().abort(id); });
}

} // namespace signalbox::simulator
