// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/localrunverb.h"

#include "cli/terminaltext.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 websock = 144;
constexpr qsizetype widestName = 32;

} // namespace

LocalRunVerb::LocalRunVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : RunVerb(context, std::move(globals), std::move(arguments))
{}

std::optional<Failure> LocalRunVerb::prepare(const core::Dialect &dialect)
{
    core::Result<std::shared_ptr<const machine::Program>> program = machine::Program::compile(scenario(), catalogue(), dialect);
    if (!program)
        return Failure{exitcode::invalid, tr("%1 cannot run here: %2").arg(file(), program.error().message)};
    m_program = std::move(*program);
    for (const QString &warning : m_program->warnings())
        complain(tr("Warning: %1").arg(warning));
    return std::nullopt;
}

bool LocalRunVerb::needsCluster() const
{
    for (qsizetype i = 0; i < scenario().objectCount(); ++i) {
        if (scenario().objectType(i) == websock)
            return true;
    }
    return picksConnections();
}

void LocalRunVerb::run()
{
    for (qsizetype i = 0; i < scenario().objectCount(); ++i)
        m_nameWidth = std::max(m_nameWidth, std::min(widestName, scenario().object(i)[u"name"].toString().size()));
    runner::RunController::Observer observer;
    if (!globals().json())
        observer.step = [this](const machine::TraceEvent &step) {
            showStep(step);
        };
    observer.log = [this](const machine::Log &log) {
        note(tr("Log of %1: %2").arg(QString::number(log.object), oneLine(log.text, 4000)));
    };
    machine::Limits limits;
    if (deadline())
        limits.time = *deadline();
    m_controller = std::make_unique<runner::RunController>(m_program, inputs(), limits, needsCluster() ? &link().operations() : nullptr,
                                                           context().surroundings, std::move(observer));
    m_controller->start([this](const core::Result<runner::RunReport> &report) {
        if (report)
            ended(*report, exitcode::failed);
        else
            finish(Failure{exitcode::internal, report.error().message});
    });
}

void LocalRunVerb::interrupted()
{
    if (m_controller)
        m_controller->stop(machine::Reason::Stop, tr("The run was interrupted."));
    else
        ClusterVerb::interrupted();
}

void LocalRunVerb::showStep(const machine::TraceEvent &step)
{
    const bool bad = step.outcome == "error"_L1 || step.outcome == "timeout"_L1;
    const bool good = step.outcome == "success"_L1;
    const QString outcome = coloured(step.outcome.leftJustified(8),
                                     bad    ? Colour::Red
                                     : good ? Colour::Green
                                            : Colour::Plain,
                                     context().colour);
    QString line = u"%1 ms  %2 %3  %4"_s.arg(milliseconds(step.startedUs + step.durationUs).rightJustified(9), step.type.leftJustified(8),
                                             oneLine(step.name, widestName).leftJustified(m_nameWidth), outcome);
    if (step.target) {
        const qsizetype index = scenario().indexOf(*step.target);
        line += u"→ "_s + (index < 0 ? QString::number(*step.target) : oneLine(scenario().object(index)[u"name"].toString(), widestName));
    }
    if (!step.error.isEmpty())
        line += u"  "_s + oneLine(step.error);
    print(line);
}

QString LocalRunVerb::summary(const runner::RunReport &report)
{
    return tr("%1 after %2 ms, %n step(s)", nullptr, static_cast<int>(report.steps.size()))
        .arg(colouredReason(report), milliseconds(report.durationUs));
}

} // namespace signalbox::cli
