// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/severityicon.h"

#include "designer/shell/appearance.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QWidget>

namespace signalbox::designer {

using core::Severity;
using drawing::Role;

namespace {

constexpr qreal side = 14;

QColor colorOf(Severity severity, const drawing::Theme &theme)
{
    return theme.color(severity == Severity::Error ? Role::Error : severity == Severity::Warning ? Role::Timeout : Role::Accent);
}

/// A filled triangle with round corners.
QPainterPath triangle(const QRectF &rect)
{
    QPainterPath path(QPointF(rect.center().x(), rect.top() + 1));
    path.lineTo(rect.right(), rect.bottom() - 1.5);
    path.lineTo(rect.left(), rect.bottom() - 1.5);
    path.closeSubpath();
    return path;
}

} // namespace

void paintSeverity(QPainter *painter, const QRectF &rect, Severity severity, const drawing::Theme &theme)
{
    const QColor color = colorOf(severity, theme);
    const QColor mark = theme.color(Role::Panel);
    const QPointF middle = rect.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(color);
    painter->setPen(severity == Severity::Warning ? QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin) : QPen(Qt::NoPen));
    if (severity == Severity::Warning)
        painter->drawPath(triangle(rect.adjusted(0.75, 0.75, -0.75, -0.25)));
    else
        painter->drawEllipse(rect);
    painter->setPen(QPen(mark, 1.6, Qt::SolidLine, Qt::RoundCap));
    switch (severity) {
    case Severity::Error:
        painter->drawLine(middle + QPointF(-2.4, -2.4), middle + QPointF(2.4, 2.4));
        painter->drawLine(middle + QPointF(-2.4, 2.4), middle + QPointF(2.4, -2.4));
        break;
    case Severity::Warning:
        painter->drawLine(middle + QPointF(0, -1.6), middle + QPointF(0, 1.6));
        painter->drawPoint(middle + QPointF(0, 4.1));
        break;
    case Severity::Info:
        painter->drawPoint(middle + QPointF(0, -3.2));
        painter->drawLine(middle + QPointF(0, -0.4), middle + QPointF(0, 3.4));
        break;
    }
    painter->restore();
}

void SeverityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *const style = option.widget != nullptr ? option.widget->style() : nullptr;
    if (style != nullptr)
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const QPointF middle = QRectF(option.rect).center();
    const auto severity = static_cast<Severity>(index.data(m_role).toInt());
    paintSeverity(painter, {middle.x() - side / 2, middle.y() - side / 2, side, side}, severity, m_appearance.theme());
}

} // namespace signalbox::designer
