// SPDX-License-Identifier: GPL-3.0-or-later
// The open documents as tabs: opens, makes, saves and closes them, asking where something would be lost. With none open it shows the
// welcome page. What is large is read off the interface thread, and everything is written there.
#pragma once

#include "designer/files/taskstrip.h"
#include "designer/shell/autosave.h"
#include "designer/shell/dialogs.h"
#include "designer/shell/documentpage.h"

#include <QStackedWidget>
#include <QTabWidget>

#include <memory>
#include <vector>

namespace signalbox::designer {

class Outputs;
class WelcomePage;

class Workspace final : public QStackedWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Workspace(const Workbench &workbench, Dialogs &dialogs, QWidget *parent = nullptr);
    ~Workspace() override;

    DocumentPage *current() const;
    QList<DocumentPage *> pages() const;
    WelcomePage &welcome() { return *m_welcome; }
    /// What goes on of it: to be shown somewhere.
    TaskStrip &tasks() { return *m_tasks; }
    Outputs &outputs() { return *m_outputs; }

    void newDocument();
    /// In this file. One that cannot be written is reported, and there is no document then.
    void newFile(const QString &path);
    using Opened = std::function<void(DocumentPage *page)>;
    /// Those that are open already are shown; a file that is no scenario is reported. Small ones are there at once, others later. opened:
    /// called for each, with nullptr where it could not be opened, and not at all where a person cancelled it.
    void open(const QStringList &paths, const Opened &opened = {});
    /// What a crash left: over its file as a step that can be undone, or, where there is none, as a document that is not saved. Forgets it
    /// then.
    void restore(const Autosave::Leftover &leftover);
    /// What a cluster gave. One that is open in this very edit is shown, unless it is wanted beside.
    void openEntity(const core::Json &entity, const ClusterOrigin &origin, bool beside);
    /// One of pages(), in front.
    void showPage(DocumentPage *page) { m_tabs->setCurrentWidget(page); }
    void openExample(const QString &resource, const QString &title);
    /// To its file; one that has none but came from a cluster to that.
    void save(DocumentPage *page, std::function<void()> saved = {});
    void saveAs(DocumentPage *page, std::function<void()> saved = {});
    /// Asks what to do with edits that are not saved.
    void close(DocumentPage *page, const std::function<void()> &closed = {});
    /// How a document is saved to a cluster; without it none is.
    using ClusterSaver = std::function<void(DocumentPage *page, std::function<void()> saved)>;
    void setClusterSaver(ClusterSaver saver) { m_clusterSaver = std::move(saver); }
    /// All, one after the other; stops where the person cancels.
    void closeAll(const std::function<void()> &closed);

Q_SIGNALS:
    void currentChanged();
    void currentStateChanged(); ///< title, clean state or problems of the current one
    void fileUsed(const QString &path);
    void pageAdded(signalbox::designer::DocumentPage *page);
    void notice(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    DocumentPage *add(std::unique_ptr<ScenarioDocument> document);
    struct Reading;
    DocumentPage *pageOf(const QString &path) const;
    void openFile(const QString &path, const Opened &opened);
    void takeFresh(ScenarioDocument *made, const QString &path, const core::Result<void> &result);
    void takeRead(const ReadDocument &read, const QList<Opened> &opened);
    void takeLeftover(const Autosave::Leftover &leftover, const ReadDocument &read);
    /// path: where to; empty: its file.
    void write(DocumentPage *page, const QString &path, bool overwrite, const std::function<void()> &saved);
    void askAboutUnsaved(DocumentPage *page, const core::Error &why, const std::function<void()> &saved);
    static QString linesOf(const core::Diagnostics &diagnostics);
    void report(const QString &path, const core::Diagnostics &diagnostics);
    void askAboutOutside(DocumentPage *page);
    void updateTab(DocumentPage *page);
    void drop(DocumentPage *page);

    const Workbench &m_workbench;
    Dialogs &m_dialogs;
    WelcomePage *m_welcome;
    QTabWidget *m_tabs;
    TaskStrip *m_tasks;
    Outputs *m_outputs;
    QList<std::shared_ptr<Reading>> m_readings;
    std::vector<std::unique_ptr<ScenarioDocument>> m_fresh; // being written for the first time
    DocumentReader m_reader;
    ClusterSaver m_clusterSaver;
};

} // namespace signalbox::designer
