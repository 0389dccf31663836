// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/targetdelegate.h"

#include "designer/sheet/sheetcontext.h"

#include <QPainter>

namespace signalbox::designer {

TargetDelegate::TargetDelegate(SheetContext &context, int typeRole, QObject *parent)
    : QStyledItemDelegate(parent), m_context(context), m_typeRole(typeRole)
{}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString type = index.data(m_typeRole).toString();
    if (type.isEmpty())
        return;
    constexpr int edge = 10;
    constexpr int gap = 16;
    const int taken = option.fontMetrics.horizontalAdvance(index.data().toString()) + edge + gap;
    const QRect room = option.rect.adjusted(taken, 0, -edge, 0);
    if (room.width() < gap)
        return;
    painter->save();
    painter->setFont(m_context.theme().uiFont(m_context.theme().sizes().small));
    painter->setPen(m_context.theme().color(drawing::Role::Faint));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, painter->fontMetrics().elidedText(type, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace signalbox::designer
