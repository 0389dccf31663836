// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterconnection.h"

namespace signalbox::designer {

ClusterConnection::ClusterConnection(ClusterChoice choice, cluster::Credentials credentials, cluster::Surroundings surroundings,
                                     std::shared_ptr<cluster::LoginGuard> guard)
    : m_choice(std::move(choice)), m_session(m_choice.profile, std::move(credentials), surroundings, {}, std::move(guard))
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

} // namespace signalbox::designer
