// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions and menus: ids, texts, shortcuts, and what each does.
#include "designer/shell/mainwindow.h"

#include "core/filestore.h"
#include "designer/canvas/findbar.h"
#include "designer/cluster/clusterdesk.h"
#include "designer/panels/componentpalette.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/componentheader.h"
#include "designer/shell/helppanel.h"
#include "designer/shell/shortcuteditor.h"
#include "drawing/exporting.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

QAction *MainWindow::onCanvas(const QString &id, std::function<QString()> text, const QKeySequence &shortcut,
                              std::function<void(CanvasView &)> task)
{
    return m_actions.add(id, std::move(text), shortcut, [this, task = std::move(task)] {
        if (DocumentPage *const page = m_workspace->current())
            task(page->canvas());
    });
}

void MainWindow::makeActions()
{
    makeFileActions();
    makeEditActions();
    makeBodyActions();
    makeViewActions();
    makeHelpActions();
    makeFolderActions();
    const QList<QAction *> all = m_actions.all();
    for (QAction *action : all) {
        addAction(action); // shortcuts work whatever menu is shown
        const QString id = Actions::idOf(action);
        if (const QVariant kept = m_settings.value(u"shortcuts/"_s + id); kept.isValid())
            m_actions.setShortcut(id, QKeySequence(kept.toString(), QKeySequence::PortableText));
    }
}

void MainWindow::makeFileActions()
{
    m_actions.add(
        u"file.new"_s, [] { return tr("New scenario"); }, QKeySequence::New, [this] { m_workspace->newDocument(); });
    m_actions.add(
        u"file.open"_s, [] { return tr("Open…"); }, QKeySequence::Open,
        [this] {
            const DocumentPage *const page = m_workspace->current();
            const QString folder = page ? QFileInfo(m_workspace->current()->document().path()).absolutePath() : QString();
            m_dialogs.openFiles(this, folder, [this](const QStringList &paths) { m_workspace->open(paths); });
        });
    m_actions.add(
        u"file.openCluster"_s, [] { return tr("Open from cluster…"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
        [this] { m_desk->open(); });
    m_actions.add(
        u"file.saveCluster"_s, [] { return tr("Save to cluster…"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S),
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                m_desk->save(page);
        });
    m_actions.add(
        u"file.save"_s, [] { return tr("Save"); }, QKeySequence::Save,
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                m_workspace->save(page);
        });
    m_actions.add(
        u"file.saveAs"_s, [] { return tr("Save as…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                m_workspace->saveAs(page);
        });
    m_actions.add(
        u"file.export"_s, [] { return tr("Export a picture…"); }, QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportPicture(); });
    m_actions.add(
        u"file.print"_s, [] { return tr("Print…"); }, QKeySequence::Print, [this] { print(); });
    m_actions.add(
        u"file.close"_s, [] { return tr("Close"); }, QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                m_workspace->close(page);
        });
    m_actions.add(
        u"file.quit"_s, [] { return tr("Quit"); }, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::makeEditActions()
{
    m_actions.add(
        u"edit.undo"_s, [] { return tr("Undo"); }, QKeySequence::Undo,
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                page->document().session().undoStack().undo();
        });
    m_actions.add(
        u"edit.redo"_s, [] { return tr("Redo"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [this] {
            if (DocumentPage *const page = m_workspace->current())
                page->document().session().undoStack().redo();
        });
    m_actions.add(
        u"edit.cut"_s, [] { return tr("Cut"); }, QKeySequence::Cut, [this] { cut(); });
    m_actions.add(
        u"edit.copy"_s, [] { return tr("Copy"); }, QKeySequence::Copy, [this] { copy(); });
    m_actions.add(
        u"edit.paste"_s, [] { return tr("Paste"); }, QKeySequence::Paste, [this] { paste(); });
    m_actions.add(
        u"edit.duplicate"_s, [] { return tr("Duplicate"); }, QKeySequence(Qt::CTRL | Qt::Key_D), [this] { duplicate(); });
    onCanvas(
        u"edit.delete"_s, [] { return tr("Delete"); }, QKeySequence::Delete, [](CanvasView &canvas) { canvas.edits().removeSelection(); });
    onCanvas(
        u"edit.selectAll"_s, [] { return tr("Select all"); }, QKeySequence::SelectAll,
        [](CanvasView &canvas) { canvas.canvas().selectAll(); });
    m_actions.add(
        u"edit.rename"_s, [] { return tr("Rename"); }, QKeySequence(Qt::Key_F2),
        [this] {
            DocumentPage *const page = m_workspace->current();
            if (const QString note = page ? page->canvas().notes().current() : QString(); !note.isEmpty())
                return page->canvas().notes().edit(note);
            raise(u"properties"_s);
            m_header->focusName();
        });
    m_actions.add(
        u"edit.addComponent"_s, [] { return tr("Add a component…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] {
            chooseComponent({}, [this](qint64 type) {
                if (DocumentPage *const page = m_workspace->current())
                    page->canvas().edits().add(type);
            });
        });
    onCanvas(
        u"canvas.addNote"_s, [] { return tr("Add a note"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [](CanvasView &canvas) { canvas.notes().addNote(); });
    onCanvas(
        u"canvas.addFrame"_s, [] { return tr("Add a frame"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
        [](CanvasView &canvas) { canvas.notes().addFrame(); });
    onCanvas(
        u"canvas.nextNote"_s, [] { return tr("Go to the next note or frame"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
        [](CanvasView &canvas) { canvas.notes().next(); });
    onCanvas(
        u"edit.find"_s, [] { return tr("Find on the canvas…"); }, QKeySequence::Find, [](CanvasView &canvas) { canvas.findBar().open(); });
    onCanvas(
        u"edit.findNext"_s, [] { return tr("Find the next one"); }, QKeySequence(Qt::Key_F3),
        [](CanvasView &canvas) { canvas.findBar().next(); });
    onCanvas(
        u"edit.findPrevious"_s, [] { return tr("Find the one before"); }, QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [](CanvasView &canvas) { canvas.findBar().previous(); });
    onCanvas(
        u"arrange.tidy"_s, [] { return tr("Tidy"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [](CanvasView &canvas) { canvas.edits().tidy(); });
    const auto align = [this](const char *id, std::function<QString()> text, Qt::Alignment edge) {
        onCanvas(QLatin1String(id), std::move(text), {}, [edge](CanvasView &canvas) { canvas.edits().align(edge); });
    };
    align(
        "arrange.left", [] { return tr("Align left edges"); }, Qt::AlignLeft);
    align(
        "arrange.center", [] { return tr("Align middles across"); }, Qt::AlignHCenter);
    align(
        "arrange.right", [] { return tr("Align right edges"); }, Qt::AlignRight);
    align(
        "arrange.top", [] { return tr("Align upper edges"); }, Qt::AlignTop);
    align(
        "arrange.middle", [] { return tr("Align middles"); }, Qt::AlignVCenter);
    align(
        "arrange.bottom", [] { return tr("Align lower edges"); }, Qt::AlignBottom);
    onCanvas(
        u"arrange.across"_s, [] { return tr("Distribute across"); }, {},
        [](CanvasView &canvas) { canvas.edits().distribute(Qt::Horizontal); });
    onCanvas(
        u"arrange.down"_s, [] { return tr("Distribute down"); }, {}, [](CanvasView &canvas) { canvas.edits().distribute(Qt::Vertical); });
}

void MainWindow::makeBodyActions()
{
    const auto onBody = [this](const char *id, std::function<QString()> text, const QKeySequence &shortcut, BodyTask task) {
        m_actions.add(QLatin1String(id), std::move(text), shortcut, [this, task] {
            if (!m_sheet->doWithBody(task))
                showNotice(tr("Select a component that sends a message: its body is edited in the property sheet"));
        });
    };
    onBody(
        "body.example", [] { return tr("Message body: generate an example"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
        BodyTask::Example);
    onBody(
        "body.view", [] { return tr("Message body: text or tree"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J), BodyTask::SwitchView);
    onBody(
        "body.format", [] { return tr("Message body: format"); }, {}, BodyTask::Format);
    onBody(
        "body.minify", [] { return tr("Message body: minify"); }, {}, BodyTask::Minify);
    onBody(
        "body.add", [] { return tr("Message body: add a member or element"); }, {}, BodyTask::Add);
    onBody(
        "body.remove", [] { return tr("Message body: remove a member or element"); }, {}, BodyTask::Remove);
    onBody(
        "body.up", [] { return tr("Message body: move up"); }, {}, BodyTask::MoveUp);
    onBody(
        "body.down", [] { return tr("Message body: move down"); }, {}, BodyTask::MoveDown);
    m_actions.add(
        u"body.capabilities"_s, [] { return tr("Capability descriptions…"); }, {}, [this] { showCapabilities(); });
}

void MainWindow::makeViewActions()
{
    onCanvas(
        u"view.zoomIn"_s, [] { return tr("Zoom in"); }, QKeySequence(Qt::CTRL | Qt::Key_Plus), [](CanvasView &canvas) { canvas.zoomIn(); });
    onCanvas(
        u"view.zoomOut"_s, [] { return tr("Zoom out"); }, QKeySequence(Qt::CTRL | Qt::Key_Minus),
        [](CanvasView &canvas) { canvas.zoomOut(); });
    onCanvas(
        u"view.zoomOne"_s, [] { return tr("Actual size"); }, QKeySequence(Qt::CTRL | Qt::Key_0),
        [](CanvasView &canvas) { canvas.setZoom(1); });
    onCanvas(
        u"view.fit"_s, [] { return tr("Zoom to everything"); }, QKeySequence(Qt::CTRL | Qt::Key_9),
        [](CanvasView &canvas) { canvas.zoomToFit(); });
    onCanvas(
        u"view.selection"_s, [] { return tr("Zoom to the selection"); }, QKeySequence(Qt::CTRL | Qt::Key_8),
        [](CanvasView &canvas) { canvas.zoomToSelection(); });
    onCanvas(
        u"view.canvas"_s, [] { return tr("Go to the canvas"); }, QKeySequence(Qt::CTRL | Qt::Key_1),
        [](CanvasView &canvas) { canvas.setFocus(Qt::ShortcutFocusReason); });
    m_actions.add(
        u"view.components"_s, [] { return tr("Go to the components"); }, QKeySequence(Qt::CTRL | Qt::Key_2),
        [this] {
            raise(u"components"_s);
            m_components->focusFilter();
        });
    m_actions.add(
        u"view.palette"_s, [] { return tr("Search actions and components…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { openPalette(); });
    const auto mode = [this](const char *id, std::function<QString()> text, Appearance::Mode wanted) {
        m_actions.add(QLatin1String(id), std::move(text), {}, [this, wanted] {
            m_workbench.appearance.setMode(wanted);
            m_settings.setValue(u"appearance"_s, static_cast<int>(wanted));
        });
    };
    mode(
        "view.system", [] { return tr("Light or dark by the system"); }, Appearance::Mode::System);
    mode(
        "view.light", [] { return tr("Light"); }, Appearance::Mode::Light);
    mode(
        "view.dark", [] { return tr("Dark"); }, Appearance::Mode::Dark);
    const auto language = [this](const char *id, const QString &name, const QString &code) {
        m_actions.add(
            QLatin1String(id), [name] { return name; }, {},
            [this, code] {
                m_languages.use(code);
                m_settings.setValue(u"language"_s, code);
            });
    };
    language("view.english", u"English"_s, u"en"_s);
    language("view.russian", u"Русский"_s, u"ru"_s);
}

void MainWindow::makeHelpActions()
{
    m_actions.add(
        u"help.component"_s, [] { return tr("Help about this component"); }, QKeySequence(Qt::Key_F1),
        [this] { showHelp(m_sheet->currentProperty()); });
    m_actions.add(
        u"help.guide"_s, [] { return tr("A short guide"); }, {},
        [this] {
            m_help->show(nullptr);
            raise(u"help"_s);
        });
    m_actions.add(
        u"help.shortcuts"_s, [] { return tr("Keyboard shortcuts…"); }, QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [this] {
            auto *const editor = new ShortcutEditor(m_actions, m_settings, this);
            editor->setAttribute(Qt::WA_DeleteOnClose);
            editor->open();
        });
    m_actions.add(
        u"help.about"_s, [] { return tr("About Signalbox"); }, {},
        [this] {
            m_dialogs.ask(
                this, tr("Signalbox %1").arg(QString::fromLatin1(SIGNALBOX_VERSION)),
                tr("Scenario designer for web socket operations.\nGPL-3.0-or-later, built on Qt %1.").arg(QString::fromLatin1(qVersion())),
                {tr("Close")}, [](int) {});
        });
}

void MainWindow::makeMenus()
{
    qDeleteAll(menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // of another language
    const auto fill = [this](const QString &title, const QStringList &ids) {
        QMenu *const menu = menuBar()->addMenu(title);
        for (const QString &id : ids) {
            if (id.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(m_actions.find(id));
        }
        return menu;
    };
    QMenu *const file = fill(tr("&File"), {u"file.new"_s, u"file.open"_s, u"file.openFolder"_s, u"file.openCluster"_s});
    m_recentMenu = file->addMenu(tr("Recent files"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this] {
        m_recentMenu->clear();
        const QStringList recent = m_settings.value(u"recentFiles"_s).toStringList();
        for (const QString &path : recent)
            connect(m_recentMenu->addAction(path), &QAction::triggered, this, [this, path] { m_workspace->open({path}); });
        if (recent.isEmpty())
            m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
    });
    for (const char *id :
         {"", "file.save", "file.saveAs", "file.saveCluster", "", "file.export", "file.print", "", "file.close", "file.quit"}) {
        if (*id)
            file->addAction(m_actions.find(QLatin1String(id)));
        else
            file->addSeparator();
    }
    fill(tr("&Edit"), {u"edit.undo"_s,
                       u"edit.redo"_s,
                       u""_s,
                       u"edit.cut"_s,
                       u"edit.copy"_s,
                       u"edit.paste"_s,
                       u"edit.duplicate"_s,
                       u"edit.delete"_s,
                       u""_s,
                       u"edit.selectAll"_s,
                       u"edit.rename"_s,
                       u"edit.addComponent"_s,
                       u"canvas.addNote"_s,
                       u"canvas.addFrame"_s,
                       u"canvas.nextNote"_s,
                       u""_s,
                       u"edit.find"_s,
                       u"edit.findNext"_s,
                       u"edit.findPrevious"_s,
                       u"edit.searchFolder"_s,
                       u""_s,
                       u"body.example"_s,
                       u"body.view"_s,
                       u"body.format"_s,
                       u"body.minify"_s,
                       u"body.capabilities"_s});
    QMenu *const view = fill(tr("&View"), {u"view.palette"_s, u""_s, u"view.zoomIn"_s, u"view.zoomOut"_s, u"view.zoomOne"_s, u"view.fit"_s,
                                           u"view.selection"_s, u""_s, u"view.canvas"_s, u"view.components"_s, u"view.folder"_s, u""_s});
    for (const QString &name :
         {u"components"_s, u"outline"_s, u"folder"_s, u"properties"_s, u"help"_s, u"problems"_s, u"variables"_s, u"history"_s, u"search"_s})
        view->addAction(m_docks[name]->toggleViewAction());
    view->addSeparator();
    for (const char *id : {"view.system", "view.light", "view.dark", "", "view.english", "view.russian"}) {
        if (*id)
            view->addAction(m_actions.find(QLatin1String(id)));
        else
            view->addSeparator();
    }
    fill(tr("&Arrange"), {u"arrange.tidy"_s, u""_s, u"arrange.left"_s, u"arrange.center"_s, u"arrange.right"_s, u""_s, u"arrange.top"_s,
                          u"arrange.middle"_s, u"arrange.bottom"_s, u""_s, u"arrange.across"_s, u"arrange.down"_s});
    fill(tr("&Help"), {u"help.component"_s, u"help.guide"_s, u""_s, u"help.shortcuts"_s, u"help.about"_s});
}

void MainWindow::enableActions()
{
    DocumentPage *const page = m_workspace->current();
    QUndoStack *const stack = page ? &page->document().session().undoStack() : nullptr;
    const qsizetype selected = page ? page->canvas().canvas().selectedIds().size() : 0;
    const bool hasSelection = page && !page->canvas().canvas().selectedItems().isEmpty();
    const auto enable = [this](const char *id, bool isOn) {
        m_actions.find(QLatin1String(id))->setEnabled(isOn);
    };
    for (const char *id : {"file.save",  "file.saveAs",    "file.saveCluster",  "file.export",    "file.print",      "file.close",
                           "edit.paste", "edit.selectAll", "edit.addComponent", "canvas.addNote", "canvas.addFrame", "canvas.nextNote",
                           "edit.find",  "edit.findNext",  "edit.findPrevious", "view.zoomIn",    "view.zoomOut",    "view.zoomOne",
                           "view.fit",   "view.canvas",    "arrange.tidy"})
        enable(id, page);
    enable("edit.undo", stack && stack->canUndo());
    enable("edit.redo", stack && stack->canRedo());
    m_actions.find(u"edit.undo"_s)->setText(stack && stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo"));
    m_actions.find(u"edit.redo"_s)->setText(stack && stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo"));
    for (const char *id : {"edit.cut", "edit.copy", "edit.duplicate"})
        enable(id, selected > 0);
    for (const char *id : {"edit.delete", "view.selection"})
        enable(id, hasSelection);
    enable("edit.rename", selected == 1 || (page && !page->canvas().notes().current().isEmpty()));
    for (const char *id : {"arrange.left", "arrange.center", "arrange.right", "arrange.top", "arrange.middle", "arrange.bottom"})
        enable(id, selected > 1);
    for (const char *id : {"arrange.across", "arrange.down"})
        enable(id, selected > 2);
}

void MainWindow::exportPicture()
{
    DocumentPage *const page = m_workspace->current();
    if (!page)
        return;
    const QStringList filters{tr("SVG picture (*.svg)"), tr("PNG picture (*.png)"), tr("PDF document (*.pdf)"), tr("Graphviz (*.dot)"),
                              tr("Mermaid (*.mmd)")};
    const QString base = QFileInfo(page->document().title()).completeBaseName();
    m_dialogs.saveFile(this, tr("Export a picture"), base + u".svg"_s, filters, u"svg"_s, [this, page](const QString &path) {
        const auto content = drawing::exported(page->document().session().scenario(), QFileInfo(path).suffix(), m_workbench.catalogue,
                                               m_workbench.dialect, m_workbench.appearance.theme().kind());
        const core::Result<void> made = content ? core::writeFile(path, *content) : tl::unexpected(content.error());
        showNotice(made ? tr("Exported to “%1”").arg(QFileInfo(path).fileName()) : made.error().message);
    });
}

} // namespace signalbox::designer
