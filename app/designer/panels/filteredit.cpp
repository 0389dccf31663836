// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/filteredit.h"

#include <QKeyEvent>

namespace signalbox::designer {

FilterEdit::FilterEdit(QWidget *parent) : QLineEdit(parent)
{
    setMaxLength(200);
}

void FilterEdit::take(const QString &characters)
{
    setFocus(Qt::OtherFocusReason);
    end(false);
    insert(characters);
}

bool FilterEdit::event(QEvent *event)
{
    // Escape empties the line before it is somebody's shortcut.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        Q_EMIT wentDown();
    else if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace signalbox::designer
