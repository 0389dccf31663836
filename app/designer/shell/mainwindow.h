// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: menus, panels around the open documents, status bar, command palette. It joins parts; what each does is theirs.
#pragma once

#include "designer/shell/actions.h"
#include "designer/shell/languages.h"
#include "designer/shell/preferences.h"
#include "designer/shell/workspace.h"

#include <QMainWindow>
#include <QThreadPool>

namespace signalbox::journal {
class Journal;
}

namespace signalbox::designer {

class ClusterDesk;
class Clusters;
class EditCommands;
class FileCommands;
class LiveCluster;
class LiveCommands;
class MainMenu;
class MessageCommands;
class Navigator;
class PaletteChooser;
class PropertySheet;
class RunCommands;
class RunDesk;
class StatusLine;
class ViewCommands;
class WindowPanels;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive it.
    MainWindow(const Workbench &workbench, Dialogs &dialogs, Languages &languages, QSettings &settings, Autosave &autosave,
               Clusters &clusters);
    ~MainWindow() override;

    Workspace &workspace() { return *m_workspace; }
    LiveCluster &live() { return *m_live; }
    Actions &actions() { return m_actions; }
    PropertySheet &sheet();
    RunDesk &runs() { return *m_runs; }
    /// Where runs and messages are kept; must outlive it.
    void setJournal(journal::Journal &journal);
    /// Asks about what a crash left, where there is something: later, for it is read beside the interface thread.
    void offerLeftovers();
    /// Opens what was open when the program ended, where the person wants that.
    void reopenFiles();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectPanels();
    void connectWorkspace();
    void takeActions();
    void makeBars();
    void enableActions();
    void showCurrent();
    void showSelection();
    void showState();
    void watchPage(DocumentPage *page);
    void keepEdits(ScenarioDocument &document);
    void applyPreferences();
    void restore();
    void offer(const QList<Autosave::Leftover> &leftovers);

    Dialogs &m_dialogs;
    QSettings &m_settings;
    Autosave &m_autosave;
    Actions m_actions;
    Preferences m_preferences;
    Workspace *m_workspace;
    WindowPanels *m_panels;
    StatusLine *m_status;
    ClusterDesk *m_desk;
    Navigator *m_navigator;
    PaletteChooser *m_chooser;
    std::unique_ptr<LiveCluster> m_live;
    std::unique_ptr<LiveCommands> m_cluster; ///< goes before what it is about
    std::unique_ptr<FileCommands> m_file;
    std::unique_ptr<EditCommands> m_edit;
    std::unique_ptr<ViewCommands> m_view;
    std::unique_ptr<RunDesk> m_runs;
    std::unique_ptr<RunCommands> m_runCommands;
    std::unique_ptr<MessageCommands> m_messages;
    MainMenu *m_menu;
    bool m_mayClose = false;
    QThreadPool m_looking; // last: ends before what its task uses
};

} // namespace signalbox::designer
