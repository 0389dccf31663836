// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportverb.h"

#include "cli/scenariocheck.h"
#include "core/filestore.h"
#include "drawing/exporting.h"

#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

VerbSpec ExportVerb::spec()
{
    return {
        u"export"_s,
        u"FILE -o FILE.{svg,png,pdf,dot,mmd} [--theme light|dark]"_s,
        tr("Write a scenario as a picture or a graph for documents."),
        tr("The suffix of the file to write says what it becomes: a picture (svg, png, pdf), Graphviz (dot) or Mermaid (mmd). No screen is "
           "needed."),
        {{u"output"_s, u"FILE"_s, tr("Where to write; -o for short."), false, u'o'},
         {u"theme"_s, u"light|dark"_s, tr("Colours of a picture; light by default.")}},
        1,
        1,
        makeVerb<ExportVerb>};
}

ExportVerb::ExportVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : Verb(context, std::move(globals), std::move(arguments), u"export"_s)
{}

void ExportVerb::start(Done done)
{
    done(run());
}

int ExportVerb::run()
{
    const QString output = arguments().value(u"output"_s);
    if (output.isEmpty()) {
        complain(tr("The file to write is missing: -o FILE.svg."));
        return exitcode::usage;
    }
    const QString suffix = QFileInfo(output).suffix().toLower();
    if (!drawing::exportSuffixes().contains(suffix)) {
        complain(tr("%1 has none of the suffixes %2, which say what to write.").arg(output, drawing::exportSuffixes().join(u", "_s)));
        return exitcode::usage;
    }
    const QString theme = arguments().value(u"theme"_s, u"light"_s);
    if (theme != "light"_L1 && theme != "dark"_L1) {
        complain(tr("There is no theme \"%1\": light or dark.").arg(theme));
        return exitcode::usage;
    }
    const QString &file = arguments().operands().constFirst();
    const std::optional<scenario::Scenario> scenario = read(file);
    if (!scenario)
        return exitcode::invalid;
    const core::Result<QByteArray> content =
        drawing::exported(*scenario, suffix, catalogue::Catalogue::builtIn(), globals().profile().dialect,
                          theme == "dark"_L1 ? drawing::Theme::Kind::Dark : drawing::Theme::Kind::Light);
    if (!content) {
        complain(u"%1: %2"_s.arg(file, content.error().message));
        return content.error().code == "empty"_L1 ? exitcode::invalid : exitcode::failed;
    }
    if (const core::Result<void> written = core::writeFile(output, *content); !written) {
        complain(written.error().message);
        return exitcode::failed;
    }
    if (globals().json())
        printJson(Json::object({{u"file"_s, Json(output)}, {u"bytes"_s, Json(qint64(content->size()))}}));
    return exitcode::done;
}

std::optional<scenario::Scenario> ExportVerb::read(const QString &file)
{
    scenario::ReadResult result = scenario::readScenarioFile(file);
    if (result.scenario && !core::hasErrors(result.diagnostics))
        return std::move(result.scenario);
    for (const core::Diagnostic &diagnostic : result.diagnostics) {
        if (diagnostic.severity == core::Severity::Error)
            note(ScenarioCheck::toLine(file, diagnostic, context().errColour));
    }
    complain(tr("%1 is not a valid scenario file; nothing was written.").arg(file));
    return std::nullopt;
}

} // namespace signalbox::cli
