// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pushverb.h"

#include "cli/scenariocheck.h"
#include "cli/terminaltext.h"
#include "cluster/scriptentity.h"
#include "core/filestore.h"

#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using cluster::WriteTime;
using core::Json;

VerbSpec PushVerb::spec()
{
    return {u"push"_s,
            u"FILE [--type svc|ivr] [--force]"_s,
            tr("Keep a scenario on the cluster: a new one, or the new state of the one with its code."),
            tr("A file with the script data alone (.scr) is kept under its base name as the code. x-signalbox is left out. An edit on the "
               "cluster that is newer than what the file comes from is not overwritten; afterwards the file is rewritten in canonical form "
               "and holds the cluster's id and times, a .scr under x-signalbox."),
            {typeOption(), {u"force"_s, {}, tr("Overwrite a newer edit.")}},
            1,
            1,
            makeVerb<PushVerb>};
}

PushVerb::PushVerb(Context &context, GlobalOptions globals, Arguments arguments)
    : ScriptVerb(context, std::move(globals), std::move(arguments), u"push"_s)
{}

void PushVerb::dropCalls()
{
    m_call.reset();
}

void PushVerb::start(Done done)
{
    begin(std::move(done));
    std::optional<Failure> failure = readType();
    if (!failure)
        failure = readFile();
    if (failure) {
        finish(*failure);
        return;
    }
    openLink(ClusterLink::Need::Rest, [this] {
        runner::Keeping keeping{type(), *m_scenario, m_code, runner::storedBase(*m_scenario, m_code), arguments().has(u"force"_s)};
        m_call = runner::keepScenario(link().session().scripts(), std::move(keeping));
        m_call->start([this](const core::Result<runner::Kept> &kept) {
            if (!kept)
                finish(failureOf(kept.error()));
            else if (kept->isConflict())
                refuse(*kept);
            else
                this->kept(*kept);
        });
    });
}

std::optional<Failure> PushVerb::readFile()
{
    scenario::ReadResult read = scenario::readScenarioFile(file());
    if (!read.scenario || core::hasErrors(read.diagnostics)) {
        for (const core::Diagnostic &diagnostic : std::as_const(read.diagnostics))
            note(ScenarioCheck::toLine(file(), diagnostic, context().errColour));
        return Failure{exitcode::invalid, tr("%1 is not a valid scenario file and was not sent.").arg(file())};
    }
    m_scenario = std::move(read.scenario);
    m_code = m_scenario->code().isEmpty() ? QFileInfo(file()).completeBaseName() : m_scenario->code();
    if (m_code.isEmpty())
        return Failure{exitcode::invalid, tr("%1 holds no code, and its name gives none.").arg(file())};
    // Keeping what is not finished does no harm, but it is said.
    const core::Diagnostics findings = ScenarioCheck(globals().profile().dialect).check(file()).diagnostics;
    const auto errors = std::count_if(findings.begin(), findings.end(),
                                      [](const core::Diagnostic &diagnostic) { return diagnostic.severity == core::Severity::Error; });
    if (errors > 0)
        complain(tr("Warning: %1 has %n error(s), which \"signalbox-cli validate\" lists; it is kept all the same.", nullptr,
                    static_cast<int>(errors))
                     .arg(file()));
    return std::nullopt;
}

void PushVerb::refuse(const runner::Kept &kept)
{
    const WriteTime there = WriteTime::of(kept.stored);
    const QString theirs = there.isKnown() ? oneLine(there.text()) : tr("an unknown time");
    const QString code = oneLine(m_code);
    QString message;
    switch (kept.outcome) {
    case runner::Kept::Outcome::NewerThere:
        message = tr("The cluster holds a newer edit of \"%1\": it is of %2, and %3 comes from that of %4. Compare with what "
                     "\"signalbox-cli pull\" gives, or overwrite it with --force.")
                      .arg(code, theirs, file(), oneLine(WriteTime::of(runner::storedBase(*m_scenario, m_code)).text()));
        break;
    case runner::Kept::Outcome::OtherThere:
        message = tr("The cluster holds another scenario with the code \"%1\": it is of %2, and has another id than the one that %3 comes "
                     "from. Compare with what \"signalbox-cli pull\" gives, or overwrite it with --force.")
                      .arg(code, theirs, file());
        break;
    default:
        message = tr("The cluster holds \"%1\" already: it is of %2, and %3 does not say of what time the edit is that it comes from. "
                     "Compare with what \"signalbox-cli pull\" gives, or overwrite it with --force.")
                      .arg(code, theirs, file());
        break;
    }
    finish(Failure{exitcode::failed, message});
}

void PushVerb::kept(const runner::Kept &kept)
{
    const Json &stored = kept.stored;
    const bool remembered = remember(stored);
    if (globals().json()) {
        printJson(stored);
    } else {
        const QString time = oneLine(WriteTime::of(stored).text());
        print((kept.outcome == runner::Kept::Outcome::Created ? tr("Created %1 (id %2) at %3.") : tr("Changed %1 (id %2) at %3."))
                  .arg(oneLine(m_code), oneLine(cluster::scriptId(stored)), time));
    }
    finish(remembered ? exitcode::done : exitcode::failed);
}

bool PushVerb::remember(const Json &stored)
{
    const Json root = runner::withStored(*m_scenario, m_code, stored);
    if (root == m_scenario->root())
        return true;
    if (const auto written = core::writeFile(file(), root.toPretty()); !written) {
        complain(tr("The scenario is on the cluster, but the file cannot remember it, and the next push will need --force: %1")
                     .arg(written.error().message));
        return false;
    }
    return true;
}

} // namespace signalbox::cli
