// SPDX-License-Identifier: GPL-3.0-or-later
// What set-up says on the wire and what its answers mean, and the opening of a link of either API. Internal to the module.
#pragma once

#include "cluster/calls.h"
#include "cluster/restclient.h"
#include "cluster/wslink.h"

#include <QPointer>

namespace signalbox::cluster {

/// [{"key":"msg"},…]
core::Json capabilityList(const QStringList &capabilities);

/// Error refused with the cluster's own words when the answer's result is not "ok"; a missing result counts as ok, as in setup_result.
core::Result<void> resultOf(const protocol::Frame &answer);

/// The list in a setup_result or login_result must say ok for every wanted capability. Error: refused, naming each that is not.
/// isListNeeded: an answer without a list is an error (bad_answer).
core::Result<void> checkCapabilities(const protocol::Frame &answer, const QStringList &wanted, bool isListNeeded);

/// As whom to open a link, and what for.
struct LinkEntry {
    LinkKind kind = LinkKind::Token;
    QString token;     ///< of kind Token
    QString sessionId; ///< of kind User: of the client's session
    QStringList capabilities;
    bool wantsId = false;              ///< the connection's id is asked for
    bool keepsSession = false;         ///< of kind Token, with wantsId: the client takes over the connection's session (platform.md §3)
    std::function<void()> opened = {}; ///< told when the web socket stands, before its set-up
};

/// Connects, sets up, logs in (kind User): the connection's id, or an empty text where it was not asked for or a user's cluster does not
/// tell it. A link whose set-up fails, or that nobody waits for any more, is closed again.
class LinkSetupCall final : public StepsCall<QString>
{
public:
    LinkSetupCall(WsLink &link, RestClient &rest, LinkEntry entry);
    ~LinkSetupCall() override;

private:
    void begin() override;
    void abort() override;
    void connectLink();
    void setUp();
    void logIn();
    void askConnection();
    void take(const protocol::Frame &info);
    void fail(core::Error error);
    void end(const QString &connectionId);

    QPointer<WsLink> m_link; ///< it and the client come and go together
    RestClient &m_rest;
    core::Scheduler &m_scheduler;
    LinkEntry m_entry;
    core::Error m_loginError; ///< of the method login; no code: none
    bool m_isOurs = false;    ///< the link is open and not handed over yet
};

} // namespace signalbox::cluster
