// SPDX-License-Identifier: GPL-3.0-or-later
// One web socket with the cluster: opening with a deadline, frames both ways, requests that wait for their own answer and no other, and
// keep-alive. Knows frames and correlation; what methods mean is for others (linksetup.h, clustersession.h, peer.h).
// Known limit: Qt 6.4's socket ends the link when the other side cuts a text into fragments within a character.
#pragma once

#include "cluster/clustersession.h"
#include "protocol/frame.h"

#include <QObject>

class QNetworkProxy;
class QSslConfiguration;
class QWebSocket;

namespace signalbox::cluster {

class Traffic;

/// Where to connect and as whom.
struct LinkAddress {
    QUrl url;
    QByteArray header; ///< "Authorization" or "Cookie"
    QByteArray value;  ///< a secret
};

class WsLink final : public QObject
{
    Q_OBJECT

public:
    WsLink(const Profile &profile, Surroundings surroundings, Traffic &traffic);
    /// Closes it; waiting calls end by their deadlines.
    ~WsLink() override;

    void setProxy(const QNetworkProxy &proxy);
    /// Errors: unreachable, refused (HTTP status of the handshake), try_later, too_many_sessions, timeout, not_connected (closed
    /// meanwhile).
    Call<void> open(const LinkAddress &address, const QSslConfiguration &tls);
    /// Sends ["method", {"qid": <ours>, …members}] and waits for ["method_result", {"qid": <the same>, …}], whatever its result.
    /// abandon: the method that is sent with the same qid when the wait ends without an answer; empty for none.
    /// Errors: timeout, not_connected, too_large, busy (too many waits, or the cluster takes nothing).
    Call<protocol::Frame> request(const QString &method, QList<core::JsonMember> members, std::chrono::milliseconds wait,
                                  const QString &abandon = {});
    /// Errors: not_connected, too_large, busy.
    core::Result<void> send(const QString &method, const core::Json &body);
    core::Result<void> sendText(const QByteArray &frame);
    /// Waiting calls are answered not_connected; lost() is not emitted.
    void close(int code = 1000);

    bool isOpen() const;
    /// Errors: not_connected. ponged() tells of the answer.
    core::Result<void> ping();
    /// The open connection's name at the registrar, for records of traffic; empty when it is opened anew.
    void setConnectionId(const QString &id);
    /// What records of traffic call this connection; another one each time it is opened, empty without a tap.
    QString key() const;
    /// HTTP status with which the last handshake was refused; 0 when it was not.
    int refusal() const;
    /// Answers that came too late, twice, or for nobody; they were dropped.
    quint64 strayAnswers() const;

Q_SIGNALS:
    /// Any frame but an answer to one of our requests.
    void received(const signalbox::protocol::Frame &frame);
    /// A text that is no frame.
    void receivedOther(const QString &text, const signalbox::core::Error &error);
    /// After so long the other side answered a ping, of keep-alive or of ours.
    void ponged(std::chrono::milliseconds roundTrip);
    /// Closed without our asking. Waiting calls have been answered.
    void lost(const signalbox::core::Error &error);

private:
    friend class LinkOpenCall;
    friend class LinkRequestCall;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::cluster
