// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/componentdelegate.h"

#include "designer/panels/componentlist.h"
#include "designer/panels/rowpainting.h"
#include "drawing/cardpainter.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int margin = 12;
constexpr int tile = 32;
constexpr int gap = 10;
constexpr int numberWidth = 28;
constexpr int rowHeight = 38;
constexpr int headingAbove = 12;
constexpr int headingBelow = 4;
constexpr int titleFlags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

} // namespace

ComponentDelegate::ComponentDelegate(const Appearance &appearance, QAbstractItemView *view)
    : QAbstractItemDelegate(view), m_appearance(appearance), m_view(view)
{}

QRect ComponentDelegate::titleRect(const QRect &row) const
{
    // As wide as with a scroll bar, or lines would break anew when one appears.
    const int width = m_view->width() - m_view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_view);
    const int left = row.left() + margin + tile + gap;
    return {left, row.top() + 3, width - left - numberWidth - margin - gap / 2, row.height() - 6};
}

QSize ComponentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const drawing::Theme &theme = m_appearance.theme();
    const int width = m_view->viewport()->width();
    if (ComponentList::isHeading(index))
        return {width, headingAbove + QFontMetrics(headingFont(theme)).height() + headingBelow};
    const QRect title = titleRect({0, 0, width, 1000});
    const int height = option.fontMetrics.boundingRect(title, titleFlags, index.data().toString()).height();
    return {width, std::max(rowHeight, height + 6)};
}

void ComponentDelegate::paintHeading(QPainter *painter, const QRect &rect, const QString &text) const
{
    painter->setFont(headingFont(m_appearance.theme()));
    painter->setPen(m_appearance.theme().color(Role::Faint));
    painter->drawText(rect.adjusted(margin, headingAbove, -margin, -headingBelow), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void ComponentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const drawing::Theme &theme = m_appearance.theme();
    painter->save();
    if (ComponentList::isHeading(index)) {
        paintHeading(painter, option.rect, index.data().toString());
        painter->restore();
        return;
    }
    paintRow(painter, option, theme);
    const qint64 type = index.data(ComponentList::TypeRole).toLongLong();
    const QRect row = option.rect;
    const QRectF icon(row.left() + margin, row.center().y() + 1 - tile / 2.0, tile, tile);
    drawing::CardPainter(theme).paintIcon(*painter, icon, type, index.data(ComponentList::FamilyRole).toString());
    painter->setFont(option.font);
    painter->setPen(theme.color(Role::Text));
    painter->drawText(titleRect(row), titleFlags, index.data().toString());
    painter->setFont(theme.monoFont(theme.sizes().small));
    painter->setPen(theme.color(Role::Faint));
    painter->drawText(row.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(type));
    painter->restore();
}

} // namespace signalbox::designer
