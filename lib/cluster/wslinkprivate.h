// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a WsLink and the calls that wait on it. Internal to the module.
#pragma once

#include "cluster/trafficrecord.h"
#include "cluster/wslink.h"

#include <QHash>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace signalbox::cluster {

class LinkOpenCall final : public core::AsyncCall<void>
{
public:
    LinkOpenCall(std::weak_ptr<WsLink::Private *> link, core::Scheduler &scheduler, LinkAddress address, const QSslConfiguration &tls,
                 std::chrono::milliseconds wait);
    ~LinkOpenCall() override;

    void end(const core::Result<void> &result);

private:
    void begin() override;
    void abort() override;

    std::weak_ptr<WsLink::Private *> m_link;
    core::Scheduler &m_scheduler;
    LinkAddress m_address;
    std::unique_ptr<QSslConfiguration> m_tls;
    std::chrono::milliseconds m_wait;
    core::Deadline m_deadline;
};

class LinkRequestCall final : public core::AsyncCall<protocol::Frame>
{
public:
    LinkRequestCall(std::weak_ptr<WsLink::Private *> link, core::Scheduler &scheduler, QString qid, QString method,
                    QList<core::JsonMember> members, std::chrono::milliseconds wait, QString abandon);
    ~LinkRequestCall() override;

    const QString &method() const { return m_method; }
    void end(core::Result<protocol::Frame> answer);

private:
    void begin() override;
    void abort() override;
    /// Forgets the wait; when it was still one, tells the cluster, if there is a method for that.
    void giveUp();

    std::weak_ptr<WsLink::Private *> m_link;
    core::Scheduler &m_scheduler;
    QString m_qid;
    QString m_method;
    QList<core::JsonMember> m_members;
    std::chrono::milliseconds m_wait;
    QString m_abandon;
    core::Deadline m_deadline;
};

class WsLink::Private final
{
public:
    enum class Phase : quint8 { Closed, Connecting, Open };
    using Kind = TrafficRecord::Kind;
    using Direction = TrafficRecord::Direction;

    Private(WsLink *link, const Profile &profile, Surroundings surroundings, Traffic &traffic);

    void connectTo(LinkOpenCall *call, const LinkAddress &address, const QSslConfiguration &tls);
    core::Result<void> sendText(const QByteArray &frame);
    core::Error notConnected() const;

    void watch();
    /// Of a wss socket that is being opened.
    void watchTls();
    void opened();
    void take(const QString &text);
    /// Ours or not, and if ours, settled or dropped.
    bool takeAnswer(const protocol::Frame &frame);
    void keepAlive();
    void ping();
    core::Error openingError();
    void record(TrafficRecord record);
    void recordFrame(Direction direction, const QByteArray &text, const core::Result<protocol::Frame> &frame);
    /// By the other side, or by nobody.
    void recordClose(int code, const QString &reason);
    /// The connection is gone without our asking.
    void lose(const core::Error &error);
    static constexpr int lostCode = 0; ///< for retire: there is nobody to say goodbye to
    /// Lets the socket go; it closes and deletes itself.
    void retire(int code);
    /// False when a callback has destroyed the link.
    bool settleAll(const core::Error &error);

    WsLink *q;
    const Profile &profile;
    Surroundings surroundings;
    Traffic &traffic;
    Phase phase = Phase::Closed;
    QWebSocket *socket = nullptr; ///< while not Closed; no child of ours, see retire
    LinkOpenCall *opening = nullptr;
    QHash<QString, LinkRequestCall *> waits; ///< by qid
    QString nonce;                           ///< begins our qids
    quint64 lastQid = 0;
    quint64 strayAnswers = 0;
    int unansweredPings = 0;
    int refusal = 0;                       ///< status of the last handshake
    std::optional<core::Error> tlsProblem; ///< why the last one of TLS did not do
    QString key;                           ///< of what is recorded
    QString connectionId;
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy};
    core::Deadline nextPing;
    std::shared_ptr<Private *> self; ///< calls hold it weakly
};

} // namespace signalbox::cluster
