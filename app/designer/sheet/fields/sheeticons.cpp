// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/sheeticons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace signalbox::designer {

namespace {

/// On a field of 16 × 16.
QPainterPath pathOf(SheetIcon icon)
{
    QPainterPath path;
    const auto line = [&path](std::initializer_list<QPointF> points) {
        path.moveTo(*points.begin());
        for (const QPointF *point = points.begin() + 1; point != points.end(); ++point)
            path.lineTo(*point);
    };
    switch (icon) {
    case SheetIcon::Arrow:
        line({{3, 8}, {13, 8}});
        line({{9, 4}, {13, 8}, {9, 12}});
        break;
    case SheetIcon::Reset:
        path.arcMoveTo(3.5, 3.5, 9, 9, 150);
        path.arcTo(3.5, 3.5, 9, 9, 150, -300);
        line({{3.2, 2.6}, {3.6, 6.2}, {7.2, 5.8}});
        break;
    case SheetIcon::Add:
        line({{8, 3.5}, {8, 12.5}});
        line({{3.5, 8}, {12.5, 8}});
        break;
    case SheetIcon::Remove:
        line({{4, 4}, {12, 12}});
        line({{12, 4}, {4, 12}});
        break;
    case SheetIcon::Up:
        line({{4, 10}, {8, 6}, {12, 10}});
        break;
    case SheetIcon::Down:
        line({{4, 6}, {8, 10}, {12, 6}});
        break;
    }
    return path;
}

/// Drawn anew for every size and resolution.
class Engine final : public QIconEngine
{
public:
    Engine(SheetIcon icon, const QColor &color, const QColor &disabled) : m_icon(icon), m_color(color), m_disabled(disabled) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSheetIcon(*painter, rect, m_icon, mode == QIcon::Disabled ? m_disabled : m_color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new Engine(m_icon, m_color, m_disabled); }

private:
    SheetIcon m_icon;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void paintSheetIcon(QPainter &painter, const QRectF &rect, SheetIcon icon, const QColor &color)
{
    constexpr double field = 16;
    const double size = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(size / 2, size / 2));
    painter.scale(size / field, size / field);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon sheetIcon(SheetIcon icon, const drawing::Theme &theme)
{
    return QIcon(new Engine(icon, theme.color(drawing::Role::Muted), theme.color(drawing::Role::CardLine)));
}

} // namespace signalbox::designer
