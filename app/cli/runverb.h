// SPDX-License-Identifier: GPL-3.0-or-later
// "run": what a run here and one on the cluster have in common: the scenario, its inputs and folders, the connections that these pick, and
// the report.
#pragma once

#include "cli/clusterverb.h"
#include "cli/scenariocheck.h"
#include "runner/pickcall.h"
#include "runner/runinputs.h"
#include "runner/runreport.h"

namespace signalbox::cli {

class RunVerb : public ClusterVerb
{
    Q_DECLARE_TR_FUNCTIONS(RunVerb)

public:
    static VerbSpec spec();
    void start(Done done) final;

protected:
    RunVerb(Context &context, GlobalOptions globals, Arguments arguments);

    /// What else must be right before anything is sent; called once, when all is read.
    virtual std::optional<Failure> prepare(const core::Dialect &dialect) = 0;
    virtual bool needsCluster() const = 0;
    /// Everything is at hand: connections are picked and the link is open, where they are needed.
    virtual void run() = 0;
    /// The first line of a report for people.
    virtual QString summary(const runner::RunReport &report) = 0;

    /// Shows the report, writes the files that were asked for and ends the verb, with this code when the run failed.
    void ended(const runner::RunReport &report, int failureCode);

    QString file() const; ///< as it was given
    core::Dialect dialect();
    const scenario::Scenario &scenario() const { return *m_scenario; } ///< from prepare() on
    const catalogue::Catalogue &catalogue() const { return m_check->catalogue(); }
    machine::Inputs inputs() const; ///< before run(), connections are still empty
    bool picksConnections() const { return !m_inputs.connections().isEmpty(); }
    std::optional<std::chrono::milliseconds> deadline() const { return m_deadline; }
    QString colouredReason(const runner::RunReport &report);
    static QString milliseconds(qint64 microseconds);

    void dropCalls() override;

private:
    /// The failure that ends the verb before anything runs.
    std::optional<Failure> readAll();
    std::optional<Failure> readScenario(const core::Dialect &dialect);
    std::optional<Failure> readInputs(const core::Dialect &dialect);
    std::optional<Failure> readVariableFile(const core::Dialect &dialect);
    std::optional<Failure> readFolders();
    std::optional<Failure> readDeadline();

    void pick();
    void showReport(const runner::RunReport &report);
    /// True when every file that was asked for is written.
    bool writeFiles(const runner::RunReport &report);

    std::optional<ScenarioCheck> m_check;
    std::optional<scenario::Scenario> m_scenario;
    runner::RunInputs m_inputs;
    std::optional<std::chrono::milliseconds> m_deadline;
    QHash<QString, QString> m_picked; // connection ids by selector
    cluster::Call<QHash<QString, QString>> m_picking;
};

} // namespace signalbox::cli
