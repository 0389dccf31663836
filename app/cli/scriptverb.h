// SPDX-License-Identifier: GPL-3.0-or-later
// What "push" and "pull" have in common: which collection, and that the cluster outlives the command.
#pragma once

#include "cli/clusterverb.h"
#include "cluster/scriptstore.h"

namespace signalbox::cli {

class ScriptVerb : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(ScriptVerb)

protected:
    using ClusterVerb::ClusterVerb;

    static OptionSpec typeOption();
    /// Reads --type and refuses the simulated cluster.
    std::optional<Failure> readType();
    cluster::ScriptType type() const { return m_type; }
    /// What an answer of the script store means.
    static Failure failureOf(const core::Error &error);

private:
    cluster::ScriptType m_type = cluster::ScriptType::Svc;
};

} // namespace signalbox::cli
