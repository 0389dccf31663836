// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/minimap.h"

#include "designer/canvas/canvasview.h"
#include "designer/canvas/farview.h"

#include <QPainter>
#include <QScrollBar>

namespace signalbox::designer {

namespace {

constexpr double padding = 8;
constexpr double cornerRadius = 8;

} // namespace

Minimap::Minimap(CanvasView &view)
    : QWidget(&view), m_view(view), m_cards([this] {
          return farView(m_view.canvas(), FarLines::No); // lines are too small to follow
      })
{
    setObjectName(QStringLiteral("canvas.minimap"));
    setAccessibleName(tr("Overview"));
    resize(sizeHint());
    setCursor(Qt::PointingHandCursor);
    const auto stale = [this] {
        m_cards.invalidate();
        update();
    };
    connect(&view.canvas(), &CanvasScene::contentChanged, this, stale);
    connect(&view.canvas(), &CanvasScene::appearanceChanged, this, stale);
    connect(&view.canvas().run(), &RunOverlay::farChanged, this, stale);
    const auto again = qOverload<>(&QWidget::update);
    connect(&m_cards, &Overview::ready, this, again);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(&view, &CanvasView::zoomChanged, this, again);
}

QRectF Minimap::seen() const
{
    return m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
}

QRectF Minimap::all() const
{
    const QRectF content = m_view.canvas().contentRect();
    return content.isEmpty() ? seen() : content;
}

QTransform Minimap::toMap() const
{
    const QRectF all = this->all();
    const QRectF room = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const double scale = std::min(room.width() / std::max(1.0, all.width()), room.height() / std::max(1.0, all.height()));
    QTransform map;
    map.translate(room.center().x(), room.center().y());
    map.scale(scale, scale);
    map.translate(-all.center().x(), -all.center().y());
    return map;
}

void Minimap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const drawing::Theme &theme = m_view.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(drawing::Role::Line), 1));
    painter.setBrush(theme.color(drawing::Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    const QTransform map = toMap();
    painter.save();
    painter.setTransform(map, true);
    m_cards.paint(painter, all(), map.m11(), devicePixelRatioF());
    painter.restore();
    const QRectF frame = map.mapRect(seen()).intersected(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
    painter.setPen(QPen(theme.color(drawing::Role::Accent), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, 3, 3);
}

void Minimap::goTo(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        m_view.centerOn(toMap().inverted().map(event->position()));
    event->accept();
}

} // namespace signalbox::designer
