// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pushverb.h"

#include "cli/scenariocheck.h"
#include "cli/terminaltext.h"
#include "cluster/scriptentity.h"
#include "core/filestore.h"
#include "scenario/componentcodes.h"

#include <QFileInfo>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using cluster::WriteTime;
using core::Json;

namespace {

/// Where a file that is no entity keeps what its last push came to: {"code","id","lwt","ext"} in x-signalbox.
QString storedKey()
{
    return u"stored"_s;
}

} // namespace

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
        m_call = link().session().scripts().find(type(), m_code);
        m_call->start([this](const core::Result<Json> &stored) {
            if (stored)
                found(*stored);
            else if (stored.error().code == "not_found"_L1)
                create();
            else
                finish(failureOf(stored.error()));
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

Json PushVerb::base() const
{
    if (isEntity())
        return m_scenario->root();
    const Json stored = m_scenario->extension()[storedKey()];
    return stored[u"code"].toString() == m_code ? stored : Json();
}

Json PushVerb::upload() const
{
    const Json bare = m_scenario->stripped().root();
    if (!isEntity())
        return Json::object({{scenario::code::scriptData.toString(), bare}});
    Json entity = cluster::withoutClusterMembers(bare);
    if (m_scenario->code().isEmpty()) {
        entity.remove(u"code");
        entity.insert(0, u"code"_s, Json(m_code));
    }
    return entity;
}

void PushVerb::found(const Json &stored)
{
    const WriteTime there = WriteTime::of(stored);
    const WriteTime here = WriteTime::of(base());
    if (arguments().has(u"force"_s) || !there.isNewerThan(here)) {
        change(stored);
        return;
    }
    const QString theirs = there.isKnown() ? oneLine(there.text()) : tr("an unknown time");
    finish(
        Failure{exitcode::failed,
                here.isKnown()
                    ? tr("The cluster holds a newer edit of \"%1\": it is of %2, and %3 comes from that of %4. Compare with what "
                         "\"signalbox-cli pull\" gives, or overwrite it with --force.")
                          .arg(oneLine(m_code), theirs, file(), oneLine(here.text()))
                    : tr("The cluster holds \"%1\" already: it is of %2, and %3 does not say of what time the edit is that it comes from. "
                         "Compare with what \"signalbox-cli pull\" gives, or overwrite it with --force.")
                          .arg(oneLine(m_code), theirs, file())});
}

void PushVerb::create()
{
    m_isNew = true;
    Json entity = upload();
    if (!isEntity()) {
        entity.insert(0, u"name"_s, Json(m_code));
        entity.insert(0, u"code"_s, Json(m_code));
    }
    m_call = link().session().scripts().create(type(), entity);
    m_call->start([this](const core::Result<Json> &stored) { kept(stored); });
}

void PushVerb::change(const Json &stored)
{
    m_call = link().session().scripts().change(type(), cluster::scriptId(stored), upload());
    m_call->start([this](const core::Result<Json> &changed) { kept(changed); });
}

void PushVerb::kept(const core::Result<Json> &stored)
{
    if (!stored) {
        finish(failureOf(stored.error()));
        return;
    }
    const bool remembered = remember(*stored);
    if (globals().json()) {
        printJson(*stored);
    } else {
        const QString time = oneLine(WriteTime::of(*stored).text());
        print(m_isNew ? tr("Created %1 (id %2) at %3.").arg(oneLine(m_code), oneLine(cluster::scriptId(*stored)), time)
                      : tr("Changed %1 (id %2) at %3.").arg(oneLine(m_code), oneLine(cluster::scriptId(*stored)), time));
    }
    finish(remembered ? exitcode::done : exitcode::failed);
}

bool PushVerb::remember(const Json &stored)
{
    Json root = m_scenario->root();
    if (isEntity()) {
        cluster::takeClusterMembers(root, stored);
        if (m_scenario->code().isEmpty())
            root.set(u"code"_s, Json(m_code));
    } else {
        Json memory = Json::object({{u"code"_s, Json(m_code)}});
        cluster::takeClusterMembers(memory, stored);
        Json extension = m_scenario->extension().isObject() ? m_scenario->extension() : Json::object();
        extension.set(storedKey(), memory);
        root.set(scenario::code::extension.toString(), extension);
    }
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
