// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagedelegate.h"

#include "designer/messages/messagemodel.h"

#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int pinBar = 3; ///< pixels

} // namespace

MessageDelegate::MessageDelegate(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), m_appearance(appearance)
{}

Role MessageDelegate::roleOf(const QModelIndex &index) const
{
    const bool isControl = index.data(MessageModel::ControlRole).toBool();
    const bool isWaiting = index.data(MessageModel::WaitingRole).toBool();
    switch (index.column()) {
    case MessageModel::MethodColumn:
    case MessageModel::PayloadColumn:
        return isControl ? Role::Muted : Role::Text;
    case MessageModel::DirectionColumn:
        if (isControl)
            return Role::Muted;
        if (isWaiting)
            return Role::Timeout;
        return index.data(MessageModel::ReceivedRole).toBool() ? Role::Success : Role::Accent;
    case MessageModel::RoundTripColumn:
        return isWaiting ? Role::Timeout : isControl ? Role::Muted : Role::Success;
    default:
        return Role::Muted;
    }
}

void MessageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const drawing::Theme &theme = m_appearance.theme();
    const QColor color = theme.color(roleOf(index));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, color);
    if (index.column() == MessageModel::MethodColumn)
        option->font = theme.uiFont(theme.sizes().body, QFont::DemiBold);
    else if (index.column() != MessageModel::ConnectionColumn && index.column() != MessageModel::DirectionColumn)
        option->font = theme.monoFont(theme.sizes().body - 1);
    option->fontMetrics = QFontMetrics(option->font);
    option->textElideMode = Qt::ElideRight;
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The style sheet gives what is selected one text colour; that a request waits must show there too.
    QStyleOptionViewItem cell = option;
    if (cell.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(cell.rect, m_appearance.theme().color(Role::AccentSoft));
        cell.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
    }
    QStyledItemDelegate::paint(painter, cell, index);
    if (index.column() == MessageModel::TimeColumn && index.data(MessageModel::PinnedRole).toBool())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(pinBar, option.rect.height())), m_appearance.theme().color(Role::Accent));
}

} // namespace signalbox::designer
