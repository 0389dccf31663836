// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/filecommands.h"

#include "designer/cluster/clusterdesk.h"
#include "designer/files/folderpanel.h"
#include "designer/files/outputs.h"
#include "designer/files/printrun.h"
#include "designer/files/searchpanel.h"
#include "designer/shell/actions.h"
#include "designer/shell/documentsaver.h"
#include "designer/shell/navigator.h"
#include "designer/shell/preferences.h"
#include "designer/shell/statusline.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QPrinter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

FileCommands::FileCommands(const WindowParts &parts) : m_parts(parts)
{
    makeActions();
    FolderPanel &folder = m_parts.panels.folder();
    connect(&folder, &FolderPanel::folderWanted, this, &FileCommands::chooseFolder);
    connect(&folder, &FolderPanel::fileWanted, this, [this](const QString &path) { m_parts.workspace.open({path}); });
    connect(&folder, &FolderPanel::newWanted, this, &FileCommands::newIn);
    connect(&folder, &FolderPanel::showWanted, this, &FileCommands::showInFileManager);
    if (const QString kept = m_parts.settings.value(u"folder"_s).toString(); !kept.isEmpty())
        openFolder(kept);
}

void FileCommands::makeActions()
{
    Actions &actions = m_parts.actions;
    Workspace &workspace = m_parts.workspace;
    const auto onPage = [&](const char *id, std::function<QString()> text, const QKeySequence &shortcut,
                            std::function<void(DocumentPage *)> task) {
        actions.add(QLatin1String(id), std::move(text), shortcut, [&workspace, task = std::move(task)] {
            if (DocumentPage *const page = workspace.current())
                task(page);
        });
    };
    actions.add(
        u"file.new"_s, [] { return tr("New scenario"); }, QKeySequence::New, [&workspace] { workspace.newDocument(); });
    actions.add(
        u"file.open"_s, [] { return tr("Open…"); }, QKeySequence::Open,
        [this] {
            DocumentPage *const page = m_parts.workspace.current();
            const QString folder = page ? QFileInfo(page->document().path()).absolutePath() : QString();
            m_parts.dialogs.openFiles(&m_parts.window, folder, [this](const QStringList &paths) { m_parts.workspace.open(paths); });
        });
    actions.add(
        u"file.openFolder"_s, [] { return tr("Open folder…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { chooseFolder(); });
    actions.add(
        u"file.openCluster"_s, [] { return tr("Open from cluster…"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
        [this] { m_parts.desk.open(); });
    onPage(
        "file.saveCluster", [] { return tr("Save to cluster…"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S),
        [this](DocumentPage *page) { m_parts.desk.save(page); });
    onPage(
        "file.save", [] { return tr("Save"); }, QKeySequence::Save, [&workspace](DocumentPage *page) { workspace.saver().save(page); });
    onPage(
        "file.saveAs", [] { return tr("Save as…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [&workspace](DocumentPage *page) { workspace.saver().saveAs(page); });
    actions.add(
        u"file.export"_s, [] { return tr("Export a picture…"); }, QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportPicture(); });
    actions.add(
        u"file.print"_s, [] { return tr("Print…"); }, QKeySequence::Print, [this] { print(); });
    TaskStrip &tasks = workspace.tasks();
    QAction *const cancel = actions.add(
        u"file.cancelTask"_s, [] { return tr("Cancel what is going on"); }, {}, [&tasks] { tasks.cancel(); });
    const auto enableCancel = [cancel, &tasks] {
        cancel->setEnabled(tasks.canCancel());
    };
    connect(&tasks, &TaskStrip::changed, cancel, enableCancel);
    enableCancel();
    onPage(
        "file.close", [] { return tr("Close"); }, QKeySequence(Qt::CTRL | Qt::Key_W),
        [&workspace](DocumentPage *page) { workspace.close(page); });
    actions.add(
        u"file.quit"_s, [] { return tr("Quit"); }, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { m_parts.window.close(); });
}

void FileCommands::enable()
{
    const bool hasPage = m_parts.workspace.current() != nullptr;
    for (const char *id : {"file.save", "file.saveAs", "file.saveCluster", "file.export", "file.print", "file.close"})
        m_parts.actions.find(QLatin1String(id))->setEnabled(hasPage);
}

void FileCommands::chooseFolder()
{
    m_parts.dialogs.openFolder(&m_parts.window, m_parts.panels.folder().folder(), [this](const QString &path) {
        openFolder(path);
        m_parts.panels.raise(u"folder"_s);
        m_parts.panels.folder().focusFilter();
    });
}

void FileCommands::openFolder(const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    m_parts.panels.folder().setFolder(folder);
    m_parts.panels.search().setFolder(folder);
    m_parts.settings.setValue(u"folder"_s, folder);
}

void FileCommands::newIn(const QString &folder)
{
    const QStringList filters{tr("Scenario (*.scr)"), tr("All files (*)")};
    m_parts.dialogs.saveFile(&m_parts.window, tr("New scenario"), QDir(folder).filePath(u"scenario.scr"_s), filters, u"scr"_s,
                             [this](const QString &path) { m_parts.workspace.newFile(path); });
}

void FileCommands::showInFileManager(const QString &folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_parts.status.notice(tr("No file manager could be started for “%1”").arg(QDir::toNativeSeparators(folder)));
}

void FileCommands::exportPicture()
{
    DocumentPage *const page = m_parts.workspace.current();
    if (!page)
        return;
    const QStringList filters{tr("SVG picture (*.svg)"), tr("PNG picture (*.png)"), tr("PDF document (*.pdf)"), tr("Graphviz (*.dot)"),
                              tr("Mermaid (*.mmd)")};
    const QString base = QFileInfo(page->document().title()).completeBaseName();
    const auto write = [this, page = QPointer(page)](const QString &path) {
        if (!page)
            return;
        m_parts.workspace.outputs().exportTo(path, page->document().session().scenario());
    };
    m_parts.dialogs.saveFile(&m_parts.window, tr("Export a picture"), base + u".svg"_s, filters, u"svg"_s, write);
}

void FileCommands::print()
{
    DocumentPage *const page = m_parts.workspace.current();
    if (!page)
        return;
    const QRectF content = page->canvas().canvas().contentRect();
    if (content.isEmpty())
        return m_parts.status.notice(tr("There is nothing to print: the scenario has no components."));
    const auto start = [this, page = QPointer(page)](const std::shared_ptr<QPrinter> &printer) {
        if (!page)
            return;
        const scenario::Scenario &scenario = page->document().session().scenario();
        const QString name = scenario.name().isEmpty() ? page->document().title() : scenario.name();
        m_parts.workspace.outputs().print(printer, scenario, name);
    };
    m_parts.dialogs.print(&m_parts.window, tr("Print"), content.width() > content.height(), start);
}

} // namespace signalbox::designer
