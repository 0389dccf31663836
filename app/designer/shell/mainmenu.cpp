// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/mainmenu.h"

#include "designer/messages/messagecommands.h"
#include "designer/shell/actions.h"
#include "designer/shell/preferences.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"

#include <QMenu>
#include <QMenuBar>

namespace signalbox::designer {

MainMenu::MainMenu(const WindowParts &parts, QMenuBar &bar) : m_parts(parts), m_bar(bar)
{
    build();
}

void MainMenu::fill(QMenu &menu, std::initializer_list<const char *> ids)
{
    for (const char *const id : ids) {
        if (*id)
            menu.addAction(m_parts.actions.find(QLatin1String(id)));
        else
            menu.addSeparator();
    }
}

void MainMenu::build()
{
    qDeleteAll(m_bar.findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // of another language
    QMenu &file = *m_bar.addMenu(tr("&File"));
    fill(file, {"file.new", "file.open", "file.openFolder", "file.openCluster"});
    QMenu *const recent = file.addMenu(tr("Recent files"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    fill(file, {"", "file.save", "file.saveAs", "file.saveCluster", "", "file.export", "file.print", "file.cancelTask", "", "file.close",
                "file.quit"});
    fill(*m_bar.addMenu(tr("&Edit")), {"edit.undo",
                                       "edit.redo",
                                       "",
                                       "edit.cut",
                                       "edit.copy",
                                       "edit.paste",
                                       "edit.duplicate",
                                       "edit.delete",
                                       "",
                                       "edit.selectAll",
                                       "edit.rename",
                                       "edit.addComponent",
                                       "canvas.addNote",
                                       "canvas.addFrame",
                                       "canvas.nextNote",
                                       "",
                                       "edit.find",
                                       "edit.findNext",
                                       "edit.findPrevious",
                                       "edit.searchFolder",
                                       "",
                                       "body.example",
                                       "body.view",
                                       "body.format",
                                       "body.minify",
                                       "body.capabilities",
                                       "",
                                       "edit.settings"});
    QMenu &view = *m_bar.addMenu(tr("&View"));
    fill(view, {"view.palette", "", "view.zoomIn", "view.zoomOut", "view.zoomOne", "view.fit", "view.selection", "", "view.canvas",
                "view.components", "view.folder", ""});
    view.addActions(m_parts.panels.toggles());
    QMenu &messages = *view.addMenu(tr("Messages"));
    MessageCommands::fill(messages, m_parts.actions);
    fill(view, {"", "view.system", "view.light", "view.dark", "", "view.systemLanguage", "view.english", "view.russian"});
    fill(*m_bar.addMenu(tr("&Arrange")), {"arrange.tidy", "", "arrange.left", "arrange.center", "arrange.right", "", "arrange.top",
                                          "arrange.middle", "arrange.bottom", "", "arrange.across", "arrange.down"});
    fill(*m_bar.addMenu(tr("&Run")),
         {"run.run", "run.step", "run.pause", "run.stop", "", "run.withInputs", "run.fromHere", "run.onlyThis", "run.onCluster", "",
          "run.try", "", "run.breakpoint", "run.breakpoints", "run.clearBreakpoints", "", "run.export"});
    fill(*m_bar.addMenu(tr("&Cluster")),
         {"cluster.connect", "cluster.disconnect", "", "cluster.profiles", "", "file.openCluster", "file.saveCluster"});
    fill(*m_bar.addMenu(tr("&Help")), {"help.component", "help.guide", "", "help.shortcuts", "help.about"});
}

void MainMenu::fillRecent(QMenu &menu)
{
    menu.clear();
    const QStringList recent = m_parts.preferences.recentFiles();
    for (const QString &path : recent)
        connect(menu.addAction(path), &QAction::triggered, this, [this, path] { m_parts.workspace.open({path}); });
    if (recent.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
}

void MainMenu::showCanvasMenu(QPoint at)
{
    auto *const menu = new QMenu(&m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, {"edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "", "edit.rename", "view.selection", "",
                 "run.fromHere", "run.onlyThis", "run.try", "run.breakpoint", "run.breakpoints", "", "canvas.addNote", "canvas.addFrame"});
    menu->popup(at);
}

} // namespace signalbox::designer
