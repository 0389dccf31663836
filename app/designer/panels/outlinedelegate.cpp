// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/outlinedelegate.h"

#include "designer/panels/rowpainting.h"
#include "drawing/cardpainter.h"
#include "editing/outlinemodel.h"

#include <QPainter>

namespace signalbox::designer {

using drawing::Role;
using editing::OutlineModel;

namespace {

constexpr int margin = 12;
constexpr int tile = 28;
constexpr int gap = 10;
constexpr int rowHeight = 42;

} // namespace

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, rowHeight};
}

void OutlineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const drawing::Theme &theme = m_appearance.theme();
    painter->save();
    paintRow(painter, option, theme);
    const QRect row = option.rect;
    const QRectF icon(row.left() + margin, row.center().y() + 1 - tile / 2.0, tile, tile);
    const QString family = index.data(OutlineModel::FamilyRole).toString();
    drawing::CardPainter(theme).paintIcon(*painter, icon, index.data(OutlineModel::TypeRole).toLongLong(), family);

    const QFont nameFont = theme.uiFont(theme.sizes().body, QFont::DemiBold);
    const QFont typeFont = theme.uiFont(theme.sizes().small);
    const QFontMetrics nameMetrics(nameFont);
    const QFontMetrics typeMetrics(typeFont);
    const int left = row.left() + margin + tile + gap;
    const int width = std::max(row.right() - margin - left, 0);
    const QString name = index.data().toString();
    const QString component = index.siblingAtColumn(OutlineModel::TypeColumn).data().toString();
    const int below = name == component ? 0 : typeMetrics.height(); // nothing to say twice
    const int top = row.center().y() + 1 - (nameMetrics.height() + below) / 2;
    const auto draw = [&](const QFont &font, const QFontMetrics &metrics, Role color, int y, const QString &text) {
        painter->setFont(font);
        painter->setPen(theme.color(color));
        painter->drawText(QRect(left, y, width, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, width));
    };
    draw(nameFont, nameMetrics, Role::Text, top, name);
    if (below > 0)
        draw(typeFont, typeMetrics, Role::Muted, top + nameMetrics.height(), component);
    painter->restore();
}

} // namespace signalbox::designer
