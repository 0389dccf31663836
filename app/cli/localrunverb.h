// SPDX-License-Identifier: GPL-3.0-or-later
// "run" without --on-cluster: one run of a scenario here, step by step, its operations on the cluster.
#pragma once

#include "cli/runverb.h"
#include "runner/runcontroller.h"

namespace signalbox::cli {

class LocalRunVerb final : public RunVerb
{
    Q_DECLARE_TR_FUNCTIONS(LocalRunVerb)

public:
    LocalRunVerb(Context &context, GlobalOptions globals, Arguments arguments);

private:
    std::optional<Failure> prepare(const core::Dialect &dialect) override;
    bool needsCluster() const override;
    void run() override;
    QString summary(const runner::RunReport &report) override;
    void interrupted() override;
    void showStep(const machine::TraceEvent &step);

    std::shared_ptr<const machine::Program> m_program;
    qsizetype m_nameWidth = 0;
    std::unique_ptr<runner::RunController> m_controller;
};

} // namespace signalbox::cli
