// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a component in a list: its name, and behind it, set back, its type.
#pragma once

#include <QStyledItemDelegate>

namespace signalbox::designer {

class SheetContext;

class TargetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TargetDelegate(SheetContext &context, int typeRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    SheetContext &m_context;
    int m_typeRole;
};

} // namespace signalbox::designer
