// SPDX-License-Identifier: GPL-3.0-or-later
// "peer": hold a connection as an external system or a user, and show what comes and goes.
#pragma once

#include "cli/secretsource.h"
#include "cli/verb.h"
#include "cluster/peer.h"

namespace signalbox::cli {

class PeerVerb final : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(PeerVerb)

public:
    static VerbSpec spec();
    PeerVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

    /// A line of the output, secrets masked: {"time","event","connection_id","method","body","text"}, what does not apply left out.
    static core::Json toJson(const cluster::PeerEvent &event, qint64 nowMs);

private:
    /// Error: usage, or invalid for a rules file.
    core::Result<void> prepare();
    void findSecrets();
    void open();
    void happened(const cluster::PeerEvent &event);
    void interrupted();
    void end(int exitCode, std::chrono::milliseconds delay = {});

    cluster::PeerKind m_kind = cluster::PeerKind::Token;
    peering::Rules m_rules;
    Done m_done;
    SecretSource m_secrets;
    QList<cluster::SecretKind> m_missing; ///< secrets that are still to be found
    cluster::Credentials m_credentials;
    std::unique_ptr<cluster::Peer> m_peer;
    cluster::Call<QString> m_opening;
    core::Deadline m_turn;
    QObject m_scope;
    bool m_closing = false;
};

} // namespace signalbox::cli
