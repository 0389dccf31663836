// SPDX-License-Identifier: GPL-3.0-or-later
// "run --on-cluster": the cluster runs the whole scenario, which is kept there for that and removed afterwards.
#pragma once

#include "cli/runverb.h"
#include "runner/wholescenario.h"

namespace signalbox::cli {

class ClusterRunVerb final : public RunVerb
{
    Q_DECLARE_TR_FUNCTIONS(ClusterRunVerb)

public:
    ClusterRunVerb(Context &context, GlobalOptions globals, Arguments arguments);

private:
    std::optional<Failure> prepare(const core::Dialect &dialect) override;
    bool needsCluster() const override { return true; }
    void run() override;
    QString summary(const runner::RunReport &report) override;
    void interrupted() override;
    void dropCalls() override;

    /// What the run comes to; message is empty when it did not fail.
    runner::RunReport report(const core::Json &variables, const QString &message);

    std::chrono::milliseconds m_limit{0};
    std::optional<runner::WholeScenario> m_whole;
    cluster::Call<core::Json> m_running;
    qint64 m_startedMs = 0; // since 1970
    qint64 m_startedUs = 0;
};

} // namespace signalbox::cli
