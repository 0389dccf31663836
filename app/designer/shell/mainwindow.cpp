// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/mainwindow.h"

#include "designer/capabilities/capabilitydialog.h"
#include "designer/cluster/clusterdesk.h"
#include "designer/panels/commandpalette.h"
#include "designer/panels/componentpalette.h"
#include "designer/panels/documentpanels.h"
#include "designer/panels/historypanel.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/componentheader.h"
#include "designer/shell/helppanel.h"
#include "designer/shell/welcomepage.h"
#include "editing/quickfix.h"
#include "scenario/bodycheck.h"
#include "scenario/componentcodes.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr int noticeTimeMs = 8000;
constexpr qsizetype mostRecent = 10;
constexpr int pasteStep = 8; // the platform's units: one grid step
constexpr int layoutVersion = 1;
const QSize firstSize(1360, 860);

} // namespace

MainWindow::MainWindow(const Workbench &workbench, Dialogs &dialogs, Languages &languages, QSettings &settings, Autosave &autosave,
                       Clusters &clusters)
    : m_workbench(workbench), m_dialogs(dialogs), m_languages(languages), m_settings(settings), m_autosave(autosave),
      m_workspace(new Workspace(workbench, dialogs, this))
{
    setObjectName(u"window"_s);
    setCentralWidget(m_workspace);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    makePanels();
    makeStatusBar();
    makeDesk(clusters);
    makeActions();
    makeMenus();
    m_palette = new CommandPalette(workbench, this);

    connect(m_workspace, &Workspace::pageAdded, this, &MainWindow::watchPage);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::showCurrent);
    connect(m_workspace, &Workspace::currentStateChanged, this, &MainWindow::showState);
    connect(m_workspace, &Workspace::fileUsed, this, &MainWindow::noteRecent);
    connect(m_workspace, &Workspace::notice, this, &MainWindow::showNotice);
    WelcomePage &welcome = m_workspace->welcome();
    connect(&welcome, &WelcomePage::newWanted, m_workspace, &Workspace::newDocument);
    connect(&welcome, &WelcomePage::openWanted, m_actions.find(u"file.open"_s), &QAction::trigger);
    connect(&welcome, &WelcomePage::clusterWanted, m_actions.find(u"file.openCluster"_s), &QAction::trigger);
    connect(&welcome, &WelcomePage::fileWanted, m_workspace, [this](const QString &path) { m_workspace->open({path}); });
    connect(&welcome, &WelcomePage::exampleWanted, m_workspace, &Workspace::openExample);
    connect(&m_autosave, &Autosave::faulted, this, &MainWindow::showNotice);
    restore();
    showCurrent();
}

MainWindow::~MainWindow()
{
    m_workspace->disconnect(this); // pages that go are no news any more
    m_sheet->show(nullptr, nullptr);
    m_problems->show(nullptr, nullptr);
    m_variables->show(nullptr);
    m_history->show(nullptr);
    m_outline->show(nullptr);
    m_header->show(nullptr, {});
    delete m_desk;      // with its dialog, which hears of documents
    delete m_workspace; // while what it tells is still there to hear it
}

void MainWindow::makeDesk(Clusters &clusters)
{
    m_desk = new ClusterDesk(clusters, *m_workspace, m_settings, this); // deleted before the workspace
    connect(m_desk, &ClusterDesk::notice, this, &MainWindow::showNotice);
    m_workspace->setClusterSaver([this](DocumentPage *page, std::function<void()> saved) { m_desk->save(page, std::move(saved)); });
}

// Panels --------------------------------------------------------------------------------------------------------------------

QDockWidget *MainWindow::dock(const QString &name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *const made = new QDockWidget(this);
    made->setObjectName(name);
    made->setWidget(content);
    made->setTitleBarWidget(new QWidget(made)); // its tab says the same
    // Qt only moves a dock behind another one out of the window: Tab and screen readers would still go there.
    QSizePolicy policy = content->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    content->setSizePolicy(policy);
    connect(made, &QDockWidget::visibilityChanged, content, &QWidget::setVisible);
    addDockWidget(area, made);
    m_docks.insert(name, made);
    return made;
}

void MainWindow::makePanels()
{
    m_components = new ComponentPalette(m_workbench);
    m_outline = new OutlinePanel(m_workbench);
    m_problems = new ProblemsPanel(m_workbench);
    m_variables = new VariablesPanel(m_workbench);
    auto *const properties = new QWidget;
    auto *const layout = new QVBoxLayout(properties);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new ComponentHeader(m_workbench);
    m_sheet = new PropertySheet(m_workbench);
    layout->addWidget(m_header);
    layout->addWidget(m_sheet, 1);

    QDockWidget *const components = dock(u"components"_s, m_components, Qt::LeftDockWidgetArea);
    tabifyDockWidget(components, dock(u"outline"_s, m_outline, Qt::LeftDockWidgetArea));
    m_history = new HistoryPanel(m_workbench);
    components->raise();
    m_help = new HelpPanel(m_workbench);
    QDockWidget *const sheet = dock(u"properties"_s, properties, Qt::RightDockWidgetArea);
    tabifyDockWidget(sheet, dock(u"help"_s, m_help, Qt::RightDockWidgetArea));
    sheet->raise();
    QDockWidget *const problems = dock(u"problems"_s, m_problems, Qt::BottomDockWidgetArea);
    tabifyDockWidget(problems, dock(u"variables"_s, m_variables, Qt::BottomDockWidgetArea));
    tabifyDockWidget(problems, dock(u"history"_s, m_history, Qt::BottomDockWidgetArea));
    problems->raise();
    // The sides reach from top to bottom, as drawn.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeFilePanels();
    components->raise();
    problems->raise();
    resizeDocks({components, sheet}, {272, 360}, Qt::Horizontal);
    resizeDocks({problems}, {190}, Qt::Vertical);
    titleDocks();

    connect(m_components, &ComponentPalette::chosen, this, [this](qint64 type) {
        if (DocumentPage *const page = m_workspace->current()) {
            page->canvas().edits().add(type);
            page->canvas().setFocus();
        }
    });
    connect(m_outline, &OutlinePanel::componentRequested, this, [this](qint64 id) { goTo(id, {}); });
    connect(m_problems, &ProblemsPanel::placeRequested, this, &MainWindow::goTo);
    connect(m_problems, &ProblemsPanel::filePlaceRequested, this, &MainWindow::goToInFile);
    connect(m_sheet, &PropertySheet::componentRequested, this, [this](qint64 id) { goTo(id, {}); });
    connect(m_sheet, &PropertySheet::helpRequested, this, &MainWindow::showHelp);
    connect(m_sheet, &PropertySheet::capabilitiesRequested, this, &MainWindow::showCapabilities);
    connect(m_sheet, &PropertySheet::fixRequested, this, [this](const core::Diagnostic &problem) {
        if (DocumentPage *const page = m_workspace->current())
            editing::applyFix(page->document().session(), problem);
    });
    connect(m_variables, &VariablesPanel::usesRequested, this, [this](const QString &variable) {
        if (DocumentPage *const page = m_workspace->current())
            page->canvas().selectUses(variable);
    });
}

void MainWindow::titleDocks()
{
    m_docks[u"components"_s]->setWindowTitle(tr("Components"));
    m_docks[u"outline"_s]->setWindowTitle(tr("Outline"));
    m_docks[u"properties"_s]->setWindowTitle(tr("Properties"));
    m_docks[u"help"_s]->setWindowTitle(tr("Help"));
    m_docks[u"problems"_s]->setWindowTitle(tr("Problems"));
    m_docks[u"variables"_s]->setWindowTitle(tr("Variables"));
    m_docks[u"history"_s]->setWindowTitle(tr("History"));
    m_docks[u"folder"_s]->setWindowTitle(tr("Folder"));
    m_docks[u"search"_s]->setWindowTitle(tr("Search"));
}

void MainWindow::makeStatusBar()
{
    m_errors = new QLabel;
    m_errors->setObjectName(u"status.errors"_s);
    m_warnings = new QLabel;
    m_warnings->setObjectName(u"status.warnings"_s);
    m_fileState = new QLabel;
    m_fileState->setObjectName(u"status.file"_s);
    m_zoom = new QLabel;
    m_zoom->setObjectName(u"status.zoom"_s);
    statusBar()->addWidget(m_errors);
    statusBar()->addWidget(m_warnings);
    statusBar()->addWidget(m_fileState, 1);
    statusBar()->addPermanentWidget(m_zoom);
    statusBar()->setSizeGripEnabled(false);
}

// What is shown -----------------------------------------------------------------------------------------------------------

void MainWindow::watchPage(DocumentPage *page)
{
    connect(page, &DocumentPage::selectionChanged, this, [this, page] {
        if (page == m_workspace->current())
            showSelection();
    });
    CanvasView *const canvas = &page->canvas();
    connect(canvas, &CanvasView::zoomChanged, this, &MainWindow::showZoom);
    connect(canvas, &CanvasView::opened, this, [this](qint64 id) { goTo(id, u""_s); });
    connect(canvas, &CanvasView::nextWanted, this, &MainWindow::chooseNext);
    connect(canvas, &CanvasView::menuWanted, this, &MainWindow::showMenu);
    connect(canvas, &CanvasView::typed, this, [this](const QString &text) {
        chooseComponent(text, [this](qint64 type) {
            if (DocumentPage *const current = m_workspace->current())
                current->canvas().edits().add(type);
        });
    });
    ScenarioDocument *const document = &page->document();
    connect(document, &ScenarioDocument::stepsChanged, this, &MainWindow::enableActions);
    const auto keep = [this, document] {
        if (document->isClean())
            m_autosave.drop(document);
        else
            m_autosave.keep(document, document->path(), document->title(), [document] { return document->session().scenario(); });
    };
    connect(&document->session(), &editing::EditSession::changed, this, keep);
    connect(document, &ScenarioDocument::cleanChanged, this, keep);
    connect(document, &QObject::destroyed, this, [this, document] { m_autosave.drop(document); });
    if (!document->isClean())
        keep();
}

void MainWindow::showCurrent()
{
    DocumentPage *const page = m_workspace->current();
    editing::EditSession *const session = page ? &page->document().session() : nullptr;
    m_sheet->show(page ? &page->sheet() : nullptr, session);
    m_problems->show(session, page ? &page->document().problemModel() : nullptr);
    m_variables->show(session);
    if (page)
        m_history->show(&session->undoStack(),
                        [document = &page->document()] { return !document->path().isEmpty() && !document->isUnsaved(); });
    else
        m_history->show(nullptr);
    m_outline->show(session);
    const QWidget *const folder = m_docks[u"folder"_s]->widget();
    const QWidget *const search = m_docks[u"search"_s]->widget();
    for (QDockWidget *dock : std::as_const(m_docks)) {
        if (dock->widget() != m_help && dock->widget() != folder && dock->widget() != search)
            dock->widget()->setEnabled(page);
    }
    showSelection();
    showState();
}

void MainWindow::showSelection()
{
    DocumentPage *const page = m_workspace->current();
    const QList<qint64> ids = page ? page->canvas().canvas().selectedIds() : QList<qint64>();
    m_header->show(page ? &page->document().session() : nullptr, ids);
    m_outline->select(ids);
    enableActions();
}

void MainWindow::showState()
{
    DocumentPage *const page = m_workspace->current();
    if (!page) {
        m_errors->clear();
        m_warnings->clear();
        m_fileState->clear();
        m_zoom->clear();
        setWindowTitle(tr("Signalbox"));
        setWindowModified(false);
        enableActions();
        return;
    }
    ScenarioDocument &document = page->document();
    m_history->refresh();
    int errors = 0;
    int warnings = 0;
    for (const core::Diagnostic &problem : document.problems()) {
        errors += problem.severity == core::Severity::Error ? 1 : 0;
        warnings += problem.severity == core::Severity::Warning ? 1 : 0;
    }
    const QString color = m_workbench.appearance.theme().color(drawing::Role::Error).name();
    const QString count = tr("%n error(s)", nullptr, errors);
    m_errors->setText(errors > 0 ? u"<span style=\"color:%1\">● %2</span>"_s.arg(color, count) : count);
    m_warnings->setText(tr("%n warning(s)", nullptr, warnings));
    m_docks[u"problems"_s]->setWindowTitle(errors + warnings > 0 ? tr("Problems (%1)").arg(errors + warnings) : tr("Problems"));
    m_fileState->setText(u"%1 — %2"_s.arg(document.title(), stateOf(document)));
    showZoom();
    setWindowTitle(tr("%1[*] – Signalbox").arg(document.title()));
    setWindowModified(!document.isClean());
    enableActions();
}

QString MainWindow::stateOf(const ScenarioDocument &document)
{
    const auto &origin = document.origin();
    const QString file = document.isReadOnly()        ? tr("read-only")
                         : !document.isClean()        ? tr("edited")
                         : !document.path().isEmpty() ? tr("saved")
                         : origin                     ? QString()
                                                      : tr("not saved yet");
    if (!origin)
        return file;
    const QString there =
        document.isOnCluster() ? tr("saved on %1").arg(origin->cluster.title()) : tr("not this state on %1").arg(origin->cluster.title());
    return file.isEmpty() ? there : file + u", "_s + there;
}

void MainWindow::showZoom()
{
    if (DocumentPage *const page = m_workspace->current())
        m_zoom->setText(u"%1 %"_s.arg(qRound(page->canvas().zoom() * 100)));
}

void MainWindow::showCapabilities()
{
    DocumentPage *const page = m_workspace->current();
    auto *const dialog = new CapabilityDialog(m_workbench, m_dialogs, page ? &page->document() : nullptr, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CapabilityDialog::changed, m_sheet, &PropertySheet::takeCapabilities);
    connect(dialog, &CapabilityDialog::saveRequested, this, [this, shown = QPointer(page)] {
        if (shown)
            m_workspace->saveAs(shown);
    });
    const QList<core::Json> objects = page && page->sheet().target() ? page->sheet().target()->objects() : QList<core::Json>();
    if (!objects.isEmpty()) {
        const qint64 type = objects.first()[scenario::code::type].toInt().value_or(0);
        if (const auto named = scenario::messageNamed(type, objects.first(), m_workbench.dialect))
            dialog->select(named->first, named->second);
    }
    dialog->open();
}

void MainWindow::showNotice(const QString &text)
{
    statusBar()->showMessage(text, noticeTimeMs);
}

void MainWindow::goTo(qint64 object, const QString &property)
{
    DocumentPage *const page = m_workspace->current();
    if (!page || !page->canvas().canvas().card(object))
        return;
    page->canvas().goTo(object);
    raise(u"properties"_s);
    if (!property.isNull() && !m_sheet->focusProperty(property))
        m_sheet->focusFirst();
}

void MainWindow::goToInFile(const core::Diagnostic &problem)
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const scenario::Scenario &scenario = page->document().session().scenario();
    const QString variables = scenario.scriptPointer() + u'/' + scenario::code::variables.toString() + u'/';
    if (problem.pointer.startsWith(variables)) {
        const qsizetype index = QStringView(problem.pointer).sliced(variables.size()).split(u'/').first().toLongLong();
        const QList<scenario::Variable> all = scenario.variables();
        for (const scenario::Variable &variable : all) {
            if (variable.index != index)
                continue;
            raise(u"variables"_s);
            if (m_variables->goTo(variable.name))
                return;
        }
    }
    QStringList place;
    if (!problem.pointer.isEmpty())
        place << problem.pointer;
    if (problem.line > 0)
        place << tr("line %1, column %2").arg(problem.line).arg(problem.column);
    showNotice(place.isEmpty() ? problem.message : tr("%1 In the file: %2").arg(problem.message, place.join(u", "_s)));
}

void MainWindow::offerLeftovers()
{
    const QList<Autosave::Leftover> leftovers = m_autosave.leftovers();
    if (leftovers.isEmpty())
        return;
    QStringList names;
    for (const Autosave::Leftover &leftover : leftovers)
        names << tr("%1, %2").arg(leftover.title,
                                  QLocale().toString(QDateTime::fromMSecsSinceEpoch(leftover.savedMs), QLocale::ShortFormat));
    m_dialogs.ask(this, tr("Restore what was not saved?"),
                  tr("The program ended before these edits were saved:") + u"\n\n"_s + names.join(u'\n'),
                  {tr("Restore"), tr("Throw away"), tr("Decide later")}, [this, leftovers](int button) {
                      for (const Autosave::Leftover &leftover : leftovers) {
                          if (button == 0)
                              m_workspace->restore(leftover);
                          if (button == 0 || button == 1)
                              Autosave::forget(leftover);
                      }
                  });
}

void MainWindow::showHelp(const QString &property)
{
    DocumentPage *const page = m_workspace->current();
    const qint64 id = page ? page->canvas().currentId() : 0;
    m_help->show(id ? page->document().session().typeOf(id) : nullptr, property);
    raise(u"help"_s);
}

// Choosing components ---------------------------------------------------------------------------------------------------

void MainWindow::chooseComponent(const QString &typed, std::function<void(qint64)> chosen)
{
    QList<PaletteEntry> entries;
    const QList<const catalogue::ComponentType *> all = m_workbench.catalogue.all();
    for (const catalogue::ComponentType *type : all) {
        if (type->documented)
            entries.append({catalogue::translated(type->title), QString::number(type->index), [chosen, index = type->index] {
                                chosen(index);
                            }});
    }
    m_palette->open(Actions(), entries, typed);
}

void MainWindow::chooseNext(qint64 from, const QString &outcome, QPointF point)
{
    chooseComponent({}, [this, from, outcome, point](qint64 type) {
        DocumentPage *const page = m_workspace->current();
        if (!page)
            return;
        editing::EditSession &session = page->document().session();
        const editing::EditSession::Gesture gesture(session, tr("Add a component"));
        const qint64 id = page->canvas().edits().addAt(type, point - QPointF(0, m_workbench.appearance.theme().sizes().cardHeader / 2));
        if (const auto linked = session.link({from, outcome, id}); !linked)
            showNotice(linked.error().message);
    });
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries;
    if (DocumentPage *const page = m_workspace->current()) {
        for (const CardItem *card : page->canvas().canvas().cards())
            entries.append({card->card().name, tr("component"), [this, id = card->id()] {
                                goTo(id, {});
                            }});
    }
    m_palette->open(m_actions, entries);
}

void MainWindow::showMenu(QPoint at)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "", "edit.rename", "view.selection", "",
                           "canvas.addNote", "canvas.addFrame"})
        *id ? menu->addAction(m_actions.find(QLatin1String(id))) : void(menu->addSeparator());
    menu->popup(at);
}

// Clipboard ---------------------------------------------------------------------------------------------------------------

void MainWindow::copy()
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const QList<qint64> ids = page->canvas().canvas().selectedIds();
    if (ids.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(page->document().session().copy(ids).toText()));
    showNotice(tr("%n component(s) copied", nullptr, static_cast<int>(ids.size())));
}

void MainWindow::cut()
{
    copy();
    if (DocumentPage *const page = m_workspace->current()) {
        page->canvas().canvas().select(page->canvas().canvas().selectedIds()); // what is not in the clipboard stays
        page->canvas().edits().removeSelection();
    }
}

void MainWindow::paste()
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const auto fragment = editing::Fragment::read(QGuiApplication::clipboard()->text().toUtf8());
    if (!fragment)
        return showNotice(fragment.error().message);
    const editing::EditSession::Gesture gesture(page->document().session(), tr("Paste"));
    const QList<qint64> ids =
        page->document().session().paste(*fragment, page->canvas().edits().snapped(page->canvas().edits().freePlace()));
    page->canvas().canvas().select(ids);
}

void MainWindow::duplicate()
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const QList<qint64> ids = page->canvas().canvas().selectedIds();
    if (ids.isEmpty())
        return;
    QRectF all;
    for (const qint64 id : ids)
        all |= page->canvas().canvas().card(id)->cardRect();
    editing::EditSession &session = page->document().session();
    const editing::EditSession::Gesture gesture(session, tr("Duplicate"));
    const QPoint at = drawing::toPlatform(all.topLeft()) + QPoint(pasteStep, pasteStep);
    page->canvas().canvas().select(session.paste(session.copy(ids), at));
}

// The window ----------------------------------------------------------------------------------------------------------------

void MainWindow::noteRecent(const QString &path)
{
    QStringList recent = m_settings.value(u"recentFiles"_s).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(u"recentFiles"_s, QStringList(recent.first(std::min(recent.size(), mostRecent))));
    m_workspace->welcome().setRecent(recent);
}

void MainWindow::restore()
{
    resize(firstSize);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    restoreState(m_settings.value(u"window/state"_s).toByteArray(), layoutVersion);
    m_workspace->welcome().setRecent(m_settings.value(u"recentFiles"_s).toStringList());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/state"_s, saveState(layoutVersion));
    if (m_mayClose || m_workspace->pages().isEmpty())
        return event->accept();
    event->ignore();
    m_workspace->closeAll([this] {
        m_mayClose = true;
        close();
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        titleDocks();
        makeMenus();
        const QList<DocumentPage *> pages = m_workspace->pages();
        for (DocumentPage *page : pages)
            page->document().checkAgain();
        showState();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->mimeData()->hasUrls());
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    m_workspace->open(paths);
    event->acceptProposedAction();
}

} // namespace signalbox::designer
