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
    bool isOpen() const;
    /// As open() told it.
    QString connectionId() const;
    const Profile &profile() const;
    /// What records of its traffic are called after; its login or "token" otherwise. For openings to come.
    void setName(const QString &name);
    /// What records of traffic call the connection (WsLink::key).
    QString key() const;
    /// From the next frame on; what was started by the rules before still comes.
    void setRules(peering::Rules rules);
    /// Errors: not_connected, too_large, busy.
    core::Result<void> send(const QString &method, const core::Json &body);
    /// ponged() tells of the answer. Errors: not_connected.
    core::Result<void> ping();
    /// Closes the connection and, kind User, ends its session; the event Closed comes when both are done, within 5 s. code: 1000, or 3000
    /// to 4999, which are an application's own.
    void close(int code = 1000);
    /// With the rights of this connection's session, on the server that holds it: its files in target "websocktemp".
    FileExchange &files();
    RestClient &rest();

Q_SIGNALS:
    void happened(const signalbox::cluster::PeerEvent &event);
    void ponged(std::chrono::milliseconds roundTrip);

private:
    friend class PeerOpenCall;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
