// SPDX-License-Identifier: GPL-3.0-or-later
// The window's folder view, search across scenarios, and printing: what they ask for is done here.
#include "designer/files/folderpanel.h"
#include "designer/files/searchpanel.h"
#include "designer/shell/mainwindow.h"
#include "designer/shell/printrun.h"

#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QPointer>
#include <QPrinter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

void MainWindow::makeFilePanels()
{
    m_folder = new FolderPanel(m_workbench);
    m_search = new SearchPanel(m_workbench, [this] {
        QList<OpenScenario> open;
        const QList<DocumentPage *> pages = m_workspace->pages();
        for (DocumentPage *page : pages) {
            ScenarioDocument &document = page->document();
            open.append({document.path(), document.title(), reinterpret_cast<quintptr>(page), document.session().scenario()});
        }
        return open;
    });
    tabifyDockWidget(m_docks[u"outline"_s], dock(u"folder"_s, m_folder, Qt::LeftDockWidgetArea));
    tabifyDockWidget(m_docks[u"variables"_s], dock(u"search"_s, m_search, Qt::BottomDockWidgetArea));
    connect(m_folder, &FolderPanel::folderWanted, this, &MainWindow::chooseFolder);
    connect(m_folder, &FolderPanel::fileWanted, this, [this](const QString &path) { m_workspace->open({path}); });
    connect(m_folder, &FolderPanel::newWanted, this, &MainWindow::newIn);
    connect(m_folder, &FolderPanel::showWanted, this, [this](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            showNotice(tr("No file manager could be started for “%1”").arg(QDir::toNativeSeparators(folder)));
    });
    connect(m_folder, &FolderPanel::searchWanted, this, [this] {
        raise(u"search"_s);
        m_search->focusQuery();
    });
    connect(m_search, &SearchPanel::placeWanted, this, &MainWindow::goToFound);
    if (const QString folder = m_settings.value(u"folder"_s).toString(); !folder.isEmpty())
        openFolder(folder);
}

void MainWindow::makeFolderActions()
{
    m_actions.add(
        u"file.openFolder"_s, [] { return tr("Open folder…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { chooseFolder(); });
    m_actions.add(
        u"view.folder"_s, [] { return tr("Go to the folder"); }, QKeySequence(Qt::CTRL | Qt::Key_3),
        [this] {
            raise(u"folder"_s);
            m_folder->focusFilter();
        });
    m_actions.add(
        u"edit.searchFolder"_s, [] { return tr("Search in all scenarios…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] {
            raise(u"search"_s);
            m_search->focusQuery();
        });
}

void MainWindow::raise(const QString &dock)
{
    m_docks[dock]->show();
    m_docks[dock]->raise();
}

void MainWindow::chooseFolder()
{
    m_dialogs.openFolder(this, m_folder->folder(), [this](const QString &path) {
        openFolder(path);
        raise(u"folder"_s);
        m_folder->focusFilter();
    });
}

void MainWindow::openFolder(const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    m_folder->setFolder(folder);
    m_search->setFolder(folder);
    m_settings.setValue(u"folder"_s, folder);
}

void MainWindow::newIn(const QString &folder)
{
    const QStringList filters{tr("Scenario (*.scr)"), tr("All files (*)")};
    m_dialogs.saveFile(this, tr("New scenario"), QDir(folder).filePath(u"scenario.scr"_s), filters, u"scr"_s, [this](const QString &path) {
        m_workspace->newDocument();
        if (const auto saved = m_workspace->current()->document().saveAs(path); !saved)
            m_dialogs.ask(this, tr("“%1” cannot be saved").arg(QFileInfo(path).fileName()), saved.error().message, {tr("Close")},
                          [](int) {});
        else
            noteRecent(path);
    });
}

void MainWindow::goToFound(quintptr key, const QString &path, std::optional<qint64> object, const QString &property)
{
    DocumentPage *wanted = nullptr;
    const QList<DocumentPage *> pages = m_workspace->pages();
    for (DocumentPage *page : pages) {
        if (key != 0 && reinterpret_cast<quintptr>(page) == key)
            wanted = page;
    }
    if (wanted)
        m_workspace->showPage(wanted);
    else if (!path.isEmpty())
        m_workspace->open({path});
    else
        return showNotice(tr("That scenario is not open any more"));
    // A file that could not be opened was told of; the one in front is another then.
    const DocumentPage *const shown = m_workspace->current();
    if (object && shown && (shown == wanted || QFileInfo(m_workspace->current()->document().path()) == QFileInfo(path)))
        goTo(*object, property.isEmpty() ? QString() : property);
}

void MainWindow::print()
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const QRectF content = page->canvas().canvas().contentRect();
    if (content.isEmpty())
        return showNotice(tr("There is nothing to print: the scenario has no components."));
    m_dialogs.print(this, tr("Print"), content.width() > content.height(),
                    [this, page = QPointer(page)](const std::shared_ptr<QPrinter> &printer) {
                        if (!page)
                            return;
                        const scenario::Scenario &scenario = page->document().session().scenario();
                        const QString name = scenario.name().isEmpty() ? page->document().title() : scenario.name();
                        auto *const run = new PrintRun(printer, scenario, m_workbench.catalogue, m_workbench.dialect, name, this);
                        connect(run, &PrintRun::finished, this, [this, run](int pages, const QString &message) {
                            showNotice(message.isEmpty() ? tr("Printed: %n page(s)", nullptr, pages) : message);
                            run->deleteLater();
                        });
                        run->start();
                    });
}

} // namespace signalbox::designer
