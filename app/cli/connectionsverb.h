// SPDX-License-Identifier: GPL-3.0-or-later
// "connections": who holds which web socket connection, from the registrar.
#pragma once

#include "cli/clusterverb.h"

namespace signalbox::cli {

class ConnectionsVerb final : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionsVerb)

public:
    static VerbSpec spec();
    ConnectionsVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override { m_call.reset(); }
    void show(const QList<cluster::Registration> &registrations);
    bool isWanted(const cluster::Registration &registration) const;

    cluster::Call<QList<cluster::Registration>> m_call;
};

} // namespace signalbox::cli
