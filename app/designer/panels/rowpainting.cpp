// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/rowpainting.h"

#include "designer/shell/stylesheet.h"

#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const drawing::Theme &theme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const double radius = theme.sizes().controlRadius;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasFocus ? QPen(theme.color(Role::Accent), 1) : QPen(Qt::NoPen));
    painter->setBrush(isSelected ? theme.color(Role::AccentSoft) : mixed(theme.color(Role::Text), theme.color(Role::Panel), 0.05));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 0.5, -4.5, -0.5), radius, radius);
}

QFont headingFont(const drawing::Theme &theme)
{
    QFont font = theme.uiFont(theme.sizes().small, QFont::Bold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    return font;
}

} // namespace signalbox::designer
