// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/profiletest.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::ConnectionStep;
using cluster::SecretKind;
using core::Result;

ProfileTest::ProfileTest(Clusters &clusters, cluster::Profile profile, TypedSecrets typed, cluster::ConnectionTest::Told told)
    : m_clusters(clusters), m_choice{ClusterChoice::Kind::Profile, std::move(profile)}, m_credentials{std::move(typed.password),
                                                                                                      std::move(typed.token),
                                                                                                      std::move(typed.proxyPassword)},
      m_told(std::move(told))
{}

void ProfileTest::find(SecretKind kind)
{
    const QString &typed = kind == SecretKind::Password ? m_credentials.password
                           : kind == SecretKind::Token  ? m_credentials.token
                                                        : m_credentials.proxyPassword;
    const bool isNeeded = kind != SecretKind::ProxyPassword || !m_choice.profile.proxy.user.isEmpty();
    if (!typed.isEmpty() || !isNeeded)
        return next(kind);
    step<std::optional<QString>>(m_clusters.findSecret(kind, m_choice), [this, kind](const Result<std::optional<QString>> &found) {
        if (found && *found)
            m_credentials.set(kind, **found);
        next(kind);
    });
}

void ProfileTest::next(SecretKind after)
{
    switch (after) {
    case SecretKind::Password:
        return find(SecretKind::Token);
    case SecretKind::Token:
        return find(SecretKind::ProxyPassword);
    case SecretKind::ProxyPassword:
        return test();
    }
}

void ProfileTest::test()
{
    // A token is for operations, which need this capability; the user API is opened without any.
    const QStringList capabilities = m_credentials.token.isEmpty() ? QStringList() : QStringList{u"svcscript"_s};
    step<QList<ConnectionStep>>(
        std::make_unique<cluster::ConnectionTest>(m_choice.profile, m_credentials, cluster::ConnectionGoal{capabilities},
                                                  m_clusters.world().surroundings, m_clusters.guard(m_choice.profile), m_told),
        [this](Result<QList<ConnectionStep>> steps) { finish(std::move(steps)); });
}

} // namespace signalbox::designer
