// SPDX-License-Identifier: GPL-3.0-or-later
// Values: which cluster a person means, and which stored scenario a document is. No secrets.
#pragma once

#include "cluster/profile.h"
#include "cluster/scriptstore.h"

#include <QCoreApplication>

namespace signalbox::designer {

/// A cluster that can be chosen: a kept profile, an address that was typed in, or the embedded one.
struct ClusterChoice {
    enum class Kind : quint8 { Profile, Address, Simulated };
    Kind kind = Kind::Address;
    cluster::Profile profile; ///< of the embedded one: domain and login alone; where it listens is known once it runs

    /// For people.
    QString title() const
    {
        switch (kind) {
        case Kind::Profile:
            return profile.name;
        case Kind::Simulated:
            return QCoreApplication::translate("ClusterChoice", "Simulated cluster");
        case Kind::Address:
            break;
        }
        return profile.address.isEmpty() ? QCoreApplication::translate("ClusterChoice", "Another address") : profile.address.authority();
    }
    /// What tells it from all others, for the settings: "simulated", "address", or "profile:NAME".
    QString key() const
    {
        switch (kind) {
        case Kind::Simulated:
            return QStringLiteral("simulated");
        case Kind::Profile:
            return QStringLiteral("profile:") + profile.name;
        case Kind::Address:
            break;
        }
        return QStringLiteral("address");
    }
    /// Whether it is the same cluster, whoever logs in.
    bool isSameCluster(const ClusterChoice &other) const
    {
        if (kind == Kind::Simulated || other.kind == Kind::Simulated)
            return kind == other.kind;
        return profile.address == other.profile.address && profile.domain == other.profile.domain;
    }
};

/// The stored scenario that a document is, and the edit of it that it comes from.
struct ClusterOrigin {
    ClusterChoice cluster;
    cluster::ScriptType type = cluster::ScriptType::Svc;
    QString code;
    core::Json base; ///< id, lwt and ext

    bool isSameScenario(const ClusterOrigin &other) const
    {
        return cluster.isSameCluster(other.cluster) && type == other.type && code == other.code;
    }
};

} // namespace signalbox::designer
