// SPDX-License-Identifier: GPL-3.0-or-later
// "run": one run of a scenario here, its operations on the cluster.
#pragma once

#include "cli/clusterverb.h"
#include "cli/scenariocheck.h"
#include "runner/runcontroller.h"
#include "runner/runinputs.h"

namespace signalbox::cli {

class RunVerb final : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(RunVerb)

public:
    static VerbSpec spec();
    RunVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    void dropCalls() override;
    void interrupted() override;

    /// The failure that ends the verb before anything runs.
    std::optional<Failure> prepare();
    std::optional<Failure> readScenario(const core::Dialect &dialect);
    std::optional<Failure> readInputs(const core::Dialect &dialect);
    std::optional<Failure> readVariableFile(const core::Dialect &dialect);
    std::optional<Failure> readFolders();
    std::optional<Failure> readLimits();
    bool needsCluster() const;

    void pickNext();
    void run();
    void showStep(const machine::TraceEvent &step);
    void ended(const runner::RunReport &report);
    void showReport(const runner::RunReport &report);
    /// True when every file that was asked for is written.
    bool writeFiles(const runner::RunReport &report);

    std::optional<scenario::Scenario> m_scenario;
    std::shared_ptr<const machine::Program> m_program;
    runner::RunInputs m_inputs;
    machine::Limits m_limits;
    QStringList m_unpicked;           // selectors whose connection is still to be found
    QHash<QString, QString> m_picked; // connection ids by selector
    qsizetype m_nameWidth = 0;
    cluster::Call<cluster::Registration> m_picking;
    std::unique_ptr<runner::RunController> m_controller;
};

} // namespace signalbox::cli
