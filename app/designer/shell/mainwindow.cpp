// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/mainwindow.h"

#include "designer/cluster/clusterdesk.h"
#include "designer/files/offthread.h"
#include "designer/files/outputs.h"
#include "designer/files/searchpanel.h"
#include "designer/live/livecommands.h"
#include "designer/messages/messagecommands.h"
#include "designer/messages/messagespanel.h"
#include "designer/panels/componentpalette.h"
#include "designer/panels/documentpanels.h"
#include "designer/panels/historypanel.h"
#include "designer/run/runcommands.h"
#include "designer/run/rundesk.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/commandbutton.h"
#include "designer/shell/documentsaver.h"
#include "designer/shell/editcommands.h"
#include "designer/shell/filecommands.h"
#include "designer/shell/mainmenu.h"
#include "designer/shell/navigator.h"
#include "designer/shell/palettechooser.h"
#include "designer/shell/shortcuteditor.h"
#include "designer/shell/statusline.h"
#include "designer/shell/viewcommands.h"
#include "designer/shell/welcomepage.h"
#include "designer/shell/windowpanels.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr int layoutVersion = 1;
const QSize firstSize(1360, 860);

} // namespace

MainWindow::MainWindow(const Workbench &workbench, Dialogs &dialogs, Languages &languages, QSettings &settings, Autosave &autosave,
                       Clusters &clusters)
    : m_dialogs(dialogs), m_settings(settings), m_autosave(autosave), m_preferences(settings),
      m_workspace(new Workspace(workbench, dialogs, this)), m_panels(new WindowPanels(workbench, *m_workspace, *this)),
      m_status(new StatusLine(workbench, *statusBar())), m_desk(new ClusterDesk(clusters, *m_workspace, settings, this)),
      m_navigator(new Navigator(*m_workspace, *m_panels, *m_status)),
      m_chooser(new PaletteChooser(workbench, *m_workspace, *m_navigator, *m_status, m_actions, *this))
{
    setObjectName(u"window"_s);
    setCentralWidget(m_workspace);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_status->setParent(this);
    m_navigator->setParent(this);
    m_chooser->setParent(this);

    const WindowParts parts{*this,        workbench, dialogs,   settings,     m_preferences, m_actions,
                            *m_workspace, *m_panels, *m_status, *m_navigator, *m_chooser,    *m_desk};
    m_live = std::make_unique<LiveCluster>(clusters, settings);
    m_cluster = std::make_unique<LiveCommands>(parts, *m_live);
    m_file = std::make_unique<FileCommands>(parts);
    m_edit = std::make_unique<EditCommands>(parts);
    m_view = std::make_unique<ViewCommands>(parts, languages);
    m_runs = std::make_unique<RunDesk>(parts, *m_live, m_panels->run());
    m_runCommands = std::make_unique<RunCommands>(parts, *m_runs);
    m_messages = std::make_unique<MessageCommands>(parts, m_panels->messages());
    takeActions();
    m_menu = new MainMenu(parts, *menuBar());
    m_menu->setParent(this);
    makeBars();
    connectPanels();
    connectWorkspace();
    restore();
    showCurrent();
}

MainWindow::~MainWindow()
{
    m_workspace->disconnect(this); // pages that go are no news any more
    m_messages.reset();
    m_runCommands.reset();
    m_runs.reset();
    delete m_panels;
    delete m_desk;      // with its dialog, which hears of documents
    delete m_workspace; // while what it tells is still there to hear it
}

PropertySheet &MainWindow::sheet()
{
    return m_panels->sheet();
}

void MainWindow::takeActions()
{
    const QList<QAction *> all = m_actions.all();
    addActions(all); // shortcuts work whatever menu is shown
    ShortcutEditor::restore(m_actions, m_settings);
}

void MainWindow::makeBars()
{
    const auto bar = [this](const QString &name) {
        QToolBar *const made = addToolBar(QString());
        made->setObjectName(name);
        made->setMovable(false);
        made->toggleViewAction()->setVisible(false);
        made->setContextMenuPolicy(Qt::PreventContextMenu); // nothing here can be hidden
        return made;
    };
    QToolBar *const top = bar(u"top"_s);
    const auto addRoom = [top] {
        auto *const room = new QWidget(top);
        room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        top->addWidget(room);
    };
    addRoom();
    top->addWidget(new CommandButton(*m_actions.find(u"view.palette"_s), top));
    addRoom();
    m_cluster->fill(*top);
    m_runCommands->fill(*top);
    addToolBarBreak();
    m_cluster->fillStripe(*bar(u"production"_s));
}

void MainWindow::connectPanels()
{
    connect(&m_panels->components(), &ComponentPalette::chosen, this, [this](qint64 type) {
        if (DocumentPage *const page = m_workspace->current()) {
            page->canvas().edits().add(type);
            page->canvas().setFocus();
        }
    });
    const auto goTo = [this](qint64 id) {
        m_navigator->goTo(id);
    };
    connect(&m_panels->outline(), &OutlinePanel::componentRequested, this, goTo);
    connect(&m_panels->sheet(), &PropertySheet::componentRequested, this, goTo);
    connect(&m_panels->sheet(), &PropertySheet::helpRequested, m_navigator, &Navigator::showHelp);
    connect(&m_panels->problems(), &ProblemsPanel::placeRequested, m_navigator, &Navigator::goTo);
    connect(&m_panels->problems(), &ProblemsPanel::filePlaceRequested, m_navigator, &Navigator::goToInFile);
    connect(&m_panels->search(), &SearchPanel::placeWanted, m_navigator, &Navigator::goToFound);
    connect(&m_panels->variables(), &VariablesPanel::usesRequested, this, [this](const QString &variable) {
        if (DocumentPage *const page = m_workspace->current())
            page->canvas().selectUses(variable);
    });
}

void MainWindow::connectWorkspace()
{
    connect(m_workspace, &Workspace::pageAdded, this, &MainWindow::watchPage);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::showCurrent);
    connect(m_workspace, &Workspace::currentStateChanged, this, &MainWindow::showState);
    connect(m_workspace, &Workspace::fileUsed, &m_preferences, &Preferences::noteRecent);
    connect(m_workspace, &Workspace::restored, this, [this](ScenarioDocument *document, const Autosave::Leftover &leftover) {
        if (document->isClean()) // its file holds the very same
            Autosave::forget(leftover);
        else
            m_autosave.adopt(document, leftover);
    });
    connect(m_workspace, &Workspace::notice, m_status, &StatusLine::notice);
    statusBar()->addPermanentWidget(&m_workspace->tasks());
    m_workspace->saver().setClusterSaver([this](DocumentPage *page, std::function<void()> saved) { m_desk->save(page, std::move(saved)); });
    connect(m_desk, &ClusterDesk::notice, m_status, &StatusLine::notice);
    connect(&m_autosave, &Autosave::faulted, m_status, &StatusLine::notice);
    connect(&m_preferences, &Preferences::changed, this, &MainWindow::applyPreferences);
    const WelcomePage &welcome = m_workspace->welcome();
    connect(&welcome, &WelcomePage::newWanted, m_workspace, &Workspace::newDocument);
    connect(&welcome, &WelcomePage::openWanted, m_actions.find(u"file.open"_s), &QAction::trigger);
    connect(&welcome, &WelcomePage::clusterWanted, m_actions.find(u"file.openCluster"_s), &QAction::trigger);
    connect(&welcome, &WelcomePage::fileWanted, m_workspace, [this](const QString &path) { m_workspace->open({path}); });
    connect(&welcome, &WelcomePage::exampleWanted, m_workspace, &Workspace::openExample);
}

// What is shown -----------------------------------------------------------------------------------------------------------

void MainWindow::watchPage(DocumentPage *page)
{
    connect(page, &DocumentPage::selectionChanged, this, [this, page] {
        if (page == m_workspace->current())
            showSelection();
    });
    const CanvasView *const canvas = &page->canvas();
    connect(canvas, &CanvasView::zoomChanged, this, [this] { m_status->showZoom(m_workspace->current()); });
    connect(canvas, &CanvasView::opened, this, [this](qint64 id) { m_navigator->goTo(id, u""_s); });
    connect(canvas, &CanvasView::propertyFound, m_navigator, &Navigator::showFound);
    connect(canvas, &CanvasView::nextWanted, m_chooser, &PaletteChooser::addNext);
    connect(canvas, &CanvasView::menuWanted, m_menu, &MainMenu::showCanvasMenu);
    connect(canvas, &CanvasView::typed, m_chooser, &PaletteChooser::add);
    connect(&page->document(), &ScenarioDocument::stepsChanged, this, &MainWindow::enableActions);
    m_view->setUp(*page);
    keepEdits(page->document());
}

void MainWindow::keepEdits(ScenarioDocument &document)
{
    const auto keep = [this, document = &document] {
        if (document->isClean())
            m_autosave.drop(document);
        else
            m_autosave.keep(document, document->path(), document->title(), [document] { return document->session().scenario(); });
    };
    connect(&document.session(), &editing::EditSession::changed, this, keep);
    connect(&document, &ScenarioDocument::cleanChanged, this, keep);
    connect(&document, &QObject::destroyed, this, [this, gone = &document] { m_autosave.drop(gone); });
    if (!document.isClean())
        keep();
}

void MainWindow::enableActions()
{
    m_cluster->enable();
    m_file->enable();
    m_edit->enable();
    m_view->enable();
    m_runCommands->enable();
}

void MainWindow::showCurrent()
{
    m_panels->show(m_workspace->current());
    m_runs->showCurrent();
    enableActions();
    showState();
}

void MainWindow::showSelection()
{
    m_panels->showSelection(m_workspace->current());
    enableActions();
}

void MainWindow::showState()
{
    DocumentPage *const page = m_workspace->current();
    m_status->show(page);
    m_panels->showProblemCount(m_status->problemCount());
    m_panels->history().refresh();
    setWindowTitle(page ? tr("%1[*] – Signalbox").arg(page->document().title()) : tr("Signalbox"));
    setWindowModified(page && !page->document().isClean());
    enableActions();
}

// The window ----------------------------------------------------------------------------------------------------------------

void MainWindow::setJournal(journal::Journal &journal)
{
    m_runs->setJournal(journal);
    m_panels->messages().setJournal(&journal);
}

void MainWindow::offerLeftovers()
{
    workOff(
        m_looking, this, [&autosave = std::as_const(m_autosave)] { return autosave.leftovers(); },
        [this](const QList<Autosave::Leftover> &leftovers) { offer(leftovers); });
}

void MainWindow::offer(const QList<Autosave::Leftover> &leftovers)
{
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
                          else if (button == 1)
                              Autosave::forget(leftover);
                      }
                  });
}

void MainWindow::reopenFiles()
{
    if (!m_preferences.reopens())
        return;
    QStringList there;
    const QStringList wanted = m_preferences.openFiles();
    for (const QString &path : wanted) {
        if (QFileInfo::exists(path))
            there << path;
    }
    m_workspace->open(there);
    if (const int gone = static_cast<int>(wanted.size() - there.size()); gone > 0)
        m_status->notice(tr("%n file(s) of the last time are not there any more", nullptr, gone));
}

void MainWindow::applyPreferences()
{
    m_autosave.setDelay(m_preferences.keepAfter());
    m_workspace->welcome().setRecent(m_preferences.recentFiles());
}

void MainWindow::restore()
{
    resize(firstSize);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    restoreState(m_settings.value(u"window/state"_s).toByteArray(), layoutVersion);
    m_cluster->showProduction(); // whatever the last time was
    applyPreferences();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose)
        return event->accept();
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/state"_s, saveState(layoutVersion));
    QStringList open;
    const QList<DocumentPage *> pages = m_workspace->pages();
    for (DocumentPage *page : pages) {
        if (!page->document().path().isEmpty())
            open << page->document().path();
    }
    m_preferences.setOpenFiles(open);
    if (pages.isEmpty() && m_workspace->outputs().isIdle())
        return event->accept();
    event->ignore();
    m_workspace->end([this] {
        m_mayClose = true;
        close();
    });
    if (m_mayClose)
        event->accept(); // nobody was asked: the call above came from within this one, and did nothing
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        m_panels->retitle();
        m_menu->build();
        m_cluster->showProduction();
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
