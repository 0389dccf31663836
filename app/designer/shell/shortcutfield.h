// SPDX-License-Identifier: GPL-3.0-or-later
// A field that takes a shortcut by the keys that are pressed in it, at once (QKeySequenceEdit waits a second for more of them). Tab and
// Escape alone keep their meaning.
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace signalbox::designer {

class ShortcutField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit ShortcutField(QWidget *parent = nullptr);
    void setShortcut(const QKeySequence &shortcut);
    QKeySequence shortcut() const { return m_shortcut; }

Q_SIGNALS:
    void recorded(const QKeySequence &shortcut);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QKeySequence m_shortcut;
};

} // namespace signalbox::designer
