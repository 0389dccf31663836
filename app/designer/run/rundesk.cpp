// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/rundesk.h"

#include "core/filestore.h"
#include "designer/files/offthread.h"
#include "designer/run/breakpointdialog.h"
#include "designer/run/inputsdialog.h"
#include "designer/run/runkeeper.h"
#include "designer/run/runpanel.h"
#include "designer/run/storedruns.h"
#include "designer/run/trydialog.h"
#include "designer/shell/componentheader.h"
#include "designer/shell/dialogs.h"
#include "designer/shell/navigator.h"
#include "designer/shell/statusline.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"
#include "scenario/componentcodes.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using Extent = RunDesk::Wish::Extent;

namespace {

const auto inputsKey = u"inputs"_s; // of x-signalbox

std::optional<qint64> selectedObject(DocumentPage *page)
{
    const QList<qint64> ids = page->canvas().canvas().selectedIds();
    return ids.size() == 1 ? std::optional(ids.constFirst()) : std::nullopt;
}

bool hasOperations(const scenario::Scenario &scenario)
{
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        if (scenario.objectType(i) == scenario::component::websock)
            return true;
    }
    return false;
}

/// Whether there is something that a person could give at the start.
bool takesInputs(const scenario::Scenario &scenario)
{
    return !scenario.variables().isEmpty();
}

} // namespace

RunDesk::RunDesk(const WindowParts &parts, LiveCluster &live, RunPanel &panel) : m_parts(parts), m_live(live), m_panel(panel)
{
    connect(&parts.panels.header(), &ComponentHeader::tryWanted, this, &RunDesk::tryOperation);
    connect(&panel, &RunPanel::runWanted, this, [this] { run({}); });
    connect(&panel, &RunPanel::componentRequested, &parts.navigator, [this](qint64 id) { m_parts.navigator.goTo(id); });
    connect(&panel, &RunPanel::pastWanted, this, &RunDesk::showPast);
    connect(&panel, &RunPanel::detailsWanted, this, &RunDesk::showDetails);
    connect(&panel, &RunPanel::exportWanted, this, &RunDesk::exportRun);
    connect(&panel, &RunPanel::replayWanted, this, &RunDesk::replay);
    connect(&parts.workspace, &Workspace::pageAdded, this, [this](DocumentPage *page) { deskOf(page); });
    const QList<DocumentPage *> pages = parts.workspace.pages();
    for (DocumentPage *page : pages)
        deskOf(page);
}

RunDesk::~RunDesk()
{
    delete m_try;
    m_panel.show(nullptr);
    m_parts.workspace.disconnect(this);
}

RunDesk::Desk &RunDesk::deskOf(DocumentPage *page)
{
    const auto known = m_desks.find(page);
    if (known != m_desks.end())
        return known->second;
    Desk &desk = m_desks[page];
    desk.marks = new RunMarks(page->canvas(), page);
    connect(desk.marks, &RunMarks::breakpointsChanged, this, [this, page] {
        Desk &changed = deskOf(page);
        if (changed.session)
            changed.session->setBreakpoints(changed.marks->breakpoints());
        Q_EMIT stateChanged();
    });
    connect(page, &QObject::destroyed, this, [this, page] {
        if (m_panel.session() == m_desks[page].session.get())
            m_panel.show(nullptr);
        m_desks.erase(page);
        Q_EMIT stateChanged();
    });
    return desk;
}

RunSession *RunDesk::current() const
{
    const auto desk = m_desks.find(m_parts.workspace.current());
    return desk == m_desks.end() ? nullptr : desk->second.session.get();
}

void RunDesk::showCurrent()
{
    RunSession *const session = current();
    if (m_panel.session() != session || m_past)
        m_panel.show(session);
    m_past.reset();
    m_panel.setNotice({});
    listPast();
    Q_EMIT stateChanged();
}

// Whether it may begin ------------------------------------------------------------------------------------------------------

void RunDesk::refuse(const QString &why)
{
    m_panel.setNotice(why);
    m_parts.panels.raise(u"run"_s);
    m_parts.status.notice(why);
}

bool RunDesk::hasErrors(DocumentPage *page, const Wish &wish, std::optional<qint64> object)
{
    int errors = 0;
    for (const core::Diagnostic &problem : page->document().problems()) {
        const bool counts = wish.extent != Extent::OnlyThis || !problem.object || problem.object == object;
        errors += problem.severity == core::Severity::Error && counts ? 1 : 0;
    }
    if (errors == 0)
        return false;
    const QString why = tr("%n error(s) keep the scenario from running; they are listed under Problems.", nullptr, errors);
    m_panel.setNotice(why);
    m_parts.panels.raise(u"problems"_s);
    m_parts.status.notice(why);
    return true;
}

void RunDesk::run(const Wish &wish)
{
    DocumentPage *const page = m_parts.workspace.current();
    if (!page || isRunning())
        return;
    m_panel.setNotice({});
    const bool isPart = wish.extent == Extent::FromHere || wish.extent == Extent::OnlyThis;
    const std::optional<qint64> object = selectedObject(page);
    if (isPart && !object)
        return refuse(tr("Select the component to run."));
    if (hasErrors(page, wish, object))
        return;
    const scenario::Scenario &scenario = page->document().session().scenario();
    core::Diagnostics findings;
    const runner::RunInputs inputs = runner::RunInputs::fromScenario(scenario, findings);
    if (core::hasErrors(findings))
        return refuse(tr("What the run starts with cannot be read: %1").arg(findings.constFirst().message));
    const bool isKnown = scenario.extension().contains(inputsKey);
    if (wish.asksInputs || wish.extent == Extent::OnlyThis || (!isKnown && takesInputs(scenario)))
        askInputs(page, wish);
    else
        prepare(page, wish, inputs);
}

void RunDesk::askInputs(DocumentPage *page, const Wish &wish)
{
    editing::EditSession &session = page->document().session();
    core::Diagnostics findings;
    runner::RunInputs inputs = runner::RunInputs::fromScenario(session.scenario(), findings);
    const bool isKept = wish.extent != Extent::OnlyThis;
    InputsDialog::Question question{
        isKept ? tr("What the run starts with") : tr("Run only this component"),
        isKept ? tr("It is asked once and kept with the scenario; “Run with inputs…” asks again. What is left empty begins as the scenario "
                    "says.")
               : tr("The component runs alone with these values; they are not kept. What is left empty begins as the scenario says."),
        session.scenario(), inputs.inputs()};
    auto *const dialog = new InputsDialog(std::move(question), m_parts.workbench.dialect, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog, page, wish, inputs, isKept]() mutable {
        inputs.setInputs(dialog->inputs());
        if (isKept) {
            editing::EditSession &edited = page->document().session();
            const editing::EditSession::Gesture gesture(edited, [] { return tr("Set what a run starts with"); });
            edited.setExtension(inputsKey, inputsJson(inputs.inputs()));
        }
        prepare(page, wish, inputs);
    });
    dialog->open();
}

void RunDesk::prepare(DocumentPage *page, const Wish &wish, const runner::RunInputs &inputs)
{
    ScenarioDocument &document = page->document();
    const scenario::Scenario &scenario = document.session().scenario();
    auto plan = std::make_shared<RunPlan>(
        RunPlan{scenario, document.title(), document.path(), nullptr, inputs, document.workbench().dialect, false, false, {}});
    if (wish.extent != Extent::OnCluster) {
        machine::Entry entry;
        if (wish.extent != Extent::Whole)
            entry = {selectedObject(page), wish.extent == Extent::OnlyThis};
        core::Result<std::shared_ptr<const machine::Program>> program =
            machine::Program::compile(scenario, m_parts.workbench.catalogue, document.workbench().dialect, entry);
        if (!program)
            return refuse(tr("The scenario cannot run here: %1").arg(program.error().message));
        plan->program = std::move(*program);
    }
    const std::optional<qint64> object = selectedObject(page);
    const bool performs = wish.extent == Extent::OnlyThis && object
                              ? scenario.objectType(scenario.indexOf(*object)) == scenario::component::websock
                              : hasOperations(scenario);
    plan->needsCluster = wish.extent == Extent::OnCluster || performs || !inputs.connections().isEmpty();
    plan->holdsFirst = wish.holdsFirst;
    if (wish.extent != Extent::OnlyThis)
        plan->breakpoints = deskOf(page).marks->breakpoints();
    if (plan->needsCluster && m_live.isProduction())
        askProduction(page, plan);
    else
        begin(page, std::move(*plan));
}

void RunDesk::askProduction(DocumentPage *page, const std::shared_ptr<RunPlan> &plan)
{
    m_parts.dialogs.ask(
        &m_parts.window, tr("Run on a production cluster?"),
        tr("“%1” is marked as a production cluster. The run of “%2” does there what the scenario says.").arg(m_live.title(), plan->title),
        {tr("Run"), tr("Cancel")}, [this, guard = QPointer(page), plan](int button) {
            if (button == 0 && guard)
                begin(guard, std::move(*plan));
        });
}

// The run -------------------------------------------------------------------------------------------------------------------

void RunDesk::begin(DocumentPage *page, RunPlan plan)
{
    Desk &desk = deskOf(page);
    if (desk.session && !desk.session->isOver())
        return;
    if (desk.session && m_panel.session() == desk.session.get())
        m_panel.show(nullptr);
    desk.session = std::make_unique<RunSession>(m_live, m_live.clusters().world().surroundings, std::move(plan));
    RunSession *const session = desk.session.get();
    desk.marks->follow(session);
    if (m_journal)
        new RunKeeper(*m_journal, *session);
    connect(session, &RunSession::stateChanged, this, [this, page, session] { onState(page, session); });
    connect(session, &RunSession::logged, this, [this, session](qint64 object, const QString &text) {
        m_parts.status.notice(tr("%1: %2").arg(session->log().nameOf(object), text));
    });
    if (page == m_parts.workspace.current()) {
        m_panel.show(session);
        m_past.reset();
        m_parts.panels.raise(u"run"_s);
    }
    session->start();
    Q_EMIT stateChanged();
}

void RunDesk::onState(DocumentPage *page, RunSession *session)
{
    if (session->isOver()) {
        if (const std::shared_ptr<ClusterLine> line = session->takeLine())
            retire(line);
    }
    if (session->state() == RunSession::State::Held && page == m_parts.workspace.current() && session->hold() && session->hold()->object) {
        m_parts.panels.raise(u"run"_s);
        page->canvas().goTo(*session->hold()->object);
    }
    Q_EMIT stateChanged();
}

void RunDesk::retire(const std::shared_ptr<ClusterLine> &line)
{
    m_closing.push_back(line);
    line->close([this, gone = line.get()](const QString &warning) {
        if (!warning.isEmpty())
            m_parts.status.notice(warning);
        m_closing.remove_if([gone](const std::shared_ptr<ClusterLine> &one) { return one.get() == gone; });
    });
}

void RunDesk::replay(int row)
{
    DocumentPage *const page = m_parts.workspace.current();
    if (page && m_panel.log())
        deskOf(page).marks->replay(*m_panel.log(), row + 1);
}

// Runs that were kept --------------------------------------------------------------------------------------------------------

void RunDesk::setJournal(journal::Journal &journal)
{
    m_journal = &journal;
    m_stored = std::make_unique<StoredRuns>(journal, m_live.clusters().world().surroundings.scheduler);
    connect(&journal, &journal::Journal::failed, this, [this](const core::Error &why) { m_parts.status.notice(why.message); });
    connect(&journal, &journal::Journal::ready, this, [this](const QString &what) {
        if (!what.isEmpty())
            m_parts.status.notice(what);
    });
    connect(m_stored.get(), &StoredRuns::changed, this, &RunDesk::listPast);
}

void RunDesk::listPast()
{
    DocumentPage *const page = m_parts.workspace.current();
    QList<RunPanel::Past> past;
    for (const journal::Run &run :
         m_stored &&page ? m_stored->of(page->document().path(), page->document().title()) : QList<journal::Run>()) {
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.startedUs / 1000), QLocale::ShortFormat);
        const QString how = run.finished ? run.reason : tr("going on, or cut off");
        past.append({run.id, run.cluster.isEmpty() ? tr("%1 · %2").arg(when, how) : tr("%1 · %2 · %3").arg(when, how, run.cluster)});
    }
    m_panel.setPast(past);
}

void RunDesk::showPast(const QString &id)
{
    DocumentPage *const page = m_parts.workspace.current();
    if (!page)
        return;
    if (id.isEmpty()) {
        m_panel.show(current());
        m_past.reset();
        deskOf(page).marks->follow(current());
        Q_EMIT stateChanged();
        return;
    }
    m_stored->read(id, page->document().session().scenario(),
                   [this, id, guard = QPointer(page)](std::unique_ptr<RunLog> log, const QString &why) {
                       if (!log)
                           return m_panel.setNotice(tr("The run cannot be read: %1").arg(why));
                       if (!guard || guard != m_parts.workspace.current())
                           return;
                       const std::unique_ptr<RunLog> before = std::exchange(m_past, std::move(log));
                       m_pastId = id;
                       m_panel.showStored(m_past.get());
                       deskOf(guard).marks->follow(nullptr);
                       deskOf(guard).marks->replay(*m_past, m_past->steps().size());
                       Q_EMIT stateChanged();
                   });
}

void RunDesk::showDetails(qint64 number)
{
    if (m_past)
        m_stored->readStep(m_pastId, number, m_past->about().startedMs,
                           [this](const runner::StepRecord &step) { m_panel.showDetails(step); });
}

bool RunDesk::canExport() const
{
    const RunLog *const log = m_panel.log();
    return log && !isRunning() && (log->end() || !log->steps().isEmpty());
}

void RunDesk::exportRun()
{
    if (!canExport())
        return;
    const QString base = QFileInfo(m_panel.log()->about().title).completeBaseName();
    const QStringList filters{tr("Steps as JSON Lines (*.jsonl)"), tr("Outcome as JUnit XML (*.xml)")};
    m_parts.dialogs.saveFile(&m_parts.window, tr("Export the run"), base + u".jsonl"_s, filters, u"jsonl"_s, [this](const QString &path) {
        const RunLog *const log = m_panel.log();
        if (!log)
            return;
        workOff(
            m_thread, this,
            [path, steps = log->steps(), end = log->end(), about = log->about()] {
                const bool isXml = QFileInfo(path).suffix().compare(u"xml"_s, Qt::CaseInsensitive) == 0;
                return core::writeFile(path,
                                       isXml ? runner::junitXml(runner::reportOf(end, steps), about.title) : runner::recordLines(steps));
            },
            [this, name = QFileInfo(path).fileName()](const core::Result<void> &written) {
                m_parts.status.notice(written ? tr("Exported to “%1”").arg(name) : written.error().message);
            });
    });
}

// One operation ----------------------------------------------------------------------------------------------------------------

bool RunDesk::canTry() const
{
    DocumentPage *const page = m_parts.workspace.current();
    const std::optional<qint64> object = page ? selectedObject(page) : std::nullopt;
    const scenario::Scenario *const scenario = object ? &page->document().session().scenario() : nullptr;
    return !object || scenario->objectType(scenario->indexOf(*object)) == scenario::component::websock;
}

void RunDesk::tryOperation()
{
    DocumentPage *const page = m_parts.workspace.current();
    const std::optional<qint64> object = page ? selectedObject(page) : std::nullopt;
    delete m_try;
    m_try = new TryDialog(
        m_parts.workbench, m_parts.dialogs, m_live, [this](const std::shared_ptr<ClusterLine> &line) { retire(line); }, &m_parts.window);
    m_try->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_try, &TryDialog::keepWanted, this, &RunDesk::keepAsCard);
    connect(m_try, &TryDialog::notice, &m_parts.status, &StatusLine::notice);
    if (page)
        m_try->takeDocument(page->document().session().scenario());
    if (object)
        m_try->setValues(page->document().session().object(*object));
    m_try->show();
}

void RunDesk::keepAsCard(const core::Json &values)
{
    DocumentPage *page = m_parts.workspace.current();
    if (!page) {
        m_parts.workspace.newDocument();
        page = m_parts.workspace.current();
    }
    editing::EditSession &session = page->document().session();
    const editing::EditSession::Gesture gesture(session, [] { return tr("Keep an operation as a card"); });
    const qint64 id = page->canvas().edits().add(scenario::component::websock);
    for (const core::JsonMember &member : values.members())
        session.setProperty({id}, member.key, member.value);
    page->canvas().goTo(id);
}

// Breakpoints ---------------------------------------------------------------------------------------------------------------

void RunDesk::toggleBreakpoint()
{
    DocumentPage *const page = m_parts.workspace.current();
    const QList<qint64> ids = page ? page->canvas().canvas().selectedIds() : QList<qint64>();
    if (ids.isEmpty())
        return;
    QList<runner::Breakpoint> breakpoints = deskOf(page).marks->breakpoints();
    const auto isAt = [](qint64 id) {
        return [id](const runner::Breakpoint &one) {
            return one.isAt(id, u"");
        };
    };
    const bool isSet =
        std::all_of(ids.begin(), ids.end(), [&](qint64 id) { return std::any_of(breakpoints.begin(), breakpoints.end(), isAt(id)); });
    for (const qint64 id : ids) {
        breakpoints.removeIf(isAt(id));
        if (!isSet) {
            runner::Breakpoint breakpoint;
            breakpoint.object = id;
            breakpoints.append(breakpoint);
        }
    }
    keepBreakpoints(page->document().session(), breakpoints,
                    [isSet] { return isSet ? tr("Remove a breakpoint") : tr("Set a breakpoint"); });
}

void RunDesk::editBreakpoints()
{
    DocumentPage *const page = m_parts.workspace.current();
    const std::optional<qint64> object = page ? selectedObject(page) : std::nullopt;
    if (!object)
        return;
    auto *const dialog = new BreakpointDialog(page->document().session(), *object, deskOf(page).marks->breakpoints(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog, page] {
        keepBreakpoints(page->document().session(), dialog->breakpoints(), [] { return tr("Change breakpoints"); });
    });
    dialog->open();
}

void RunDesk::removeBreakpoints()
{
    if (DocumentPage *const page = m_parts.workspace.current())
        keepBreakpoints(page->document().session(), {}, [] { return tr("Remove all breakpoints"); });
}

bool RunDesk::hasBreakpoints() const
{
    const auto desk = m_desks.find(m_parts.workspace.current());
    return desk != m_desks.end() && !desk->second.marks->breakpoints().isEmpty();
}

} // namespace signalbox::designer
