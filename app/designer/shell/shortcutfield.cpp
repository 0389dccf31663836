// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/shortcutfield.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace signalbox::designer {

namespace {

/// Leaves the field, or the dialog that it is in.
bool isForOthers(const QKeyEvent &event)
{
    const bool isBare = !(event.modifiers() & ~Qt::ShiftModifier);
    return isBare && (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Escape);
}

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Meta || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
           key == Qt::Key_Super_L || key == Qt::Key_Super_R || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

QKeySequence sequenceOf(const QKeyEvent &event)
{
    Qt::KeyboardModifiers modifiers = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    // "!" is typed with Shift already.
    const QString text = event.text();
    if (!text.isEmpty() && text.front().isPrint() && !text.front().isLetterOrNumber() && !text.front().isSpace())
        modifiers.setFlag(Qt::ShiftModifier, false);
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
}

} // namespace

ShortcutField::ShortcutField(QWidget *parent) : QLineEdit(parent)
{
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void ShortcutField::setShortcut(const QKeySequence &shortcut)
{
    m_shortcut = shortcut;
    setText(shortcut.toString(QKeySequence::NativeText));
}

bool ShortcutField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isForOthers(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    // Tab with Control or Alt would move the focus.
    if (event->type() == QEvent::KeyPress && !isForOthers(*static_cast<QKeyEvent *>(event))) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QLineEdit::event(event);
}

void ShortcutField::keyPressEvent(QKeyEvent *event)
{
    if (isForOthers(*event)) {
        event->ignore();
        return;
    }
    event->accept();
    if (isModifier(event->key()) || event->key() == 0 || event->key() == Qt::Key_unknown)
        return;
    setShortcut(sequenceOf(*event));
    Q_EMIT recorded(m_shortcut);
}

void ShortcutField::inputMethodEvent(QInputMethodEvent *)
{
    // Text as such is not wanted here.
}

void ShortcutField::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept(); // nor is pasting it
}

} // namespace signalbox::designer
