// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/formatverb.h"

#include "cli/scenariocheck.h"
#include "core/filestore.h"
#include "scenario/scenarioreader.h"

#include <istream>
#include <iterator>
#include <ostream>
#include <string>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

VerbSpec FormatVerb::spec()
{
    return {u"format"_s,
            u"FILE…|- [--check] [--strip]"_s,
            tr("Rewrite scenario files in canonical form."),
            tr("\"-\" reads standard input and writes standard output. A file that is no scenario is left as it is."),
            {{u"check"_s, {}, tr("Write nothing; exit with 1 if a file would change.")},
             {u"strip"_s, {}, tr("Leave out x-signalbox, as on upload.")}},
            1,
            -1,
            makeVerb<FormatVerb>};
}

FormatVerb::FormatVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : Verb(context, std::move(globals), std::move(arguments), u"format"_s)
{}

void FormatVerb::start(Done done)
{
    done(run());
}

int FormatVerb::run()
{
    const QStringList &files = arguments().operands();
    if (files.contains("-"_L1)) {
        if (files.size() == 1)
            return formatStream();
        complain(tr("\"-\" stands alone."));
        return exitcode::usage;
    }
    QList<Json> items;
    int exitCode = exitcode::done;
    for (const QString &file : files) {
        bool changed = false;
        // An invalid file outweighs one that would change: the greater code wins.
        exitCode = std::max(exitCode, formatFile(file, changed));
        items.append(Json::object({{u"file"_s, Json(file)}, {u"changed"_s, Json(changed)}}));
    }
    if (globals().json())
        printJson(Json::object({{u"files"_s, Json::array(std::move(items))}}));
    return exitCode;
}

std::optional<QByteArray> FormatVerb::canonical(const QString &file, QByteArrayView text)
{
    const scenario::ReadResult read = scenario::readScenario(text);
    if (!read.scenario || core::hasErrors(read.diagnostics)) {
        for (const core::Diagnostic &diagnostic : read.diagnostics) {
            if (diagnostic.severity == core::Severity::Error)
                note(ScenarioCheck::toLine(file, diagnostic, context().errColour));
        }
        complain(tr("%1 is not a valid scenario file and was left as it is.").arg(file));
        return std::nullopt;
    }
    return arguments().has(u"strip"_s) ? read.scenario->stripped().toText() : read.scenario->toText();
}

int FormatVerb::formatStream()
{
    // One byte more than the limit tells a text that is too large.
    const qint64 limit = core::JsonLimits().bytes + 1;
    QByteArray text;
    char block[65536];
    while (text.size() < limit && context().in.read(block, sizeof block).gcount() > 0)
        text.append(block, static_cast<qsizetype>(context().in.gcount()));
    const std::optional<QByteArray> formatted = canonical(u"-"_s, text);
    if (!formatted)
        return exitcode::invalid;
    if (arguments().has(u"check"_s)) {
        if (*formatted == text)
            return exitcode::done;
        complain(tr("The text would change."));
        return exitcode::failed;
    }
    context().out.write(formatted->constData(), formatted->size());
    context().out.flush();
    return exitcode::done;
}

int FormatVerb::formatFile(const QString &file, bool &changed)
{
    const core::Result<QByteArray> text = core::readFile(file, core::JsonLimits().bytes);
    if (!text) {
        complain(text.error().message);
        return exitcode::invalid;
    }
    const std::optional<QByteArray> formatted = canonical(file, *text);
    if (!formatted)
        return exitcode::invalid;
    changed = *formatted != *text;
    if (!changed)
        return exitcode::done;
    if (arguments().has(u"check"_s)) {
        complain(tr("%1 would change.").arg(file));
        return exitcode::failed;
    }
    if (const auto written = core::writeFile(file, *formatted); !written) {
        changed = false;
        complain(written.error().message);
        return exitcode::failed;
    }
    return exitcode::done;
}

} // namespace signalbox::cli
