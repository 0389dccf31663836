// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that we hold ourselves, as an external system (token API) or as a user, answering by rules.
#pragma once

#include "cluster/clustersession.h"
#include "peering/rules.h"
#include "protocol/frame.h"

namespace signalbox::cluster {

enum class PeerKind : quint8 { Token, User };

/// What happened on the connection, in order; a line of the verb "peer".
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
    Peer(Profile profile, Credentials credentials, PeerKind kind, QStringList capabilities, peering::Rules rules,
         Surroundings surroundings);
    ~Peer() override;

    /// Connects, sets up, logs in (kind User) and asks connection_info: the connection id.
    Call<QString> open();
    void send(const QString &method, const core::Json &body);
    void close();

Q_SIGNALS:
    void happened(const signalbox::cluster::PeerEvent &event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
