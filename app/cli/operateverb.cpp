// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/operateverb.h"

#include "cli/operationoptions.h"
#include "cli/terminaltext.h"

#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

VerbSpec OperateVerb::spec()
{
    QList<OptionSpec> options = OperationOptions::specs();
    options.append({u"capabilities"_s, u"FILE"_s, tr("A capability description to check the content against."), true});
    options.append({u"save"_s, u"FILE"_s, tr("get_file, ws_temp_file: bring the file here, under this name.")});
    return {u"operate"_s,
            u"OPERATION --conn ID [--direction D] [--capability C] [--event E] [--content JSON|@FILE|-] [--sync] [--timeout S]\n"
            "       [--method M] [--path P] [--name N] [--save FILE]"_s,
            tr("Perform one operation on a connection: sendtokenmsg, ws_temp_file or websocktemp."),
            tr("Values are checked first; bad ones end with exit code 2, and nothing is sent."),
            options,
            1,
            1,
            makeVerb<OperateVerb>};
}

OperateVerb::OperateVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ClusterVerb(context, std::move(globals), std::move(arguments), u"operate"_s)
{}

void OperateVerb::dropCalls()
{
    m_picking.reset();
    m_performing.reset();
}

core::Result<void> OperateVerb::prepare()
{
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect = globals().isSimulated() ? context().simulated().dialect : globals().profile().dialect;
    capability::Capabilities capabilities = capability::Capabilities::builtIn(dialect.resultSuffix);
    const QStringList descriptions = arguments().values(u"capabilities"_s);
    for (const QString &file : descriptions) {
        if (const auto added = capabilities.addFile(file); !added)
            return core::fail(u"invalid"_s, u"%1: %2"_s.arg(file, added.error().message));
    }
    const OperationOptions options(catalogue, capabilities, dialect);
    core::Result<operation::Operation> operation = options.read(arguments(), context().in);
    if (!operation)
        return tl::unexpected(operation.error());
    m_operation = std::move(*operation);

    core::Result<cluster::Selector> selector = cluster::Selector::parse(m_operation.connection);
    if (!selector)
        return tl::unexpected(selector.error());
    m_selector = std::move(*selector);

    files().setPlainPathsLocal(true);
    const auto *put = std::get_if<operation::PutFile>(&m_operation.action);
    const auto *place = std::get_if<operation::PlaceTempFile>(&m_operation.action);
    if (put || place) {
        if (const auto file = files().locate(put ? put->path : place->path); !file)
            return tl::unexpected(file.error());
    }
    if (arguments().has(u"save"_s)) {
        if (!place && !std::holds_alternative<operation::GetFile>(m_operation.action))
            return core::fail(u"usage"_s, tr("--save brings the file of get_file or ws_temp_file here; this operation has none."));
        const QFileInfo target(arguments().value(u"save"_s));
        if (target.isDir() || !QFileInfo(target.absolutePath()).isDir())
            return core::fail(u"usage"_s, tr("--save: \"%1\" is no place for a file.").arg(target.filePath()));
        m_saveTo = target.absoluteFilePath();
    }
    const QStringList odd = options.warnings(m_operation);
    for (const QString &warning : odd)
        complain(tr("Warning: %1").arg(warning));
    return {};
}

void OperateVerb::start(Done done)
{
    begin(std::move(done));
    if (const auto prepared = prepare(); !prepared) {
        finish(Failure{prepared.error().code == "invalid"_L1 ? exitcode::invalid : exitcode::usage, prepared.error().message});
        return;
    }
    openLink(ClusterLink::Need::Operations, [this] { pickConnection(); });
}

void OperateVerb::pickConnection()
{
    if (m_selector.isPlainId()) {
        perform();
        return;
    }
    m_picking = link().session().registrar().pick(m_selector);
    m_picking->start([this](const core::Result<cluster::Registration> &registration) {
        if (!registration) {
            finish(ClusterLink::failureOf(registration.error()));
            return;
        }
        m_operation.connection = registration->connection.connectionId;
        perform();
    });
}

void OperateVerb::perform()
{
    m_startedUs = context().surroundings.clock.monotonicUs();
    m_performing = link().operations().perform(m_operation, runner::RemoteOperations::BringTo{m_saveTo});
    m_performing->start([this](const core::Result<operation::Outcome> &outcome) {
        if (outcome)
            show(*outcome);
        else
            finish(ClusterLink::failureOf(outcome.error()));
    });
}

void OperateVerb::show(const operation::Outcome &outcome)
{
    const double durationMs = static_cast<double>(context().surroundings.clock.monotonicUs() - m_startedUs) / 1000;
    const QString name = operation::outcomeName(outcome.kind);
    if (globals().json()) {
        printJson(Json::object({{u"outcome"_s, Json(name)},
                                {u"result"_s, Json(outcome.result)},
                                {u"error"_s, Json(outcome.errorText())},
                                {u"durationMs"_s, Json(durationMs)}}));
    } else {
        const Colour tone = outcome.kind == operation::OutcomeKind::Success ? Colour::Green : Colour::Red;
        print(tr("%1 after %2 ms").arg(coloured(name, tone, context().colour), QString::number(durationMs, 'f', 1)));
        if (!outcome.result.isEmpty())
            print(oneLine(outcome.result, 1'000'000));
        if (!m_saveTo.isEmpty() && outcome.kind == operation::OutcomeKind::Success)
            print(tr("Saved as %1").arg(m_saveTo));
    }
    if (outcome.kind == operation::OutcomeKind::Success) {
        finish(exitcode::done);
        return;
    }
    finish(Failure{link().operations().isLost() ? exitcode::unreachable : exitcode::failed, oneLine(outcome.errorText(), 4000)});
}

} // namespace signalbox::cli
