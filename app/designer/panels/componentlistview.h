// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the rows of a ComponentList, walks over headings by key, and drags a component as the card that it will become.
#pragma once

#include "designer/shell/workbench.h"

#include <QListView>

namespace signalbox::designer {

class ComponentListView final : public QListView
{
    Q_OBJECT

public:
    explicit ComponentListView(const Workbench &workbench, QWidget *parent = nullptr);
    /// The first component becomes the current one.
    void goToFirst();
    QPixmap cardPicture(qint64 type) const;

Q_SIGNALS:
    void chosen(qint64 type);
    void leftAtTop();                      ///< Up, where there is nothing above
    void typed(const QString &characters); ///< which belong into the filter

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    QModelIndex componentFrom(int row, int step) const; ///< the first one from there on, or an invalid index

    const Workbench &m_workbench;
};

} // namespace signalbox::designer
