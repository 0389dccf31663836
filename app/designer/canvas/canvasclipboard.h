// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas and the clipboard, which holds scenario JSON as text: what is selected, cards and notes alike. What a paste makes is one undo
// step and is selected.
#pragma once

#include <QCoreApplication>

namespace signalbox::editing {
struct Fragment;
struct Pasted;
} // namespace signalbox::editing

namespace signalbox::designer {

class CanvasView;

class CanvasClipboard final
{
    Q_DECLARE_TR_FUNCTIONS(CanvasClipboard)

public:
    /// Belongs to the view.
    explicit CanvasClipboard(CanvasView &view) : m_view(view) {}

    bool canCopy() const; ///< a card or a note is selected
    void copy();
    void cut();
    /// Where there is room. What cannot be pasted is told of, and stays in the clipboard.
    void paste();
    /// Beside what is selected; the clipboard stays as it is.
    void duplicate();

private:
    editing::Fragment selection() const;
    void show(const editing::Fragment &fragment, const editing::Pasted &pasted);

    CanvasView &m_view;
};

} // namespace signalbox::designer
