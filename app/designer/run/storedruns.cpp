// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/storedruns.h"

#include "designer/run/runkeeper.h"
#include "scenario/scenarioreader.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype stepsAtOnce = 5000;

runner::RunReport endOf(const journal::Run &run)
{
    runner::RunReport report;
    report.reason = machine::reasonOf(run.reason);
    report.message = run.message;
    if (run.hasResult)
        report.result = core::Value(run.result);
    if (const auto variables = core::readJson(run.variables)) {
        for (const core::JsonMember &member : variables->members())
            report.variables.insert(member.key, runner::RunInputs::valueOf(member.value));
    }
    report.startedMs = run.startedUs / 1000;
    report.durationUs = run.durationUs;
    return report;
}

} // namespace

StoredRuns::StoredRuns(journal::Journal &journal, core::Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_scheduler(scheduler), m_reader(journal.path())
{
    const auto soon = [this] {
        if (!m_pause.isArmed())
            m_pause.arm(m_scheduler, listPause, [this] { readList(); });
    };
    connect(&journal, &journal::Journal::ready, this, soon);
    connect(&journal, &journal::Journal::runChanged, this, soon);
    soon();
}

StoredRuns::~StoredRuns() = default;

void StoredRuns::readList()
{
    m_listing = m_reader.runs();
    m_listing->start([this](const core::Result<QList<journal::Run>> &runs) {
        if (!runs)
            return;
        const bool isOther = m_runs != *runs;
        m_runs = *runs;
        if (isOther)
            Q_EMIT changed();
    });
}

QList<journal::Run> StoredRuns::of(const QString &path, const QString &title) const
{
    QList<journal::Run> runs;
    for (const journal::Run &run : m_runs) {
        const bool isIts = path.isEmpty() ? run.path.isEmpty() && run.document == title : run.path == path;
        if (isIts && runs.size() < mostListed)
            runs.append(run);
    }
    return runs;
}

void StoredRuns::read(const QString &id, const scenario::Scenario &otherwise, Read read)
{
    m_stepping.reset();
    m_read = std::move(read);
    m_reading = m_reader.run(id);
    m_reading->start([this, otherwise](const core::Result<journal::Run> &run) {
        if (!run) {
            m_read(nullptr, run.error().message);
            return;
        }
        m_run = *run;
        scenario::ReadResult kept = scenario::readScenario(run->scenario);
        m_log = std::make_unique<RunLog>(
            RunLog::About{run->document, run->cluster, kept.scenario ? std::move(*kept.scenario) : otherwise, run->startedUs / 1000});
        readSteps();
    });
}

void StoredRuns::readSteps()
{
    m_stepping = m_reader.steps(m_run->id, m_log->steps().size(), stepsAtOnce);
    m_stepping->start([this](const core::Result<QList<journal::RunStep>> &steps) {
        if (!steps) {
            m_read(nullptr, steps.error().message);
            return;
        }
        for (const journal::RunStep &step : *steps)
            m_log->add(fromJournal(step, m_log->about().startedMs));
        if (steps->size() == stepsAtOnce && m_log->dropped() == 0) {
            readSteps();
            return;
        }
        if (m_run->finished)
            m_log->finish(endOf(*m_run));
        m_read(std::move(m_log), {});
    });
}

void StoredRuns::readStep(const QString &id, qint64 number, qint64 runStartedMs, std::function<void(const runner::StepRecord &)> read)
{
    m_step = m_reader.step(id, number - 1);
    m_step->start([runStartedMs, read = std::move(read)](const core::Result<journal::RunStep> &step) {
        if (step)
            read(fromJournal(*step, runStartedMs));
    });
}

} // namespace signalbox::designer
