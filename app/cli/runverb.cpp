// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runverb.h"

#include "cli/terminaltext.h"
#include "core/filestore.h"

#include <QDir>
#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr qint64 websock = 144;
constexpr double longestDeadlineS = 7 * 24 * 3600;
constexpr qint64 variableFileBytes = 16 * 1024 * 1024;
constexpr qsizetype widestName = 32;

QString seconds(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1000, 'f', 1);
}

} // namespace

VerbSpec RunVerb::spec()
{
    return {u"run"_s,
            u"FILE [--var N=V]… [--var-file F] [--startparam I=V]… [--files CATEGORY=DIR]… [--deadline S] [--trace F] [--junit F]"_s,
            tr("Run a scenario here, step by step, its operations on the cluster."),
            tr("Start parameters and variables come from the scenario's x-signalbox.inputs, then from --var-file, --var and --startparam."),
            {{u"var"_s, u"NAME=VALUE"_s, tr("A variable's initial value."), true},
             {u"var-file"_s, u"FILE"_s, tr("Initial values, a JSON object of variable names.")},
             {u"startparam"_s, u"I=VALUE"_s, tr("Start parameter I, 1 to 20."), true},
             {u"files"_s, u"CATEGORY=DIR"_s, tr("Paths of this category are files in this folder; they are uploaded before use."), true},
             {u"deadline"_s, u"S"_s, tr("Stop the run after so many seconds.")},
             {u"capabilities"_s, u"FILE"_s, tr("A capability description to check contents against."), true},
             {u"trace"_s, u"FILE"_s, tr("Write the steps as JSON Lines.")},
             {u"junit"_s, u"FILE"_s, tr("Write the outcome as JUnit XML.")}},
            1,
            1,
            makeVerb<RunVerb>};
}

RunVerb::RunVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ClusterVerb(context, std::move(globals), std::move(arguments), u"run"_s)
{}

void RunVerb::dropCalls()
{
    m_picking.reset();
}

void RunVerb::start(Done done)
{
    begin(std::move(done));
    if (const std::optional<Failure> failure = prepare()) {
        finish(*failure);
        return;
    }
    if (!needsCluster()) {
        run();
        return;
    }
    openLink(ClusterLink::Need::Operations, [this] {
        m_unpicked = m_inputs.connections();
        pickNext();
    });
}

std::optional<Failure> RunVerb::prepare()
{
    const core::Dialect dialect = globals().isSimulated() ? context().simulated().dialect : globals().profile().dialect;
    if (std::optional<Failure> failure = readLimits())
        return failure;
    if (std::optional<Failure> failure = readScenario(dialect))
        return failure;
    if (std::optional<Failure> failure = readFolders())
        return failure;
    return readInputs(dialect);
}

std::optional<Failure> RunVerb::readLimits()
{
    if (!arguments().has(u"deadline"_s))
        return std::nullopt;
    bool isNumber = false;
    const double deadline = arguments().value(u"deadline"_s).toDouble(&isNumber);
    if (!isNumber || !(deadline > 0 && deadline <= longestDeadlineS))
        return Failure{exitcode::usage, tr("--deadline is a number of seconds over 0 and up to %1, not \"%2\".")
                                            .arg(QString::number(longestDeadlineS, 'f', 0), arguments().value(u"deadline"_s))};
    m_limits.time = std::chrono::milliseconds(std::max<qint64>(1, static_cast<qint64>(deadline * 1000)));
    return std::nullopt;
}

std::optional<Failure> RunVerb::readScenario(const core::Dialect &dialect)
{
    ScenarioCheck check(dialect);
    const QStringList descriptions = arguments().values(u"capabilities"_s);
    for (const QString &file : descriptions) {
        if (const auto added = check.addCapabilities(file); !added)
            return Failure{exitcode::invalid, u"%1: %2"_s.arg(file, added.error().message)};
    }
    const QString file = arguments().operands().constFirst();
    ScenarioCheck::Checked checked = check.check(file);
    // What is a warning about a document is an error of a run: said once, by the run.
    checked.diagnostics.removeIf([](const core::Diagnostic &diagnostic) { return diagnostic.code == "inputs.invalid"_L1; });
    if (checked.scenario)
        m_inputs = runner::RunInputs::fromScenario(*checked.scenario, checked.diagnostics);
    for (const core::Diagnostic &diagnostic : std::as_const(checked.diagnostics))
        note(ScenarioCheck::toLine(file, diagnostic, context().errColour));
    if (!checked.scenario || core::hasErrors(checked.diagnostics))
        return Failure{exitcode::invalid, tr("%1 has errors and was not run.").arg(file)};
    m_scenario = std::move(checked.scenario);

    core::Result<std::shared_ptr<const machine::Program>> program = machine::Program::compile(*m_scenario, check.catalogue(), dialect);
    if (!program)
        return Failure{exitcode::invalid, tr("%1 cannot run here: %2").arg(file, program.error().message)};
    m_program = std::move(*program);
    for (const QString &warning : m_program->warnings())
        complain(tr("Warning: %1").arg(warning));
    return std::nullopt;
}

std::optional<Failure> RunVerb::readFolders()
{
    const QDir home = QFileInfo(arguments().operands().constFirst()).absoluteDir();
    const QMap<QString, QString> &folders = m_inputs.folders();
    for (auto it = folders.begin(); it != folders.end(); ++it) {
        if (const auto added = files().addCategory(it.key() + u'=' + home.absoluteFilePath(it.value())); !added)
            return Failure{exitcode::invalid, added.error().message};
    }
    const QStringList given = arguments().values(u"files"_s); // they outweigh the scenario's
    for (const QString &folder : given) {
        if (const auto added = files().addCategory(folder); !added)
            return Failure{exitcode::usage, added.error().message};
    }
    return std::nullopt;
}

std::optional<Failure> RunVerb::readVariableFile(const core::Dialect &dialect)
{
    if (!arguments().has(u"var-file"_s))
        return std::nullopt;
    const QString file = arguments().value(u"var-file"_s);
    const core::Result<QByteArray> text = core::readFile(file, variableFileBytes);
    if (!text)
        return Failure{exitcode::invalid, text.error().message};
    const auto values = core::readJson(*text);
    if (!values)
        return Failure{exitcode::invalid, ScenarioCheck::toLine(file, values.error(), false)};
    if (!values->isObject())
        return Failure{exitcode::invalid, tr("%1 must hold a JSON object of variable names and values.").arg(file)};
    for (const core::JsonMember &member : values->members()) {
        const auto set = m_inputs.setVariable(*m_scenario, dialect, member.key, runner::RunInputs::valueOf(member.value));
        if (!set)
            return Failure{exitcode::invalid, u"%1:%2:%3: %4"_s.arg(file, QString::number(member.place.line),
                                                                    QString::number(member.place.column), set.error().message)};
    }
    return std::nullopt;
}

std::optional<Failure> RunVerb::readInputs(const core::Dialect &dialect)
{
    if (std::optional<Failure> failure = readVariableFile(dialect))
        return failure;
    const QStringList variables = arguments().values(u"var"_s);
    for (const QString &assignment : variables) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return Failure{exitcode::usage, tr("--var has the form NAME=VALUE, not \"%1\".").arg(assignment)};
        const auto set = m_inputs.setVariable(*m_scenario, dialect, assignment.left(equals), core::Value(assignment.mid(equals + 1)));
        if (!set)
            return Failure{exitcode::usage, set.error().message};
    }
    const QStringList startParams = arguments().values(u"startparam"_s);
    for (const QString &assignment : startParams) {
        const qsizetype equals = assignment.indexOf(u'=');
        bool isNumber = false;
        const int number = assignment.left(equals).toInt(&isNumber);
        if (equals < 1 || !isNumber)
            return Failure{exitcode::usage, tr("--startparam has the form NUMBER=VALUE, not \"%1\".").arg(assignment)};
        if (const auto set = m_inputs.setStartParam(number, core::Value(assignment.mid(equals + 1))); !set)
            return Failure{exitcode::usage, set.error().message};
    }
    return std::nullopt;
}

bool RunVerb::needsCluster() const
{
    for (qsizetype i = 0; i < m_scenario->objectCount(); ++i) {
        if (m_scenario->objectType(i) == websock)
            return true;
    }
    return !m_inputs.connections().isEmpty();
}

void RunVerb::pickNext()
{
    if (m_unpicked.isEmpty()) {
        run();
        return;
    }
    const QString text = m_unpicked.takeFirst();
    const core::Result<cluster::Selector> selector = cluster::Selector::parse(text);
    if (!selector) { // checked when the inputs were read
        finish(Failure{exitcode::invalid, selector.error().message});
        return;
    }
    if (selector->isPlainId()) {
        m_picked.insert(text, selector->connectionId);
        pickNext();
        return;
    }
    m_picking = link().session().registrar().pick(*selector);
    m_picking->start([this, text](const core::Result<cluster::Registration> &registration) {
        if (!registration) {
            finish(ClusterLink::failureOf(registration.error()));
            return;
        }
        m_picked.insert(text, registration->connection.connectionId);
        pickNext();
    });
}

void RunVerb::run()
{
    for (qsizetype i = 0; i < m_scenario->objectCount(); ++i)
        m_nameWidth = std::max(m_nameWidth, std::min(widestName, m_scenario->object(i)[u"name"].toString().size()));
    runner::RunController::Observer observer;
    if (!globals().json())
        observer.step = [this](const machine::TraceEvent &step) {
            showStep(step);
        };
    observer.log = [this](const machine::Log &log) {
        note(tr("Log of %1: %2").arg(QString::number(log.object), oneLine(log.text, 4000)));
    };
    m_controller = std::make_unique<runner::RunController>(m_program, m_inputs.resolved(m_picked), m_limits,
                                                           needsCluster() ? &link().operations() : nullptr, context().surroundings,
                                                           std::move(observer));
    m_controller->start([this](const core::Result<runner::RunReport> &report) {
        if (report)
            ended(*report);
        else
            finish(Failure{exitcode::internal, report.error().message});
    });
}

void RunVerb::interrupted()
{
    if (m_controller)
        m_controller->stop(machine::Reason::Stop, tr("The run was interrupted."));
    else
        ClusterVerb::interrupted();
}

void RunVerb::showStep(const machine::TraceEvent &step)
{
    const bool bad = step.outcome == "error"_L1 || step.outcome == "timeout"_L1;
    const bool good = step.outcome == "success"_L1;
    const QString outcome = coloured(step.outcome.leftJustified(8),
                                     bad    ? Colour::Red
                                     : good ? Colour::Green
                                            : Colour::Plain,
                                     context().colour);
    QString line = u"%1 ms  %2 %3  %4"_s.arg(seconds(step.startedUs + step.durationUs).rightJustified(9), step.type.leftJustified(8),
                                             oneLine(step.name, widestName).leftJustified(m_nameWidth), outcome);
    if (step.target) {
        const qsizetype index = m_scenario->indexOf(*step.target);
        line += u"→ "_s + (index < 0 ? QString::number(*step.target) : oneLine(m_scenario->object(index)[u"name"].toString(), widestName));
    }
    if (!step.error.isEmpty())
        line += u"  "_s + oneLine(step.error);
    print(line);
}

void RunVerb::ended(const runner::RunReport &report)
{
    const bool written = writeFiles(report);
    showReport(report);
    if (report.reason != machine::Reason::Normal) {
        const QString reason = machine::reasonName(report.reason);
        finish(Failure{exitcode::failed, report.message.isEmpty()
                                             ? tr("The run ended with \"%1\".").arg(reason)
                                             : tr("The run ended with \"%1\": %2").arg(reason, oneLine(report.message, 4000))});
        return;
    }
    finish(written ? exitcode::done : exitcode::failed);
}

void RunVerb::showReport(const runner::RunReport &report)
{
    if (globals().json()) {
        printJson(runner::toJson(report));
        return;
    }
    const Colour tone = report.reason == machine::Reason::Normal ? Colour::Green : Colour::Red;
    print(tr("%1 after %2 ms, %n step(s)", nullptr, static_cast<int>(report.steps.size()))
              .arg(coloured(machine::reasonName(report.reason), tone, context().colour), seconds(report.durationUs)));
    if (report.result)
        print(tr("Result: %1").arg(oneLine(report.result->toText())));
    QStringList names = report.variables.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        print(u"  %1 = %2"_s.arg(name, oneLine(report.variables.value(name).toText())));
}

bool RunVerb::writeFiles(const runner::RunReport &report)
{
    bool written = true;
    const auto write = [&](const QString &option, const QByteArray &content) {
        if (const auto result = core::writeFile(arguments().value(option), content); !result) {
            complain(result.error().message);
            written = false;
        }
    };
    if (arguments().has(u"trace"_s))
        write(u"trace"_s, runner::traceLines(report));
    if (arguments().has(u"junit"_s))
        write(u"junit"_s, runner::junitXml(report, QFileInfo(arguments().operands().constFirst()).fileName()));
    return written;
}

} // namespace signalbox::cli
