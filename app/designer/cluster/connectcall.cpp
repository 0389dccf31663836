// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/connectcall.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::SecretKind;
using core::Result;

ConnectCall::ConnectCall(Clusters &clusters, ClusterChoice choice, TypedSecrets typed, std::function<void(const QString &)> phase)
    : m_clusters(clusters),
      m_choice(std::move(choice)), m_credentials{std::move(typed.password), std::move(typed.token), std::move(typed.proxyPassword)},
      m_phase(std::move(phase))
{}

ConnectCall::~ConnectCall()
{
    abort();
}

void ConnectCall::begin()
{
    if (m_choice.kind != ClusterChoice::Kind::Simulated)
        return findPassword();
    m_phase(tr("Starting the simulated cluster…"));
    step<cluster::Profile>(m_clusters.embedded().start(), [this](const Result<cluster::Profile> &profile) {
        if (!profile)
            return finish(tl::unexpected(profile.error()));
        m_choice.profile.address = profile->address;
        m_choice.profile.nodes = profile->nodes;
        m_choice.profile.dialect = profile->dialect;
        findPassword();
    });
}

void ConnectCall::findPassword()
{
    if (!m_credentials.password.isEmpty())
        return findProxyPassword();
    m_phase(tr("Looking for the password in the keychain…"));
    step<std::optional<QString>>(
        m_clusters.findSecret(SecretKind::Password, m_choice), [this](const Result<std::optional<QString>> &found) {
            if (!found || !*found)
                return finish(core::fail(u"no_password"_s, tr("No password is kept for “%1”. Type it in.").arg(m_choice.profile.login)));
            m_credentials.password = **found;
            findProxyPassword();
        });
}

void ConnectCall::findProxyPassword()
{
    const cluster::ProxyAddress &proxy = m_choice.profile.proxy;
    if (proxy.user.isEmpty() || !m_credentials.proxyPassword.isEmpty())
        return login();
    step<std::optional<QString>>(
        m_clusters.findSecret(SecretKind::ProxyPassword, m_choice), [this, proxy](const Result<std::optional<QString>> &found) {
            if (!found || !*found)
                return finish(core::fail(u"no_proxy_password"_s,
                                         tr("No password is kept for “%1” at the proxy %2. Type it in.").arg(proxy.user, proxy.host)));
            m_credentials.proxyPassword = **found;
            login();
        });
}

void ConnectCall::login()
{
    m_phase(tr("Logging in to %1 as “%2”…").arg(m_choice.profile.address.authority(), m_choice.profile.login));
    m_connection =
        std::make_unique<ClusterConnection>(m_choice, m_credentials, m_clusters.world().surroundings, m_clusters.guard(m_choice.profile));
    m_connection->login([this](const Result<void> &result) {
        std::unique_ptr<ClusterConnection> connection = std::move(m_connection);
        if (result)
            finish(std::shared_ptr<ClusterConnection>(std::move(connection)));
        else
            finish(tl::unexpected(result.error()));
    });
}

void ConnectCall::abort()
{
    m_clusters.leave(std::move(m_connection));
    StepsCall::abort();
}

} // namespace signalbox::designer
