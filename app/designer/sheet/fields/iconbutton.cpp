// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/iconbutton.h"

#include "designer/sheet/sheetcontext.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

IconButton::IconButton(SheetIcon icon, const QString &name, int size, SheetContext &context, QWidget *parent)
    : QAbstractButton(parent), m_context(context), m_icon(icon), m_size(size)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&context, &SheetContext::themeChanged, this, qOverload<>(&QWidget::update));
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_context.theme();
    const double side = std::min(width(), height());
    const QRectF square(QRectF(rect()).center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const bool isHot = isEnabled() && (underMouse() || isDown());
    if (isHot || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.color(Role::Accent), 1.5) : QPen(Qt::NoPen));
        painter.setBrush(isHot ? theme.color(isDown() ? Role::AccentSoft : Role::Line) : QColor(Qt::transparent));
        painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    }
    constexpr double symbol = 16;
    const double size = std::min(side, symbol);
    const QRectF middle(square.center() - QPointF(size / 2, size / 2), QSizeF(size, size));
    paintSheetIcon(painter, middle, m_icon, theme.color(!isEnabled() ? Role::CardLine : isHot ? Role::Text : Role::Muted));
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace signalbox::designer
