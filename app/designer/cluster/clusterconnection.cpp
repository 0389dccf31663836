// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterconnection.h"

namespace signalbox::designer {

ClusterConnection::ClusterConnection(ClusterChoice choice, cluster::Credentials credentials, cluster::Surroundings surroundings,
                                     std::shared_ptr<cluster::LoginGuard> guard)
    : m_choice(std::move(choice)), m_credentials(std::move(credentials)), m_surroundings(surroundings), m_guard(std::move(guard)),
      m_session(m_choice.profile, m_credentials, m_surroundings, {}, m_guard)
{}

void ClusterConnection::login(LoggedIn done)
{
    m_done = std::move(done);
    m_login = m_session.login();
    m_login->start([this](const core::Result<protocol::SessionInfo> &info) {
        m_isLoggedIn = info.has_value();
        if (const LoggedIn told = std::exchange(m_done, nullptr))
            told(info ? core::Result<void>() : tl::unexpected(info.error()));
    });
}

std::unique_ptr<cluster::ClusterSession> ClusterConnection::anotherSession() const
{
    return std::make_unique<cluster::ClusterSession>(m_choice.profile, m_credentials, m_surroundings, cluster::TrafficLog(), m_guard);
}

void ClusterConnection::setToken(const QString &token)
{
    m_credentials.token = token;
    m_session.setToken(token);
}

} // namespace signalbox::designer
