// SPDX-License-Identifier: GPL-3.0-or-later
// "sessions": the web sessions of the cluster, as administrators see them; or the end of one.
#pragma once

#include "cli/clusterverb.h"
#include "cluster/sessionlist.h"

namespace signalbox::cli {

class SessionsVerb final : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(SessionsVerb)

public:
    static VerbSpec spec();
    SessionsVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override;
    void listed(const QList<protocol::SessionRecord> &sessions);
    void closeOne(const protocol::SessionRecord &session);
    bool isOwn(const protocol::SessionRecord &session);
    void showAll(const QList<protocol::SessionRecord> &sessions);
    void showClosed(const protocol::SessionRecord &session);

    std::unique_ptr<cluster::SessionList> m_sessions;
    cluster::Call<QList<protocol::SessionRecord>> m_listing;
    cluster::Call<void> m_closing;
};

} // namespace signalbox::cli
