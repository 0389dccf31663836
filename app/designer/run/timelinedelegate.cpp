// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/timelinedelegate.h"

#include "designer/run/timelinemodel.h"

#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int barHeight = 10;
constexpr double leastBar = 2; ///< so that a step that took no time shows
constexpr int barMargin = 8;

} // namespace

TimelineDelegate::TimelineDelegate(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), m_appearance(appearance)
{}

void TimelineDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const drawing::Theme &theme = m_appearance.theme();
    const bool isNumber = index.column() == TimelineModel::NumberColumn || index.column() == TimelineModel::DurationColumn;
    if (isNumber)
        option->font = theme.monoFont(theme.sizes().body - 1);
    if (index.column() == TimelineModel::NumberColumn || index.column() == TimelineModel::DurationColumn)
        option->palette.setColor(QPalette::Text, theme.color(Role::Muted));
    if (index.column() == TimelineModel::WhatColumn && index.data(TimelineModel::OutcomeRole).toString() == QLatin1String("error"))
        option->palette.setColor(QPalette::Text, theme.color(Role::Error));
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != TimelineModel::BarColumn)
        return;
    const drawing::Theme &theme = m_appearance.theme();
    const QString outcome = index.data(TimelineModel::OutcomeRole).toString();
    const bool isOpen = outcome.isEmpty();
    const QRectF room = QRectF(option.rect).adjusted(barMargin, 0, -barMargin, 0);
    const double left = room.left() + room.width() * index.data(TimelineModel::StartRole).toDouble();
    const double right = room.left() + room.width() * index.data(TimelineModel::EndRole).toDouble();
    const double width = std::max(leastBar, right - left);
    const QRectF bar(std::min(left, room.right() - width), room.center().y() - barHeight / 2.0, width, barHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isOpen ? theme.color(Role::Accent) : theme.outcome(outcome));
    const double radius = std::min(2.0, width / 2);
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

} // namespace signalbox::designer
