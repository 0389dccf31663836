// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/minimap.h"

#include "designer/canvas/canvasview.h"

#include <QPainter>
#include <QScrollBar>

namespace signalbox::designer {

namespace {

constexpr double padding = 8;
constexpr double cornerRadius = 8;
constexpr double leastBlock = 3; // pixels: a card is always seen

} // namespace

Minimap::Minimap(CanvasView &view) : QWidget(&view), m_view(view)
{
    setObjectName(QStringLiteral("canvas.minimap"));
    setAccessibleName(tr("Overview"));
    resize(sizeHint());
    setCursor(Qt::PointingHandCursor);
    connect(&view.canvas(), &CanvasScene::contentChanged, this, [this] {
        m_isStale = true;
        update();
    });
    const auto again = qOverload<>(&QWidget::update);
    connect(&view.canvas(), &QGraphicsScene::selectionChanged, this, again);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(&view, &CanvasView::zoomChanged, this, again);
}

QRectF Minimap::seen() const
{
    return m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
}

QTransform Minimap::toMap() const
{
    const QRectF all = m_content.isEmpty() ? seen() : m_content;
    const QRectF room = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const double scale = std::min(room.width() / std::max(1.0, all.width()), room.height() / std::max(1.0, all.height()));
    QTransform map;
    map.translate(room.center().x(), room.center().y());
    map.scale(scale, scale);
    map.translate(-all.center().x(), -all.center().y());
    return map;
}

void Minimap::paintCards()
{
    m_isStale = false;
    m_content = m_view.canvas().contentRect();
    m_cards = QPixmap(size() * devicePixelRatio());
    m_cards.setDevicePixelRatio(devicePixelRatio());
    m_cards.fill(Qt::transparent);
    QPainter painter(&m_cards);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QTransform map = toMap();
    const drawing::Theme &theme = m_view.theme();
    for (const CardItem *card : m_view.canvas().cards()) {
        QRectF block = map.mapRect(card->cardRect());
        block.setSize(block.size().expandedTo(QSizeF(leastBlock, leastBlock)));
        QColor color = theme.family(card->card().family);
        color.setAlphaF(0.7F);
        painter.setBrush(color);
        painter.drawRoundedRect(block, 1.5, 1.5);
    }
}

void Minimap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_isStale || m_cards.size() != size() * devicePixelRatio())
        paintCards();
    const drawing::Theme &theme = m_view.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(drawing::Role::Line), 1));
    painter.setBrush(theme.color(drawing::Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.drawPixmap(0, 0, m_cards);
    const QRectF frame = toMap().mapRect(seen()).intersected(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
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
