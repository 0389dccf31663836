// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasview.h"

#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/findbar.h"
#include "designer/canvas/linktool.h"
#include "designer/canvas/minimap.h"
#include "designer/canvas/overview.h"
#include "designer/canvas/selecttool.h"
#include "designer/canvas/tidynotice.h"
#include "designer/panels/componentpalette.h"
#include "editing/variableplaces.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace signalbox::designer {

namespace {

constexpr double leastZoom = 0.01; // ten thousand cards are seen at once
constexpr double mostZoom = 4;
constexpr double zoomStep = 1.25;
constexpr double degreesPerStep = 120; // of a wheel, in eighths of a degree
constexpr double fitMargin = 60;       // scene units around what is fitted
constexpr double dotsFrom = 0.4;       // zoom from which on the grid is shown
constexpr double dotRadius = 1.1;
constexpr double closestDots = 16; // pixels
constexpr int mapMargin = 12;
constexpr qsizetype manyCards = 300;   // from here on there is an overview
constexpr double overviewBelow = 0.35; // zoom: no text could be read any more

} // namespace

CanvasView::CanvasView(const Workbench &workbench, editing::EditSession &session, QWidget *parent)
    : QGraphicsView(parent), m_workbench(workbench), m_session(session), m_scene(new CanvasScene(workbench, session, this)),
      m_minimap(nullptr), m_overview(new Overview([this] { return m_scene->overview(true); }, this)),
      m_select(std::make_unique<SelectTool>(*this)), m_link(std::make_unique<LinkTool>(*this)),
      m_edits(std::make_unique<CanvasEdits>(*this)), m_tool(m_select.get())
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setDragMode(QGraphicsView::RubberBandDrag);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAcceptDrops(true);
    m_minimap = new Minimap(*this);
    m_notes = std::make_unique<CanvasNotes>(*this);
    m_find = new FindBar(workbench, *this);
    m_tidyNotice = new TidyNotice(*this);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        if (const qint64 current = currentId())
            CanvasAccessible::tellFocus(*this, current);
        else if (const QString note = m_notes->current(); !note.isEmpty())
            CanvasAccessible::tellFocus(*this, note);
        Q_EMIT selectionChanged();
    });
    const auto repaintOverview = [this] {
        m_overview->invalidate();
        viewport()->update();
    };
    connect(m_scene, &CanvasScene::contentChanged, this, repaintOverview);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, repaintOverview);
    connect(m_overview, &Overview::ready, viewport(), qOverload<>(&QWidget::update));
    connect(m_scene, &CanvasScene::appearanceChanged, this, repaintOverview);
}

CanvasView::~CanvasView()
{
    delete m_tidyNotice;
    delete m_find; // it shows what it finds in the scene
    m_notes.reset();
    m_edits.reset();
    disconnect(m_scene, nullptr, this, nullptr);
}

void CanvasView::useTool(CanvasTool &tool)
{
    m_tool = &tool;
    viewport()->update();
}

// Zoom ------------------------------------------------------------------------------------------------------------------

void CanvasView::setZoom(double zoom, std::optional<QPoint> about)
{
    m_keepsFit = false;
    const double wanted = std::clamp(zoom, leastZoom, mostZoom);
    const QPoint fixed = about.value_or(viewport()->rect().center());
    const QPointF before = mapToScene(fixed);
    setTransform(QTransform::fromScale(wanted, wanted));
    const QPointF moved = mapFromScene(before) - fixed;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    Q_EMIT zoomChanged();
}

void CanvasView::zoomIn()
{
    setZoom(zoom() * zoomStep);
}

void CanvasView::zoomOut()
{
    setZoom(zoom() / zoomStep);
}

void CanvasView::zoomToFit()
{
    const QRectF content = m_scene->contentRect().adjusted(-fitMargin, -fitMargin, fitMargin, fitMargin);
    const QSizeF room = viewport()->size();
    setZoom(std::min({1.0, room.width() / content.width(), room.height() / content.height()}));
    centerOn(content.center());
    m_keepsFit = true;
}

void CanvasView::zoomToSelection()
{
    QRectF content;
    const QList<qint64> ids = m_scene->selectedIds();
    for (const qint64 id : ids)
        content |= m_scene->card(id)->cardRect();
    const QList<NoteItem *> notes = m_scene->notes().selected();
    for (const NoteItem *note : notes)
        content |= note->noteRect();
    if (content.isEmpty())
        return zoomToFit();
    content.adjust(-fitMargin, -fitMargin, fitMargin, fitMargin);
    const QSizeF room = viewport()->size();
    setZoom(std::min({1.5, room.width() / content.width(), room.height() / content.height()}));
    centerOn(content.center());
}

// Going about -------------------------------------------------------------------------------------------------------------

void CanvasView::goTo(qint64 id)
{
    const CardItem *const card = m_scene->card(id);
    if (!card)
        return;
    m_scene->select({id});
    if (zoom() < dotsFrom)
        setZoom(1);
    m_keepsFit = false;
    ensureVisible(card->cardRect(), 80, 80);
}

void CanvasView::selectUses(const QString &variable)
{
    QList<qint64> ids;
    const auto uses = editing::usesOf(m_session.scenario(), m_session.catalogue(), m_session.dialect(), variable);
    for (const editing::VariableUsePlace &use : uses) {
        if (use.object && !ids.contains(*use.object))
            ids.append(*use.object);
    }
    m_scene->select(ids);
    if (!ids.isEmpty())
        zoomToSelection();
    Q_EMIT notice(tr("“%1” is used by %n component(s)", nullptr, static_cast<int>(ids.size())).arg(variable));
}

void CanvasView::offerTidy()
{
    m_tidyNotice->offer();
}

qint64 CanvasView::currentId() const
{
    const QList<qint64> ids = m_scene->selectedIds();
    return ids.isEmpty() ? 0 : ids.first();
}

qint64 CanvasView::neighbour(qint64 id, int key) const
{
    const CardItem *const from = m_scene->card(id);
    if (!from)
        return 0;
    if (key == Qt::Key_Right) {
        const QList<EdgeItem *> edges = m_scene->edgesFrom(id);
        if (!edges.isEmpty())
            return edges.first()->to();
    } else if (key == Qt::Key_Left) {
        const QList<EdgeItem *> edges = m_scene->edgesTo(id);
        if (!edges.isEmpty())
            return edges.first()->from();
    }
    // Else the nearest that lies that way: distance across counts twice.
    const QPointF middle = from->cardRect().center();
    qint64 best = 0;
    double bestDistance = 0;
    for (const CardItem *card : m_scene->cards()) {
        const QPointF to = card->cardRect().center() - middle;
        const double along = key == Qt::Key_Right ? to.x() : key == Qt::Key_Left ? -to.x() : key == Qt::Key_Down ? to.y() : -to.y();
        const double across = key == Qt::Key_Right || key == Qt::Key_Left ? to.y() : to.x();
        if (card == from || along <= 1)
            continue;
        const double distance = along + 2 * std::abs(across);
        if (best == 0 || distance < bestDistance) {
            best = card->id();
            bestDistance = distance;
        }
    }
    return best;
}

bool CanvasView::walk(int key, bool extends)
{
    qint64 next = 0;
    if (const qint64 current = currentId())
        next = neighbour(current, key);
    else if (m_session.scenario().objectCount() > 0)
        next = m_session.scenario().objectId(0).value_or(0);
    const CardItem *const card = m_scene->card(next);
    if (!card)
        return false;
    if (extends)
        m_scene->select(m_scene->selectedIds() << next);
    else
        m_scene->select({next});
    ensureVisible(card->cardRect(), 80, 80);
    return true;
}

// Editing -----------------------------------------------------------------------------------------------------------------

QString CanvasView::titleOf(qint64 type) const
{
    const catalogue::ComponentType *const known = m_workbench.catalogue.find(type);
    return known ? catalogue::translated(known->title) : tr("Component %1").arg(type);
}

// Mouse -------------------------------------------------------------------------------------------------------------------

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton) {
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (m_tool->press(mapToScene(event->pos()), *event)) {
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton)
        QGraphicsView::mousePressEvent(event); // the rubber band
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panFrom) {
        m_keepsFit = false;
        const QPoint by = event->pos() - *m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    if (!m_tool->move(mapToScene(event->pos()), *event))
        QGraphicsView::mouseMoveEvent(event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && m_panFrom) {
        m_panFrom.reset();
        viewport()->unsetCursor();
        return;
    }
    if (!m_tool->release(mapToScene(event->pos()), *event))
        QGraphicsView::mouseReleaseEvent(event);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const CardItem *card = m_scene->cardAt(mapToScene(event->pos())); card && event->button() == Qt::LeftButton)
        Q_EMIT opened(card->id());
    else if (const NoteItem *note = m_scene->notes().at(mapToScene(event->pos())); note && event->button() == Qt::LeftButton)
        m_notes->edit(note->id());
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / degreesPerStep), event->position().toPoint());
        event->accept();
        return;
    }
    m_keepsFit = false;
    QPoint by = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = QPoint(by.y(), 0);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    event->accept();
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QPointF point = mapToScene(event->pos());
        if (CardItem *card = m_scene->cardAt(point)) {
            if (!card->isSelected())
                m_scene->select({card->id()});
        } else if (EdgeItem *edge = m_scene->edgeAt(point)) {
            m_scene->clearSelection();
            edge->setSelected(true);
        } else if (NoteItem *note = m_scene->notes().at(point); note && !note->isSelected()) {
            m_scene->select({}, {note->id()});
        }
        Q_EMIT menuWanted(event->globalPos());
        return;
    }
    const CardItem *const card = m_scene->card(currentId());
    const NoteItem *const note = m_scene->notes().item(m_notes->current());
    const QPointF at = card ? card->cardRect().center() : note ? note->textRect().center() : mapToScene(viewport()->rect().center());
    Q_EMIT menuWanted(viewport()->mapToGlobal(mapFromScene(at)));
}

// Keys --------------------------------------------------------------------------------------------------------------------

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (m_tool->key(*event)) {
        event->accept();
        return;
    }
    const int key = event->key();
    const bool isArrow = key >= Qt::Key_Left && key <= Qt::Key_Down;
    if (isArrow && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        walk(key, event->modifiers() & Qt::ShiftModifier);
        return;
    }
    const qint64 current = currentId();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && current) {
        Q_EMIT opened(current);
        return;
    }
    if (const QString note = m_notes->current(); (key == Qt::Key_Return || key == Qt::Key_Enter) && !note.isEmpty()) {
        m_notes->edit(note);
        return;
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isPlain && key >= Qt::Key_1 && key <= Qt::Key_9 && current) { // a port by its number
        const auto &ports = m_scene->card(current)->card().ports;
        const qsizetype port = key - Qt::Key_1;
        if (port < ports.size())
            m_link->beginWithKeys(current, ports[port].outcome);
        return;
    }
    const QString text = event->text();
    if (isPlain && text.size() == 1 && text[0].isLetter()) {
        Q_EMIT typed(text);
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

// Drops -------------------------------------------------------------------------------------------------------------------

std::optional<qint64> CanvasView::draggedType(const QMimeData *mime) const
{
    bool isNumber = false;
    const qint64 type = mime->data(QLatin1String(componentMimeType)).toLongLong(&isNumber);
    return isNumber && m_workbench.catalogue.find(type) ? std::optional(type) : std::nullopt;
}

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(draggedType(event->mimeData()).has_value());
}

void CanvasView::hoverEdge(EdgeItem *edge)
{
    if (m_dropEdge == edge)
        return;
    if (m_dropEdge)
        m_dropEdge->setHovered(false);
    m_dropEdge = edge;
    if (edge)
        edge->setHovered(true);
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    const bool isComponent = draggedType(event->mimeData()).has_value();
    event->setAccepted(isComponent);
    hoverEdge(isComponent ? m_scene->edgeAt(mapToScene(event->position().toPoint())) : nullptr);
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *event)
{
    hoverEdge(nullptr);
    event->accept();
}

void CanvasView::dropEvent(QDropEvent *event)
{
    const auto type = draggedType(event->mimeData());
    if (!type)
        return event->ignore();
    const QPointF point = mapToScene(event->position().toPoint());
    EdgeItem *const edge = m_scene->edgeAt(point);
    hoverEdge(nullptr);
    if (edge)
        m_edits->insertOn(*edge, *type, point);
    else
        m_edits->addAt(*type, point - QPointF(theme().sizes().cardWidth / 2, theme().sizes().cardHeader / 2));
    setFocus(Qt::OtherFocusReason);
    event->acceptProposedAction();
}

// Painting ----------------------------------------------------------------------------------------------------------------

void CanvasView::paintEvent(QPaintEvent *event)
{
    if (m_scene->cards().size() <= manyCards || zoom() >= overviewBelow)
        return QGraphicsView::paintEvent(event);
    // One picture instead of thousands of items.
    QPainter painter(viewport());
    painter.setTransform(viewportTransform());
    const QRectF part = mapToScene(viewport()->rect()).boundingRect();
    drawBackground(&painter, part);
    m_overview->paint(painter, part, zoom(), devicePixelRatioF());
    drawForeground(&painter, part);
}

void CanvasView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, theme().color(drawing::Role::Canvas));
    if (zoom() < dotsFrom)
        return;
    // Every other dot, where they would stand too close.
    double step = theme().sizes().grid;
    while (step * zoom() < closestDots)
        step *= 2;
    const QTransform toDevice = painter->worldTransform();
    const double size = std::max(2.0, std::round(2 * dotRadius * devicePixelRatioF())) / devicePixelRatioF();
    const auto left = static_cast<qint64>(std::floor(rect.left() / step));
    const auto right = static_cast<qint64>(std::floor(rect.right() / step));
    const auto top = static_cast<qint64>(std::floor(rect.top() / step));
    const auto bottom = static_cast<qint64>(std::floor(rect.bottom() / step));
    QList<QRectF> dots;
    dots.reserve((right - left + 1) * (bottom - top + 1));
    for (qint64 row = top; row <= bottom; ++row) {
        for (qint64 column = left; column <= right; ++column) {
            const QPointF dot = toDevice.map(QPointF(static_cast<double>(column) * step, static_cast<double>(row) * step));
            dots.append(QRectF(dot.x() - size / 2, dot.y() - size / 2, size, size));
        }
    }
    // As rectangles of whole pixels: round points cost ten times as much.
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().color(drawing::Role::Grid));
    painter->drawRects(dots);
    painter->restore();
}

void CanvasView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    m_tool->paint(*painter);
}

void CanvasView::placeMinimap()
{
    m_minimap->move(width() - m_minimap->width() - mapMargin, height() - m_minimap->height() - mapMargin);
    m_minimap->setVisible(width() > 3 * m_minimap->width());
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_keepsFit)
        zoomToFit();
    placeMinimap();
    m_minimap->update();
    m_find->place();
    m_tidyNotice->place();
}

void CanvasView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Canvas"));
        m_scene->readAgain();
    }
    QGraphicsView::changeEvent(event);
}

} // namespace signalbox::designer
