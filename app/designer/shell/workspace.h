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

class DocumentSaver;
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
    /// What a crash left: over its file as a step that can be undone, or, where there is none, as a document that is not saved.
    void restore(const Autosave::Leftover &leftover);
    /// What a cluster gave. One that is open in this very edit is shown, unless it is wanted beside.
    void openEntity(const core::Json &entity, const ClusterOrigin &origin, bool beside);
    /// One of pages(), in front.
    void showPage(DocumentPage *page) { m_tabs->setCurrentWidget(page); }
    void openExample(const QString &resource, const QString &title);
    /// What saves them.
    DocumentSaver &saver() { return *m_saver; }
    /// Asks what to do with edits that are not saved.
    void close(DocumentPage *page, const std::function<void()> &closed = {});
    /// All, one after the other; stops where the person cancels.
    void closeAll(const std::function<void()> &closed);
    /// As that; and where something is still being exported or printed, asks whether to wait for it.
    void end(const std::function<void()> &ended);

Q_SIGNALS:
    void currentChanged();
    void currentStateChanged(); ///< title, clean state or problems of the current one
    void fileUsed(const QString &path);
    void pageAdded(signalbox::designer::DocumentPage *page);
    /// The document holds it now.
    void restored(signalbox::designer::ScenarioDocument *document, const signalbox::designer::Autosave::Leftover &leftover);
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
    static QString linesOf(const core::Diagnostics &diagnostics);
    void report(const QString &path, const core::Diagnostics &diagnostics);
    void updateTab(DocumentPage *page);
    void drop(DocumentPage *page);

    const Workbench &m_workbench;
    Dialogs &m_dialogs;
    WelcomePage *m_welcome;
    QTabWidget *m_tabs;
    TaskStrip *m_tasks;
    Outputs *m_outputs;
    DocumentSaver *m_saver;
    QList<std::shared_ptr<Reading>> m_readings;
    std::vector<std::unique_ptr<ScenarioDocument>> m_fresh; // being written for the first time
    DocumentReader m_reader;
};

} // namespace signalbox::designer
