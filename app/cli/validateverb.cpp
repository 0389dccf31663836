// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/validateverb.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using core::Json;

VerbSpec ValidateVerb::spec()
{
    return {u"validate"_s,
            u"FILE… [--strict] [--capabilities FILE]…"_s,
            tr("Check scenario files and print every finding."),
            tr("Capability descriptions (AsyncAPI 2.6 or 3.0) beside a scenario, *.asyncapi.json and *.asyncapi.yaml, are used as well."),
            {{u"strict"_s, {}, tr("Warnings fail the check, too.")},
             {u"capabilities"_s, u"FILE"_s, tr("A capability description to check contents against."), true}},
            1,
            -1,
            makeVerb<ValidateVerb>};
}

ValidateVerb::ValidateVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : Verb(context, std::move(globals), std::move(arguments), u"validate"_s)
{}

void ValidateVerb::start(Done done)
{
    done(run());
}

int ValidateVerb::run()
{
    ScenarioCheck check;
    const QStringList descriptions = arguments().values(u"capabilities"_s);
    for (const QString &file : descriptions) {
        if (const auto added = check.addCapabilities(file); !added) {
            complain(u"%1: %2"_s.arg(file, added.error().message));
            return exitcode::invalid;
        }
    }
    QList<Json> files;
    int errors = 0;
    int warnings = 0;
    for (const QString &file : arguments().operands()) {
        const core::Diagnostics diagnostics = check.check(file).diagnostics;
        QList<Json> items;
        for (const core::Diagnostic &diagnostic : diagnostics) {
            errors += diagnostic.severity == core::Severity::Error ? 1 : 0;
            warnings += diagnostic.severity == core::Severity::Warning ? 1 : 0;
            items.append(ScenarioCheck::toJson(diagnostic));
            if (!globals().json())
                print(ScenarioCheck::toLine(file, diagnostic, context().colour));
        }
        files.append(Json::object({{u"file"_s, Json(file)}, {u"diagnostics"_s, Json::array(std::move(items))}}));
    }
    if (globals().json())
        printJson(Json::object({{u"files"_s, Json::array(std::move(files))}}));
    const bool failed = errors > 0 || (warnings > 0 && arguments().has(u"strict"_s));
    if (failed)
        complain(tr("%1, %2.").arg(tr("%n error(s)", nullptr, errors), tr("%n warning(s)", nullptr, warnings)));
    else if (!globals().json() && warnings == 0)
        print(tr("No problems."));
    return failed ? exitcode::invalid : exitcode::done;
}

} // namespace signalbox::cli
