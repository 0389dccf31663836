// SPDX-License-Identifier: GPL-3.0-or-later
// What set-up says on the wire and what its answers mean, and the opening of the token API's link. Internal to the module.
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

/// Connects to the token API and sets it up; a link whose set-up fails, or that nobody waits for any more, is closed again.
class LinkSetupCall final : public StepsCall<void>
{
public:
    LinkSetupCall(WsLink &link, RestClient &rest, QString token, QStringList capabilities);
    ~LinkSetupCall() override;

private:
    void begin() override;
    void abort() override;
    void setUp();
    void end(const core::Result<void> &result);

    QPointer<WsLink> m_link; ///< it and the client come and go together
    RestClient &m_rest;
    QString m_token;
    QStringList m_capabilities;
    bool m_isOurs = false; ///< the link is open and not handed over yet
};

} // namespace signalbox::cluster
