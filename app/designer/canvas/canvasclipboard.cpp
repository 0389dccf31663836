// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasclipboard.h"

#include "designer/canvas/canvasview.h"
#include "editing/fragment.h"

#include <QClipboard>
#include <QGuiApplication>

namespace signalbox::designer {

namespace {

constexpr int duplicateStep = 8; // the platform's units: one grid step

} // namespace

bool CanvasClipboard::canCopy() const
{
    return !m_view.canvas().selectedIds().isEmpty() || !m_view.canvas().notes().selected().isEmpty();
}

editing::Fragment CanvasClipboard::selection() const
{
    return m_view.session().copy(m_view.canvas().selectedIds(), m_view.canvas().notes().selectedIds());
}

void CanvasClipboard::copy()
{
    if (!canCopy())
        return;
    const editing::Fragment fragment = selection();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(fragment.toText()));
    QStringList told;
    if (!fragment.objects.isEmpty())
        told << tr("%n component(s) copied", nullptr, static_cast<int>(fragment.objects.size()));
    if (!fragment.notes.isEmpty())
        told << tr("%n note(s) copied", nullptr, static_cast<int>(fragment.notes.size()));
    Q_EMIT m_view.notice(told.join(QStringLiteral(" · ")));
}

void CanvasClipboard::cut()
{
    if (!canCopy())
        return;
    copy();
    CanvasScene &scene = m_view.canvas();
    scene.select(scene.selectedIds(), scene.notes().selectedIds()); // what is not in the clipboard stays
    m_view.edits().removeSelection();
}

void CanvasClipboard::paste()
{
    const auto fragment = editing::Fragment::read(QGuiApplication::clipboard()->text().toUtf8());
    if (!fragment) {
        Q_EMIT m_view.notice(fragment.error().message);
        return;
    }
    const editing::EditSession::Gesture gesture(m_view.session(), [] { return tr("Paste"); });
    show(*fragment, m_view.session().paste(*fragment, m_view.edits().snapped(m_view.edits().freePlace())));
}

void CanvasClipboard::duplicate()
{
    if (!canCopy())
        return;
    const QPoint corner = drawing::toPlatform(m_view.canvas().selectionRect().topLeft());
    const editing::Fragment fragment = selection();
    const editing::EditSession::Gesture gesture(m_view.session(), [] { return tr("Duplicate"); });
    show(fragment, m_view.session().paste(fragment, corner + QPoint(duplicateStep, duplicateStep)));
}

void CanvasClipboard::show(const editing::Fragment &fragment, const editing::Pasted &pasted)
{
    QStringList told;
    if (fragment.isEmpty() && fragment.notesLeftOut.isEmpty())
        told << tr("The clipboard holds no components and no notes");
    if (!pasted.notesFault.isEmpty())
        told << pasted.notesFault;
    if (const int count = static_cast<int>(fragment.notesLeftOut.size()))
        told << tr("%n note(s) of the clipboard cannot be read and were left out. %1", nullptr, count)
                    .arg(fragment.notesLeftOut.first().message);
    if (!pasted.objects.isEmpty() || !pasted.notes.isEmpty())
        m_view.canvas().select(pasted.objects, pasted.notes);
    if (!told.isEmpty())
        Q_EMIT m_view.notice(told.join(u' '));
}

} // namespace signalbox::designer
