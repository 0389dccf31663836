// SPDX-License-Identifier: GPL-3.0-or-later
// A small button that is nothing but its symbol until the pointer or the cursor is there.
#pragma once

#include "designer/sheet/fields/sheeticons.h"

#include <QAbstractButton>

namespace signalbox::designer {

class SheetContext;

class IconButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// name is its accessible name and tool tip.
    IconButton(SheetIcon icon, const QString &name, int size, SheetContext &context, QWidget *parent);
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SheetContext &m_context;
    SheetIcon m_icon;
    int m_size;
};

} // namespace signalbox::designer
