// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/editcommands.h"

#include "designer/canvas/findbar.h"
#include "designer/capabilities/capabilitydialog.h"
#include "designer/files/searchpanel.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/actions.h"
#include "designer/shell/componentheader.h"
#include "designer/shell/documentsaver.h"
#include "designer/shell/palettechooser.h"
#include "designer/shell/statusline.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"
#include "editing/quickfix.h"
#include "scenario/bodycheck.h"
#include "scenario/componentcodes.h"

#include <QPointer>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

void addCanvasAction(const WindowParts &parts, const char *id, std::function<QString()> text, const QKeySequence &shortcut,
                     std::function<void(CanvasView &)> task)
{
    parts.actions.add(QLatin1String(id), std::move(text), shortcut, [&workspace = parts.workspace, task = std::move(task)] {
        if (DocumentPage *const page = workspace.current())
            task(page->canvas());
    });
}

EditCommands::EditCommands(const WindowParts &parts) : m_parts(parts)
{
    makeSteps();
    makeCanvasActions();
    makeFind();
    makeArrange();
    makeBodyActions();
    PropertySheet &sheet = m_parts.panels.sheet();
    connect(&sheet, &PropertySheet::capabilitiesRequested, this, &EditCommands::showCapabilities);
    connect(&sheet, &PropertySheet::fixRequested, this, [this](const core::Diagnostic &problem) {
        if (DocumentPage *const page = m_parts.workspace.current())
            editing::applyFix(page->document().session(), problem);
    });
}

void EditCommands::makeSteps()
{
    const auto onSteps = [this](const char *id, std::function<QString()> text, const QKeySequence &shortcut, void (QUndoStack::*task)()) {
        m_parts.actions.add(QLatin1String(id), std::move(text), shortcut, [&workspace = m_parts.workspace, task] {
            if (DocumentPage *const page = workspace.current())
                (page->document().session().undoStack().*task)();
        });
    };
    onSteps(
        "edit.undo", [] { return tr("Undo"); }, QKeySequence::Undo, &QUndoStack::undo);
    onSteps(
        "edit.redo", [] { return tr("Redo"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &QUndoStack::redo);
}

void EditCommands::makeCanvasActions()
{
    addCanvasAction(
        m_parts, "edit.cut", [] { return tr("Cut"); }, QKeySequence::Cut, [](CanvasView &canvas) { canvas.clipboard().cut(); });
    addCanvasAction(
        m_parts, "edit.copy", [] { return tr("Copy"); }, QKeySequence::Copy, [](CanvasView &canvas) { canvas.clipboard().copy(); });
    addCanvasAction(
        m_parts, "edit.paste", [] { return tr("Paste"); }, QKeySequence::Paste, [](CanvasView &canvas) { canvas.clipboard().paste(); });
    addCanvasAction(
        m_parts, "edit.duplicate", [] { return tr("Duplicate"); }, QKeySequence(Qt::CTRL | Qt::Key_D),
        [](CanvasView &canvas) { canvas.clipboard().duplicate(); });
    addCanvasAction(
        m_parts, "edit.delete", [] { return tr("Delete"); }, QKeySequence::Delete,
        [](CanvasView &canvas) { canvas.edits().removeSelection(); });
    addCanvasAction(
        m_parts, "edit.selectAll", [] { return tr("Select all"); }, QKeySequence::SelectAll,
        [](CanvasView &canvas) { canvas.canvas().selectAll(); });
    m_parts.actions.add(
        u"edit.rename"_s, [] { return tr("Rename"); }, QKeySequence(Qt::Key_F2), [this] { rename(); });
    m_parts.actions.add(
        u"edit.addComponent"_s, [] { return tr("Add a component…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { m_parts.chooser.add(); });
    addCanvasAction(
        m_parts, "canvas.addNote", [] { return tr("Add a note"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [](CanvasView &canvas) { canvas.notes().addNote(); });
    addCanvasAction(
        m_parts, "canvas.addFrame", [] { return tr("Add a frame"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
        [](CanvasView &canvas) { canvas.notes().addFrame(); });
    addCanvasAction(
        m_parts, "canvas.nextNote", [] { return tr("Go to the next note or frame"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
        [](CanvasView &canvas) { canvas.notes().next(); });
}

void EditCommands::makeFind()
{
    addCanvasAction(
        m_parts, "edit.find", [] { return tr("Find on the canvas…"); }, QKeySequence::Find,
        [](CanvasView &canvas) { canvas.findBar().open(); });
    addCanvasAction(
        m_parts, "edit.findNext", [] { return tr("Find the next one"); }, QKeySequence(Qt::Key_F3),
        [](CanvasView &canvas) { canvas.findBar().next(); });
    addCanvasAction(
        m_parts, "edit.findPrevious", [] { return tr("Find the one before"); }, QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [](CanvasView &canvas) { canvas.findBar().previous(); });
    m_parts.actions.add(
        u"edit.searchFolder"_s, [] { return tr("Search in all scenarios…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] {
            m_parts.panels.raise(u"search"_s);
            m_parts.panels.search().focusQuery();
        });
}

void EditCommands::makeArrange()
{
    addCanvasAction(
        m_parts, "arrange.tidy", [] { return tr("Tidy"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [](CanvasView &canvas) { canvas.edits().tidy(); });
    const auto align = [this](const char *id, std::function<QString()> text, Qt::Alignment edge) {
        addCanvasAction(m_parts, id, std::move(text), {}, [edge](CanvasView &canvas) { canvas.edits().align(edge); });
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
    addCanvasAction(
        m_parts, "arrange.across", [] { return tr("Distribute across"); }, {},
        [](CanvasView &canvas) { canvas.edits().distribute(Qt::Horizontal); });
    addCanvasAction(
        m_parts, "arrange.down", [] { return tr("Distribute down"); }, {},
        [](CanvasView &canvas) { canvas.edits().distribute(Qt::Vertical); });
}

void EditCommands::makeBodyActions()
{
    const auto onBody = [this](const char *id, std::function<QString()> text, const QKeySequence &shortcut, BodyTask task) {
        m_parts.actions.add(QLatin1String(id), std::move(text), shortcut, [this, task] {
            if (!m_parts.panels.sheet().doWithBody(task))
                m_parts.status.notice(tr("Select a component that sends a message: its body is edited in the property sheet"));
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
    m_parts.actions.add(
        u"body.capabilities"_s, [] { return tr("Capability descriptions…"); }, {}, [this] { showCapabilities(); });
}

void EditCommands::rename()
{
    DocumentPage *const page = m_parts.workspace.current();
    if (const QString note = page ? page->canvas().notes().current() : QString(); !note.isEmpty())
        return page->canvas().notes().edit(note);
    m_parts.panels.raise(u"properties"_s);
    m_parts.panels.header().focusName();
}

void EditCommands::showCapabilities()
{
    DocumentPage *const page = m_parts.workspace.current();
    auto *const dialog = new CapabilityDialog(m_parts.workbench, m_parts.dialogs, page ? &page->document() : nullptr, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CapabilityDialog::changed, &m_parts.panels.sheet(), &PropertySheet::takeCapabilities);
    connect(dialog, &CapabilityDialog::saveRequested, this, [this, shown = QPointer(page)] {
        if (shown)
            m_parts.workspace.saver().saveAs(shown);
    });
    const QList<core::Json> objects = page && page->sheet().target() ? page->sheet().target()->objects() : QList<core::Json>();
    if (!objects.isEmpty()) {
        const qint64 type = objects.first()[scenario::code::type].toInt().value_or(0);
        if (const auto named = scenario::messageNamed(type, objects.first(), m_parts.workbench.dialect))
            dialog->select(named->first, named->second);
    }
    dialog->open();
}

void EditCommands::enable()
{
    const Actions &actions = m_parts.actions;
    DocumentPage *const page = m_parts.workspace.current();
    QUndoStack *const stack = page ? &page->document().session().undoStack() : nullptr;
    const qsizetype selected = page ? page->canvas().canvas().selectedIds().size() : 0;
    const bool hasSelection = page && !page->canvas().canvas().selectedItems().isEmpty();
    const auto enable = [&actions](const char *id, bool isOn) {
        actions.find(QLatin1String(id))->setEnabled(isOn);
    };
    for (const char *id : {"edit.paste", "edit.selectAll", "edit.addComponent", "canvas.addNote", "canvas.addFrame", "canvas.nextNote",
                           "edit.find", "edit.findNext", "edit.findPrevious", "arrange.tidy"})
        enable(id, page);
    enable("edit.undo", stack && stack->canUndo());
    enable("edit.redo", stack && stack->canRedo());
    const QString undone = stack ? page->document().session().stepText(stack->index() - 1) : QString();
    const QString redone = stack ? page->document().session().stepText(stack->index()) : QString();
    actions.find(u"edit.undo"_s)->setText(undone.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undone));
    actions.find(u"edit.redo"_s)->setText(redone.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redone));
    for (const char *id : {"edit.cut", "edit.copy", "edit.duplicate"})
        enable(id, page && page->canvas().clipboard().canCopy());
    enable("edit.delete", hasSelection);
    enable("edit.rename", selected == 1 || (page && !page->canvas().notes().current().isEmpty()));
    for (const char *id : {"arrange.left", "arrange.center", "arrange.right", "arrange.top", "arrange.middle", "arrange.bottom"})
        enable(id, selected > 1);
    for (const char *id : {"arrange.across", "arrange.down"})
        enable(id, selected > 2);
}

} // namespace signalbox::designer
