// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the secrets of a profile and tests the connection with them. Secrets that nobody has are simply missing: the test says how far it
// came.
#pragma once

#include "cluster/connectiontest.h"
#include "designer/cluster/connectcall.h"

namespace signalbox::designer {

class ProfileTest final : public cluster::StepsCall<QList<cluster::ConnectionStep>>
{
public:
    /// clusters must outlive it.
    ProfileTest(Clusters &clusters, cluster::Profile profile, TypedSecrets typed, cluster::ConnectionTest::Told told);

private:
    void begin() override { find(cluster::SecretKind::Password); }
    void find(cluster::SecretKind kind);
    void next(cluster::SecretKind after);
    void test();

    Clusters &m_clusters;
    ClusterChoice m_choice;
    cluster::Credentials m_credentials;
    cluster::ConnectionTest::Told m_told;
};

} // namespace signalbox::designer
