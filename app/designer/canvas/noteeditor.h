// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a note, or a frame's title, edited where it stands. The document has it as it is typed, all of it as one undo step; Escape
// takes it back.
#pragma once

#include <QPlainTextEdit>

namespace signalbox::designer {

class CanvasView;

class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Belongs to the view.
    explicit NoteEditor(CanvasView &view);

    void open(const QString &id);
    /// Keeps what was typed.
    void take();
    /// As if nothing had been typed.
    void leave();
    /// Over its note, wherever that is seen now.
    void place();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void close();
    void look();
    void write(const QString &text);
    void onTyped();
    /// The document's text is another, by undo or by somebody else, or its note is gone.
    void onContent();

    CanvasView &m_view;
    QString m_id; // empty: it is closed
    QString m_before;
    QString m_written;
};

} // namespace signalbox::designer
