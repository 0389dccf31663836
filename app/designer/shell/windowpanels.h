// SPDX-License-Identifier: GPL-3.0-or-later
// The panels around the documents: makes them and their docks, shows in them the document in front and what is selected there, brings one
// to the front. Where what they ask for leads is the window's.
#pragma once

#include "designer/shell/workbench.h"

#include <QHash>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace signalbox::designer {

class ComponentHeader;
class ComponentPalette;
class DocumentPage;
class FolderPanel;
class HelpPanel;
class HistoryPanel;
class MessagesPanel;
class OutlinePanel;
class ProblemsPanel;
class PropertySheet;
class RunPanel;
class SearchPanel;
class VariablesPanel;
class Workspace;

class WindowPanels final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Its docks are the window's.
    WindowPanels(const Workbench &workbench, Workspace &workspace, QMainWindow &window);
    ~WindowPanels() override;

    ComponentPalette &components() { return *m_components; }
    OutlinePanel &outline() { return *m_outline; }
    ComponentHeader &header() { return *m_header; }
    PropertySheet &sheet() { return *m_sheet; }
    HelpPanel &help() { return *m_help; }
    ProblemsPanel &problems() { return *m_problems; }
    RunPanel &run() { return *m_run; }
    MessagesPanel &messages() { return *m_messages; }
    VariablesPanel &variables() { return *m_variables; }
    HistoryPanel &history() { return *m_history; }
    FolderPanel &folder() { return *m_folder; }
    SearchPanel &search() { return *m_search; }

    /// The document in front; nullptr: none.
    void show(DocumentPage *page);
    void showSelection(DocumentPage *page);
    void showProblemCount(int count);
    /// By its name, such as "properties".
    void raise(const QString &dock);
    /// In the order of the menu.
    QList<QAction *> toggles() const;
    /// In the language of now.
    void retitle();

private:
    QDockWidget *dock(const QString &name, QWidget *content, Qt::DockWidgetArea area);
    void arrange();

    QMainWindow &m_window;
    QHash<QString, QDockWidget *> m_docks;
    ComponentPalette *m_components;
    OutlinePanel *m_outline;
    ComponentHeader *m_header;
    PropertySheet *m_sheet;
    HelpPanel *m_help;
    ProblemsPanel *m_problems;
    RunPanel *m_run;
    MessagesPanel *m_messages;
    VariablesPanel *m_variables;
    HistoryPanel *m_history;
    FolderPanel *m_folder;
    SearchPanel *m_search;
};

} // namespace signalbox::designer
