// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runverb.h"

#include "cli/clusterrunverb.h"
#include "cli/localrunverb.h"
#include "cli/terminaltext.h"
#include "core/filestore.h"

#include <QDir>
#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestDeadlineS = 7 * 24 * 3600;
constexpr qint64 variableFileBytes = 16 * 1024 * 1024;

} // namespace

VerbSpec RunVerb::spec()
{
    return {u"run"_s,
            u"FILE [--on-cluster] [--var N=V]… [--var-file F] [--startparam I=V]… [--files CATEGORY=DIR]… [--deadline S]\n"
            "       [--capabilities F]… [--trace F] [--junit F]"_s,
            tr("Run a scenario here, step by step, its operations on the cluster; or the whole scenario on the cluster."),
            tr("Start parameters and variables come from the scenario's x-signalbox.inputs, then from --var-file, --var and --startparam."),
            {{u"on-cluster"_s, {}, tr("Keep the scenario on the cluster for this one run, and have the cluster run it.")},
             {u"var"_s, u"NAME=VALUE"_s, tr("A variable's initial value."), true},
             {u"var-file"_s, u"FILE"_s, tr("Initial values, a JSON object of variable names.")},
             {u"startparam"_s, u"I=VALUE"_s, tr("Start parameter I, 1 to 20."), true},
             {u"files"_s, u"CATEGORY=DIR"_s, tr("Paths of this category are files in this folder; they are uploaded before use."), true},
             {u"deadline"_s, u"S"_s, tr("Stop the run after so many seconds.")},
             {u"capabilities"_s, u"FILE"_s, tr("A capability description to check contents against."), true},
             {u"trace"_s, u"FILE"_s, tr("Write the steps as JSON Lines.")},
             {u"junit"_s, u"FILE"_s, tr("Write the outcome as JUnit XML.")}},
            1,
            1,
            [](Context &context, GlobalOptions globals, Arguments arguments) {
                const auto make = arguments.has(u"on-cluster"_s) ? &makeVerb<ClusterRunVerb> : &makeVerb<LocalRunVerb>;
                return make(context, std::move(globals), std::move(arguments));
            }};
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
    if (const std::optional<Failure> failure = readAll()) {
        finish(*failure);
        return;
    }
    if (!needsCluster()) {
        run();
        return;
    }
    openLink(ClusterLink::Need::Operations, [this] { pick(); });
}

QString RunVerb::file() const
{
    return arguments().operands().constFirst();
}

core::Dialect RunVerb::dialect()
{
    return globals().isSimulated() ? context().simulated().dialect : globals().profile().dialect;
}

machine::Inputs RunVerb::inputs() const
{
    return m_inputs.resolved(m_picked);
}

std::optional<Failure> RunVerb::readAll()
{
    const core::Dialect dialect = this->dialect();
    if (std::optional<Failure> failure = readDeadline())
        return failure;
    if (std::optional<Failure> failure = readScenario(dialect))
        return failure;
    if (std::optional<Failure> failure = readFolders())
        return failure;
    if (std::optional<Failure> failure = readInputs(dialect))
        return failure;
    return prepare(dialect);
}

std::optional<Failure> RunVerb::readDeadline()
{
    if (!arguments().has(u"deadline"_s))
        return std::nullopt;
    bool isNumber = false;
    const double deadline = arguments().value(u"deadline"_s).toDouble(&isNumber);
    if (!isNumber || !(deadline > 0 && deadline <= longestDeadlineS))
        return Failure{exitcode::usage, tr("--deadline is a number of seconds over 0 and up to %1, not \"%2\".")
                                            .arg(QString::number(longestDeadlineS, 'f', 0), arguments().value(u"deadline"_s))};
    m_deadline = std::chrono::milliseconds(std::max<qint64>(1, static_cast<qint64>(deadline * 1000)));
    return std::nullopt;
}

std::optional<Failure> RunVerb::readScenario(const core::Dialect &dialect)
{
    ScenarioCheck &check = m_check.emplace(dialect);
    const QStringList descriptions = arguments().values(u"capabilities"_s);
    for (const QString &file : descriptions) {
        if (const auto added = check.addCapabilities(file); !added)
            return Failure{exitcode::invalid, u"%1: %2"_s.arg(file, added.error().message)};
    }
    ScenarioCheck::Checked checked = check.check(file());
    // What is a warning about a document is an error of a run: said once, by the run.
    checked.diagnostics.removeIf([](const core::Diagnostic &diagnostic) { return diagnostic.code == "inputs.invalid"_L1; });
    if (checked.scenario)
        m_inputs = runner::RunInputs::fromScenario(*checked.scenario, checked.diagnostics);
    for (const core::Diagnostic &diagnostic : std::as_const(checked.diagnostics))
        note(ScenarioCheck::toLine(file(), diagnostic, context().errColour));
    if (!checked.scenario || core::hasErrors(checked.diagnostics))
        return Failure{exitcode::invalid, tr("%1 has errors and was not run.").arg(file())};
    m_scenario = std::move(checked.scenario);
    return std::nullopt;
}

std::optional<Failure> RunVerb::readFolders()
{
    const QDir home = QFileInfo(file()).absoluteDir();
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

void RunVerb::pick()
{
    m_picking = std::make_unique<runner::PickCall>(link().session().registrar(), context().surroundings.scheduler, m_inputs.connections());
    m_picking->start([this](const core::Result<QHash<QString, QString>> &picked) {
        if (!picked) {
            finish(picked.error().code == "bad_selector"_L1 ? Failure{exitcode::invalid, picked.error().message}
                                                            // checked when the inputs were read
                                                            : ClusterLink::failureOf(picked.error()));
            return;
        }
        m_picked = *picked;
        run();
    });
}

void RunVerb::ended(const runner::RunReport &report, int failureCode)
{
    const bool written = writeFiles(report);
    showReport(report);
    if (runner::isFailed(report)) {
        const QString reason = runner::reasonText(report);
        finish(Failure{failureCode, report.message.isEmpty() ? tr("The run ended with \"%1\".").arg(reason)
                                    : report.reason ? tr("The run ended with \"%1\": %2").arg(reason, oneLine(report.message, 4000))
                                                    : oneLine(report.message, 4000)});
        return;
    }
    finish(written ? exitcode::done : exitcode::failed);
}

QString RunVerb::colouredReason(const runner::RunReport &report)
{
    return coloured(runner::reasonText(report), runner::isFailed(report) ? Colour::Red : Colour::Green, context().colour);
}

QString RunVerb::milliseconds(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1000, 'f', 1);
}

void RunVerb::showReport(const runner::RunReport &report)
{
    if (globals().json()) {
        printJson(runner::toJson(report));
        return;
    }
    print(summary(report));
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
        write(u"junit"_s, runner::junitXml(report, QFileInfo(file()).fileName()));
    return written;
}

} // namespace signalbox::cli
