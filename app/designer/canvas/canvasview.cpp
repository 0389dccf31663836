// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvasview.h"

#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/canvasground.h"
#include "designer/canvas/farview.h"
#include "designer/canvas/findbar.h"
#include "designer/canvas/linktool.h"
#include "designer/canvas/minimap.h"
#include "designer/canvas/neighbour.h"
#include "designer/canvas/pantool.h"
#include "designer/canvas/selecttool.h"
#include "designer/canvas/tidynotice.h"
#include "editing/variableplaces.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
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
constexpr double readableZoom = 0.4;
constexpr int mapMargin = 12;

} // namespace

CanvasView::CanvasView(const Workbench &workbench, editing::EditSession &session, QWidget *parent)
    : QGraphicsView(parent), m_workbench(workbench), m_session(session), m_scene(new CanvasScene(workbench, session, this)),
      m_minimap(nullptr), m_far(new FarPicture(*m_scene, *this, this)), m_select(std::make_unique<SelectTool>(*this)),
      m_pan(std::make_unique<PanTool>(*this)), m_link(std::make_unique<LinkTool>(*this)), m_edits(std::make_unique<CanvasEdits>(*this)),
      m_drop(*this, workbench.catalogue), m_tool(m_select.get())
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
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
    m_tidyNotice = new TidyNotice(workbench, *this);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, [this] {
        if (const qint64 current = currentId())
            CanvasAccessible::tellFocus(*this, current);
        else if (const QString note = m_notes->current(); !note.isEmpty())
            CanvasAccessible::tellFocus(*this, note);
        Q_EMIT selectionChanged();
    });
    connect(&m_scene->run(), &RunOverlay::pausedAt, this, [this](qint64 id) { CanvasAccessible::tellChange(*this, id); });
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

void CanvasView::fit(const QRectF &content, double mostZoomed)
{
    const QRectF wanted = content.adjusted(-fitMargin, -fitMargin, fitMargin, fitMargin);
    const QSizeF room = viewport()->size();
    setZoom(std::min({mostZoomed, room.width() / wanted.width(), room.height() / wanted.height()}));
    centerOn(wanted.center());
}

void CanvasView::zoomToFit()
{
    fit(m_scene->contentRect(), 1);
    m_keepsFit = true;
}

void CanvasView::zoomToSelection()
{
    constexpr double nearest = 1.5;
    const QRectF content = m_scene->selectionRect();
    if (content.isEmpty())
        zoomToFit();
    else
        fit(content, nearest);
}

// Going about -------------------------------------------------------------------------------------------------------------

void CanvasView::goTo(qint64 id)
{
    const CardItem *const card = m_scene->card(id);
    if (!card)
        return;
    m_scene->select({id});
    if (zoom() < readableZoom)
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

bool CanvasView::walk(int key, bool extends)
{
    qint64 next = 0;
    if (const qint64 current = currentId())
        next = neighbourOf(*m_scene, current, key);
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

void CanvasView::toggleBreakpoints()
{
    const QList<QGraphicsItem *> items = m_scene->selectedItems();
    for (const QGraphicsItem *item : items) {
        if (const auto *card = qgraphicsitem_cast<const CardItem *>(item))
            Q_EMIT breakpointToggled(card->id());
        else if (const auto *edge = qgraphicsitem_cast<const EdgeItem *>(item))
            Q_EMIT edgeBreakpointToggled(edge->from(), edge->outcome());
    }
}

QString CanvasView::titleOf(qint64 type) const
{
    const catalogue::ComponentType *const known = m_workbench.catalogue.find(type);
    return known ? catalogue::translated(known->title) : tr("Component %1").arg(type);
}

// Mouse -------------------------------------------------------------------------------------------------------------------

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const QPointF point = mapToScene(event->pos());
    if (m_pan->press(point, *event) || m_tool->press(point, *event))
        event->accept();
    else if (event->button() == Qt::LeftButton)
        QGraphicsView::mousePressEvent(event); // the rubber band
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF point = mapToScene(event->pos());
    if (!m_pan->move(point, *event) && !m_tool->move(point, *event))
        QGraphicsView::mouseMoveEvent(event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPointF point = mapToScene(event->pos());
    if (!m_pan->release(point, *event) && !m_tool->release(point, *event))
        QGraphicsView::mouseReleaseEvent(event);
}

void CanvasView::scrollBy(QPoint by)
{
    m_keepsFit = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
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
    QPoint by = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = QPoint(by.y(), 0);
    scrollBy(by);
    event->accept();
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        m_scene->selectAt(mapToScene(event->pos()));
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
        m_link->beginWithKeys(current, static_cast<qsizetype>(key - Qt::Key_1));
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

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(m_drop.takes(*event->mimeData()));
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(m_drop.hover(*event->mimeData(), mapToScene(event->position().toPoint())));
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_drop.leave();
    event->accept();
}

void CanvasView::dropEvent(QDropEvent *event)
{
    if (!m_drop.drop(*event->mimeData(), mapToScene(event->position().toPoint())))
        return event->ignore();
    setFocus(Qt::OtherFocusReason);
    event->acceptProposedAction();
}

// Painting ----------------------------------------------------------------------------------------------------------------

void CanvasView::paintEvent(QPaintEvent *event)
{
    if (!m_far->isShown()) {
        m_scene->bring(mapToScene(viewport()->rect()).boundingRect());
        return QGraphicsView::paintEvent(event);
    }
    // One picture instead of thousands of items.
    QPainter painter(viewport());
    painter.setTransform(viewportTransform());
    const QRectF part = mapToScene(viewport()->rect()).boundingRect();
    drawBackground(&painter, part);
    m_far->paint(painter, part);
    drawForeground(&painter, part);
}

void CanvasView::drawBackground(QPainter *painter, const QRectF &rect)
{
    paintGround(*painter, theme(), rect, zoom(), devicePixelRatioF());
}

void CanvasView::drawForeground(QPainter *painter, const QRectF &rect)
{
    Q_UNUSED(rect)
    m_tool->paint(*painter);
}

void CanvasView::setMinimapShown(bool isShown)
{
    m_hasMinimap = isShown;
    placeMinimap();
}

void CanvasView::placeMinimap()
{
    m_minimap->move(width() - m_minimap->width() - mapMargin, height() - m_minimap->height() - mapMargin);
    m_minimap->setVisible(m_hasMinimap && width() > 3 * m_minimap->width());
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
