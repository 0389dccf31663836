// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/windowpanels.h"

#include "designer/files/folderpanel.h"
#include "designer/files/searchpanel.h"
#include "designer/messages/messagespanel.h"
#include "designer/panels/componentpalette.h"
#include "designer/panels/documentpanels.h"
#include "designer/panels/historypanel.h"
#include "designer/run/runpanel.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/componentheader.h"
#include "designer/shell/helppanel.h"
#include "designer/shell/workspace.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

QList<OpenScenario> openScenarios(const Workspace &workspace)
{
    QList<OpenScenario> open;
    const QList<DocumentPage *> pages = workspace.pages();
    for (DocumentPage *page : pages) {
        ScenarioDocument &document = page->document();
        open.append({document.path(), document.title(), reinterpret_cast<quintptr>(page), document.session().scenario()});
    }
    return open;
}

} // namespace

WindowPanels::WindowPanels(const Workbench &workbench, Workspace &workspace, QMainWindow &window)
    : m_window(window), m_components(new ComponentPalette(workbench)), m_outline(new OutlinePanel(workbench)),
      m_header(new ComponentHeader(workbench)), m_sheet(new PropertySheet(workbench)), m_help(new HelpPanel(workbench)),
      m_problems(new ProblemsPanel(workbench)), m_run(new RunPanel(workbench)), m_messages(new MessagesPanel(workbench)),
      m_variables(new VariablesPanel(workbench)), m_history(new HistoryPanel(workbench)), m_folder(new FolderPanel(workbench)),
      m_search(new SearchPanel(workbench, [&workspace] { return openScenarios(workspace); }))
{
    arrange();
    retitle();
}

WindowPanels::~WindowPanels()
{
    m_sheet->show(nullptr, nullptr);
    m_problems->show(nullptr, nullptr);
    m_variables->show(nullptr);
    m_history->show(nullptr);
    m_outline->show(nullptr);
    m_header->show(nullptr, {});
}

QDockWidget *WindowPanels::dock(const QString &name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *const made = new QDockWidget(&m_window);
    made->setObjectName(name);
    made->setWidget(content);
    made->setTitleBarWidget(new QWidget(made)); // its tab says the same
    // Qt only moves a dock behind another one out of the window: Tab and screen readers would still go there.
    QSizePolicy policy = content->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    content->setSizePolicy(policy);
    connect(made, &QDockWidget::visibilityChanged, content, &QWidget::setVisible);
    m_window.addDockWidget(area, made);
    m_docks.insert(name, made);
    return made;
}

void WindowPanels::arrange()
{
    auto *const properties = new QWidget;
    auto *const layout = new QVBoxLayout(properties);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_sheet, 1);

    QDockWidget *const components = dock(u"components"_s, m_components, Qt::LeftDockWidgetArea);
    QDockWidget *const outline = dock(u"outline"_s, m_outline, Qt::LeftDockWidgetArea);
    m_window.tabifyDockWidget(components, outline);
    m_window.tabifyDockWidget(outline, dock(u"folder"_s, m_folder, Qt::LeftDockWidgetArea));
    QDockWidget *const sheet = dock(u"properties"_s, properties, Qt::RightDockWidgetArea);
    m_window.tabifyDockWidget(sheet, dock(u"help"_s, m_help, Qt::RightDockWidgetArea));
    QDockWidget *const problems = dock(u"problems"_s, m_problems, Qt::BottomDockWidgetArea);
    QDockWidget *const run = dock(u"run"_s, m_run, Qt::BottomDockWidgetArea);
    QDockWidget *const variables = dock(u"variables"_s, m_variables, Qt::BottomDockWidgetArea);
    m_window.tabifyDockWidget(problems, run);
    QDockWidget *const messages = dock(u"messages"_s, m_messages, Qt::BottomDockWidgetArea);
    m_window.tabifyDockWidget(run, messages);
    m_window.tabifyDockWidget(messages, variables);
    m_window.tabifyDockWidget(problems, dock(u"history"_s, m_history, Qt::BottomDockWidgetArea));
    m_window.tabifyDockWidget(variables, dock(u"search"_s, m_search, Qt::BottomDockWidgetArea));
    // The sides reach from top to bottom, as drawn.
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (QDockWidget *const front : {components, sheet, problems})
        front->raise();
    m_window.resizeDocks({components, sheet}, {272, 360}, Qt::Horizontal);
    m_window.resizeDocks({problems}, {190}, Qt::Vertical);
}

void WindowPanels::retitle()
{
    m_docks[u"components"_s]->setWindowTitle(tr("Components"));
    m_docks[u"outline"_s]->setWindowTitle(tr("Outline"));
    m_docks[u"folder"_s]->setWindowTitle(tr("Folder"));
    m_docks[u"properties"_s]->setWindowTitle(tr("Properties"));
    m_docks[u"help"_s]->setWindowTitle(tr("Help"));
    m_docks[u"problems"_s]->setWindowTitle(tr("Problems"));
    m_docks[u"run"_s]->setWindowTitle(tr("Run"));
    m_docks[u"messages"_s]->setWindowTitle(tr("Messages"));
    m_docks[u"variables"_s]->setWindowTitle(tr("Variables"));
    m_docks[u"history"_s]->setWindowTitle(tr("History"));
    m_docks[u"search"_s]->setWindowTitle(tr("Search"));
}

void WindowPanels::showProblemCount(int count)
{
    m_docks[u"problems"_s]->setWindowTitle(count > 0 ? tr("Problems (%1)").arg(count) : tr("Problems"));
}

QList<QAction *> WindowPanels::toggles() const
{
    QList<QAction *> actions;
    for (const char *name :
         {"components", "outline", "folder", "properties", "help", "problems", "run", "messages", "variables", "history", "search"})
        actions.append(m_docks[QLatin1String(name)]->toggleViewAction());
    return actions;
}

void WindowPanels::raise(const QString &dock)
{
    m_docks[dock]->show();
    m_docks[dock]->raise();
}

void WindowPanels::show(DocumentPage *page)
{
    editing::EditSession *const session = page ? &page->document().session() : nullptr;
    m_sheet->show(page ? &page->sheet() : nullptr, session);
    m_problems->show(session, page ? &page->document().problemModel() : nullptr);
    m_variables->show(session);
    if (page)
        m_history->show(session, [document = &page->document()] { return !document->path().isEmpty() && !document->isUnsaved(); });
    else
        m_history->show(nullptr);
    m_outline->show(session);
    for (const char *name : {"components", "outline", "properties", "problems", "run", "variables", "history"})
        m_docks[QLatin1String(name)]->widget()->setEnabled(page);
    showSelection(page);
}

void WindowPanels::showSelection(DocumentPage *page)
{
    const QList<qint64> ids = page ? page->canvas().canvas().selectedIds() : QList<qint64>();
    m_header->show(page ? &page->document().session() : nullptr, ids);
    m_outline->select(ids);
}

} // namespace signalbox::designer
