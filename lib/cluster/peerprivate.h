// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a Peer and the call that opens it. Internal to the module.
#pragma once

#include "cluster/calls.h"
#include "cluster/fileexchange.h"
#include "cluster/loginguard.h"
#include "cluster/peer.h"
#include "cluster/restclient.h"
#include "cluster/traffic.h"
#include "cluster/wslink.h"

#include <QSet>

namespace signalbox::cluster {

class PeerOpenCall;

class Peer::Private final
{
public:
    enum class Phase : quint8 { Closed, Opening, Open, Closing };

    Private(Peer *peer, Profile profile, Credentials credentials, PeerKind kind, QStringList capabilities, peering::Rules rules,
            Surroundings surroundings, TrafficLog log);
    ~Private();

    void opened(const QString &id);
    /// Closes and logs out; Closed is emitted when the connection was open before.
    void shut(int code, const QString &reason);
    void take(const protocol::Frame &frame);
    /// False when what was told has destroyed the peer.
    bool tell(const PeerEvent &event);
    bool perform(const peering::Action &action);
    void later(const peering::Action &action);
    void cancelActions();

    Peer *q;
    Profile profile;
    Credentials credentials;
    PeerKind kind;
    QStringList capabilities;
    peering::Rules rules;
    Surroundings surroundings;
    Traffic traffic;
    LoginGuard guard;
    RestClient rest;
    WsLink link;
    FileExchange files;
    QString connectionId;
    Phase phase = Phase::Closed;
    PeerOpenCall *opening = nullptr;
    bool isDeaf = false;          ///< a rule said to read no more: a QWebSocket cannot stop reading, so what comes is ignored
    QList<protocol::Frame> early; ///< came before the opening was over
    QSet<core::Scheduler::Token> pending;
    Call<void> logout;
    std::shared_ptr<Private *> self; ///< expires with the peer
};

class PeerOpenCall final : public StepsCall<QString>
{
public:
    explicit PeerOpenCall(std::weak_ptr<Peer::Private *> peer);
    ~PeerOpenCall() override;

    /// Ends it: the peer is being closed.
    void stop();

private:
    void begin() override;
    void abort() override;
    void openLink(const QString &sessionId);
    void fail(core::Error error);

    /// The peer; null when it is gone.
    Peer::Private *peer() const;

    std::weak_ptr<Peer::Private *> m_peer;
    core::QtScheduler m_own; ///< only to answer when there is no peer any more
    bool m_isOurs = false;   ///< opening is under way
};

} // namespace signalbox::cluster
