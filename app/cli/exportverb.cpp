// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportverb.h"

#include "cli/scenariocheck.h"
#include "core/filestore.h"
#include "drawing/picture.h"
#include "scenario/textexport.h"

#include <QBuffer>
#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;
using drawing::PictureFormat;
using drawing::Theme;

namespace {

/// A PNG is to be sharp on dense screens, too.
constexpr double pngScale = 2;

const QStringList &suffixes()
{
    static const QStringList known{u"svg"_s, u"png"_s, u"pdf"_s, u"dot"_s, u"mmd"_s};
    return known;
}

} // namespace

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
    if (!suffixes().contains(suffix)) {
        complain(tr("%1 has none of the suffixes %2, which say what to write.").arg(output, suffixes().join(u", "_s)));
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
    const core::Result<QByteArray> content = contentOf(*scenario, suffix);
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

core::Result<QByteArray> ExportVerb::contentOf(const scenario::Scenario &scenario, const QString &suffix) const
{
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect &dialect = globals().profile().dialect;
    if (suffix == "dot"_L1)
        return scenario::toDot(scenario, catalogue, dialect);
    if (suffix == "mmd"_L1)
        return scenario::toMermaid(scenario, catalogue, dialect);
    const Theme theme = Theme::builtIn(arguments().value(u"theme"_s) == "dark"_L1 ? Theme::Kind::Dark : Theme::Kind::Light);
    const PictureFormat format = suffix == "png"_L1 ? PictureFormat::Png : suffix == "pdf"_L1 ? PictureFormat::Pdf : PictureFormat::Svg;
    const drawing::Picture picture(scenario, catalogue, dialect, theme);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const core::Result<void> drawn = picture.write(buffer, format, format == PictureFormat::Png ? pngScale : 1);
    return drawn.map([&buffer] { return buffer.data(); });
}

} // namespace signalbox::cli
