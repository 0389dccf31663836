// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/fileicon.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr double side = 16;

class Engine final : public QIconEngine
{
public:
    Engine(FileIcon icon, QColor color) : m_icon(icon), m_color(std::move(color)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / side, rect.height() / side);
        painter->setPen(QPen(m_color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (m_icon == FileIcon::Folder)
            paintFolder(*painter);
        else
            paintScenario(*painter);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap made(size);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return made;
    }
    QIconEngine *clone() const override { return new Engine(*this); }

private:
    static void paintFolder(QPainter &painter)
    {
        QPainterPath outline(QPointF(2, 12.5));
        for (const QPointF point : {QPointF(2, 3.5), QPointF(6, 3.5), QPointF(7.5, 5.5), QPointF(14, 5.5), QPointF(14, 12.5)})
            outline.lineTo(point);
        outline.closeSubpath();
        painter.drawPath(outline);
    }
    void paintScenario(QPainter &painter) const // two cards and the way between them
    {
        painter.drawRoundedRect(QRectF(2, 3, 7, 4), 1, 1);
        painter.drawRoundedRect(QRectF(7, 10, 7, 4), 1, 1);
        painter.drawPolyline(QPolygonF({QPointF(4, 7), QPointF(4, 12), QPointF(7, 12)}));
    }

    FileIcon m_icon;
    QColor m_color;
};

} // namespace

QIcon fileIcon(FileIcon icon, const drawing::Theme &theme)
{
    return QIcon(new Engine(icon, theme.color(icon == FileIcon::Folder ? Role::Muted : Role::Accent)));
}

} // namespace signalbox::designer
