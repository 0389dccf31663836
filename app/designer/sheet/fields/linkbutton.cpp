// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/linkbutton.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox::designer {

LinkButton::LinkButton(const QString &text, SheetContext &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
{
    setText(text);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    QFont font = context.theme().uiFont(context.theme().sizes().small + 1);
    font.setUnderline(true);
    setFont(font);
    connect(&context, &SheetContext::themeChanged, this, qOverload<>(&QWidget::update));
}

void LinkButton::setRole(drawing::Role role)
{
    m_role = role;
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + 2, std::max(metrics.height(), sheetNoteHeight)};
}

QSize LinkButton::minimumSizeHint() const
{
    constexpr int least = 32; // from there on the text loses its end
    const QSize size = sizeHint();
    return {std::min(size.width(), least), size.height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_context.theme();
    painter.setPen(theme.color(isEnabled() ? m_role : drawing::Role::Faint));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(drawing::Role::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace signalbox::designer
