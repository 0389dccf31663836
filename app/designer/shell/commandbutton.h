// SPDX-License-Identifier: GPL-3.0-or-later
// Looks like a field to search in, and triggers an action: the way to the command palette for the mouse. The action's text and shortcut
// show on it as they are now. Not the palette itself.
#pragma once

#include <QPushButton>

class QAction;
class QLabel;

namespace signalbox::designer {

class CommandButton final : public QPushButton
{
    Q_OBJECT

public:
    /// action must outlive it.
    CommandButton(QAction &action, QWidget *parent);

    QSize sizeHint() const override;

private:
    void show(const QAction &action);

    QLabel *m_shortcut;
};

} // namespace signalbox::designer
