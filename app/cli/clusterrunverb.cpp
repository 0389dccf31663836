// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clusterrunverb.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

/// What is wrong with the scenario or its run, and not with the way to the cluster or our rights there.
bool isOfTheRun(const core::Error &error)
{
    static const QSet<QString> codes{u"script_failed"_s, u"deadline"_s,       u"timeout"_s,   u"bad_answer"_s,
                                     u"bad_argument"_s,  u"already_exists"_s, u"too_large"_s, u"file_not_found"_s,
                                     u"unreadable"_s,    u"bad_name"_s,       u"rejected"_s,  u"busy"_s};
    return codes.contains(error.code);
}

} // namespace

ClusterRunVerb::ClusterRunVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : RunVerb(context, std::move(globals), std::move(arguments))
{}

std::optional<Failure> ClusterRunVerb::prepare(const core::Dialect &dialect)
{
    const std::chrono::milliseconds longest = runner::RemoteOperations::longestScenario(dialect);
    if (deadline() && *deadline() > longest)
        return Failure{exitcode::usage,
                       tr("With --on-cluster, --deadline is at most %1 s: what lies on the cluster for longer is taken for "
                          "a leftover of a run that crashed.")
                           .arg(longest.count() / 1000)};
    m_limit = deadline().value_or(std::min(machine::Limits().time, longest));
    // Connections are not known yet; everything else is judged before anything is sent.
    const core::Result<runner::WholeScenario> whole = runner::WholeScenario::make(scenario(), inputs(), dialect);
    if (!whole)
        return Failure{arguments().has(u"var"_s) ? exitcode::usage : exitcode::invalid, whole.error().message};
    const QStringList warnings = whole->localPaths(files()).warnings;
    for (const QString &warning : warnings)
        complain(tr("Warning: %1").arg(warning));
    if (arguments().has(u"trace"_s))
        complain(tr("Warning: a cluster does not tell a scenario's steps: the file of --trace will be empty."));
    return std::nullopt;
}

void ClusterRunVerb::run()
{
    core::Result<runner::WholeScenario> whole = runner::WholeScenario::make(scenario(), inputs(), link().dialect());
    if (!whole) {
        finish(Failure{exitcode::invalid, whole.error().message});
        return;
    }
    m_whole = std::move(*whole);
    m_startedMs = context().surroundings.clock.nowMs();
    m_startedUs = context().surroundings.clock.monotonicUs();
    m_running = link().operations().runWhole(*m_whole, m_limit);
    m_running->start([this](const core::Result<Json> &variables) {
        if (variables)
            ended(report(*variables, {}), exitcode::failed);
        else
            ended(report({}, variables.error().message), isOfTheRun(variables.error()) ? exitcode::failed : exitcode::unreachable);
    });
}

runner::RunReport ClusterRunVerb::report(const Json &variables, const QString &message)
{
    runner::RunReport report;
    report.reason.reset();
    report.message = message;
    report.result = m_whole->resultIn(variables);
    for (const core::JsonMember &member : variables.members())
        report.variables.insert(member.key, runner::RunInputs::valueOf(member.value));
    report.startedMs = m_startedMs;
    report.durationUs = context().surroundings.clock.monotonicUs() - m_startedUs;
    return report;
}

QString ClusterRunVerb::summary(const runner::RunReport &report)
{
    return tr("%1 after %2 ms on the cluster, which does not say why a scenario ended")
        .arg(colouredReason(report), milliseconds(report.durationUs));
}

void ClusterRunVerb::interrupted()
{
    if (!m_running) {
        ClusterVerb::interrupted();
        return;
    }
    m_running.reset(); // stops the scenario there
    ended(report({}, tr("The run was interrupted.")), exitcode::failed);
}

void ClusterRunVerb::dropCalls()
{
    RunVerb::dropCalls();
    m_running.reset();
}

} // namespace signalbox::cli
