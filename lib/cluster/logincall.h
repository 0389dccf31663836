// SPDX-License-Identifier: GPL-3.0-or-later
// POST iam/sessions and what its answers mean. Internal to the module: ClusterSession::login and a user's Peer use it.
#pragma once

#include "cluster/calls.h"
#include "cluster/restclient.h"

namespace signalbox::cluster {

class LoginCall final : public StepsCall<protocol::SessionInfo>
{
public:
    LoginCall(RestClient &rest, Credentials credentials);

private:
    void begin() override;
    core::Result<protocol::SessionInfo> read(const HttpAnswer &answer);
    core::Error refusal(const HttpAnswer &answer);

    RestClient &m_rest;
    Credentials m_credentials;
};

/// DELETE sessions/current, at most 5 s; whatever the answer, the session is forgotten and it is no error. Nothing is sent when there
/// is no session.
class LogoutCall final : public StepsCall<void>
{
public:
    explicit LogoutCall(RestClient &rest);

private:
    void begin() override;
    void abort() override;
    void end();

    RestClient &m_rest;
    std::weak_ptr<const void> m_life; ///< of the client
    core::Deadline m_deadline;
};

} // namespace signalbox::cluster
