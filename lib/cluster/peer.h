// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that we hold ourselves, as an external system (token API) or as a user, answering by rules.
#pragma once

#include "cluster/clustersession.h"
#include "peering/rules.h"
#include "protocol/frame.h"

namespace signalbox::cluster {

using PeerKind = LinkKind;

/// What happened on the connection, in order; a line of the verb "peer". The frames of login and set-up do not show: they hold secrets.
struct PeerEvent {
    enum class Kind : quint8 { Connected, Received, Sent, Rule, Closed };
    Kind kind = Kind::Connected;
    QString connectionId;  ///< Connected
    protocol::Frame frame; ///< Received, Sent
    QString text;          ///< a received frame that is no ["method", …]; the reason of Closed; the rule's name
};

class Peer final : public QObject
{
    Q_OBJECT

public:
    Peer(Profile profile, Credentials credentials, PeerKind kind, QStringList capabilities, peering::Rules rules, Surroundings surroundings,
         TrafficLog log = {});
    ~Peer() override;

    /// Connects, sets up, logs in (kind User) and asks connection_info: the connection id, or an empty text for a user where the cluster
    /// does not tell it. Errors as of a session.
    Call<QString> open();
    /// Errors: not_connected, too_large, busy.
    core::Result<void> send(const QString &method, const core::Json &body);
    /// Closes the connection and, kind User, ends its session; the event Closed comes when both are done, within 5 s.
    void close();

Q_SIGNALS:
    void happened(const signalbox::cluster::PeerEvent &event);

private:
    friend class PeerOpenCall;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
