// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: menus, panels around the open documents, status bar, command palette. It joins parts; what each does is theirs.
#pragma once

#include "designer/shell/actions.h"
#include "designer/shell/languages.h"
#include "designer/shell/workspace.h"

#include <QMainWindow>
#include <QSettings>

class QLabel;
class QMenu;

namespace signalbox::designer {

class ClusterDesk;
class Clusters;
class CommandPalette;
class ComponentHeader;
class ComponentPalette;
class FolderPanel;
class HelpPanel;
class HistoryPanel;
class OutlinePanel;
class ProblemsPanel;
class PropertySheet;
class SearchPanel;
class VariablesPanel;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive it.
    MainWindow(const Workbench &workbench, Dialogs &dialogs, Languages &languages, QSettings &settings, Autosave &autosave,
               Clusters &clusters);
    ~MainWindow() override;

    Workspace &workspace() { return *m_workspace; }
    Actions &actions() { return m_actions; }
    PropertySheet &sheet() { return *m_sheet; }
    /// Asks about what a crash left, where there is something.
    void offerLeftovers();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    using OnCanvas = void (CanvasView::*)();

    // mainwindowactions.cpp
    void makeActions();
    void makeFileActions();
    void makeEditActions();
    void makeBodyActions();
    void showCapabilities();
    void makeViewActions();
    void makeHelpActions();
    void makeFolderActions();
    void makeMenus();
    QAction *onCanvas(const QString &id, std::function<QString()> text, const QKeySequence &shortcut,
                      std::function<void(CanvasView &)> task);
    void enableActions();

    void makeDesk(Clusters &clusters);
    void makePanels();
    // mainwindowfiles.cpp
    void makeFilePanels();
    void chooseFolder();
    void openFolder(const QString &path);
    void newIn(const QString &folder);
    void goToFound(quintptr key, const QString &path, std::optional<qint64> object, const QString &property);
    void raise(const QString &dock);

    QDockWidget *dock(const QString &name, QWidget *content, Qt::DockWidgetArea area);
    void titleDocks();
    void makeStatusBar();
    void showCurrent();
    void showSelection();
    void showState();
    static QString stateOf(const ScenarioDocument &document);
    void showZoom();
    void watchPage(DocumentPage *page);
    /// Selects it; property: whose row gets the cursor, the first one where there is no such row, none for a null string.
    void goTo(qint64 object, const QString &property);
    /// Of a problem that is about no component: the variable's row, or else a notice that names the place.
    void goToInFile(const core::Diagnostic &problem);
    /// The page of the selected component, at this property; the guide where none is selected.
    void showHelp(const QString &property);
    void chooseNext(qint64 from, const QString &outcome, QPointF point);
    void chooseComponent(const QString &typed, std::function<void(qint64 type)> chosen);
    void openPalette();
    void copy();
    void cut();
    void paste();
    void duplicate();
    void exportPicture();
    void print();
    void noteRecent(const QString &path);
    void showMenu(QPoint at);
    void showNotice(const QString &text);
    void restore();

    const Workbench &m_workbench;
    Dialogs &m_dialogs;
    Languages &m_languages;
    QSettings &m_settings;
    Autosave &m_autosave;
    Actions m_actions;
    Workspace *m_workspace;
    ClusterDesk *m_desk = nullptr;
    ComponentPalette *m_components = nullptr;
    OutlinePanel *m_outline = nullptr;
    ComponentHeader *m_header = nullptr;
    PropertySheet *m_sheet = nullptr;
    HelpPanel *m_help = nullptr;
    ProblemsPanel *m_problems = nullptr;
    VariablesPanel *m_variables = nullptr;
    HistoryPanel *m_history = nullptr;
    FolderPanel *m_folder = nullptr;
    SearchPanel *m_search = nullptr;
    CommandPalette *m_palette = nullptr;
    QHash<QString, QDockWidget *> m_docks;
    QMenu *m_recentMenu = nullptr;
    QLabel *m_errors = nullptr;
    QLabel *m_warnings = nullptr;
    QLabel *m_fileState = nullptr;
    QLabel *m_zoom = nullptr;
    bool m_mayClose = false;
};

} // namespace signalbox::designer
