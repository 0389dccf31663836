// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/palettedelegate.h"

#include "designer/panels/palettelist.h"
#include "designer/panels/rowpainting.h"

#include <QPainter>
#include <QTextLayout>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int margin = 14;
constexpr int detailHeight = 18;
constexpr int detailPadding = 5;

} // namespace

int PaletteDelegate::paintDetail(QPainter *painter, const QRect &row, const QString &detail) const
{
    if (detail.isEmpty())
        return 0;
    const drawing::Theme &theme = m_appearance.theme();
    painter->setFont(theme.uiFont(theme.sizes().small));
    const int width = painter->fontMetrics().horizontalAdvance(detail) + 2 * detailPadding;
    const QRectF frame(row.right() - margin - width, row.center().y() - detailHeight / 2.0 + 1, width, detailHeight);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.color(Role::CardLine));
    painter->setBrush(theme.color(Role::Panel));
    painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(theme.color(Role::Faint));
    painter->drawText(frame, Qt::AlignCenter, detail);
    return width + margin;
}

void PaletteDelegate::paintTitle(QPainter *painter, const QRect &rect, const QFont &font, const QModelIndex &index) const
{
    const QString title = index.data().toString();
    QTextCharFormat found;
    found.setFontWeight(QFont::Bold);
    found.setForeground(m_appearance.theme().color(Role::Accent));
    QList<QTextLayout::FormatRange> formats;
    for (const qsizetype place : index.data(PaletteList::PlacesRole).value<QList<qsizetype>>())
        formats.append({static_cast<int>(place), 1, found});
    QTextLayout layout(title, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(title.size()));
    layout.endLayout();
    painter->setPen(m_appearance.theme().color(Role::Text));
    painter->setClipRect(rect);
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRow(painter, option, m_appearance.theme());
    const int taken = paintDetail(painter, option.rect, index.data(PaletteList::DetailRole).toString());
    paintTitle(painter, option.rect.adjusted(margin, 0, -margin - taken, 0), option.font, index);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight};
}

} // namespace signalbox::designer
