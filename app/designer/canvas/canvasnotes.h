// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with notes and frames on the canvas: putting them, walking through them, editing their texts. What moves and deletes cards
// does so with notes, too.
#pragma once

#include <QCoreApplication>
#include <QRectF>

#include <memory>

namespace signalbox::scenario {
enum class NoteKind : quint8;
}

namespace signalbox::designer {

class CanvasView;
class NoteEditor;
class ResizeTool;

class CanvasNotes final
{
    Q_DECLARE_TR_FUNCTIONS(CanvasNotes)

public:
    /// Belongs to the view.
    explicit CanvasNotes(CanvasView &view);
    ~CanvasNotes();
    CanvasNotes(const CanvasNotes &) = delete;
    CanvasNotes &operator=(const CanvasNotes &) = delete;

    ResizeTool &resizeTool() { return *m_resize; }

    /// Below what is selected or in the middle of what is seen; its text is edited at once.
    void addNote();
    /// Around what is selected, or in the middle of what is seen; its title is edited at once.
    void addFrame();
    /// Selects the one after the selected one, and shows it.
    void next();
    /// Selects it alone and brings it into view.
    void goTo(const QString &id);
    void edit(const QString &id);
    /// The only thing that is selected is a note: its id, else nothing.
    QString current() const;

private:
    void add(scenario::NoteKind kind, const QRectF &rect);
    QRectF selectionRect() const;
    QRectF inView(QSizeF size) const;

    CanvasView &m_view;
    std::unique_ptr<ResizeTool> m_resize;
    std::unique_ptr<NoteEditor> m_editor;
};

} // namespace signalbox::designer
