// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/selecttool.h"

#include "designer/canvas/canvasnotes.h"
#include "designer/canvas/canvasview.h"
#include "designer/canvas/linktool.h"
#include "designer/canvas/resizetool.h"

#include <QApplication>

namespace signalbox::designer {

namespace {

constexpr double snapReach = 6;     // device pixels
constexpr double endReach = 14;     // around an edge's end, scene units: there it is taken by this end
constexpr double alignRange = 1500; // cards further away do not attract
constexpr int unitsPerArrow = 1;    // of the platform, with Alt; a grid step without

} // namespace

bool SelectTool::press(QPointF point, const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const bool adds = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    CanvasScene &scene = m_view.canvas();
    if (!adds && pressPort(point))
        return true;
    CardItem *const card = scene.cardAt(point);
    if (!card)
        return (!adds && pressGrip(point)) || pressEdge(point, adds) || pressNote(point, adds);
    m_isPressed = true;
    m_isMoving = false;
    m_pressedAt = point;
    m_pressed = card->id();
    m_pressedNote.clear();
    m_selectsAlone = !adds && card->isSelected();
    if (adds)
        card->setSelected(!card->isSelected());
    else if (!card->isSelected())
        scene.select({card->id()});
    return true;
}

bool SelectTool::pressPort(QPointF point)
{
    const QList<QGraphicsItem *> items = m_view.canvas().items(point);
    for (const QGraphicsItem *item : items) {
        const auto *const card = qgraphicsitem_cast<const CardItem *>(item);
        if (!card)
            continue;
        if (const int port = card->geometry().portAt(point - card->pos()); port >= 0) {
            m_view.linkTool().begin(card->id(), card->card().ports[port].outcome, point);
            return true;
        }
        if (card->cardRect().contains(point))
            return false; // it covers what is below; beside it, its input may only reach over a neighbour's port
    }
    return false;
}

bool SelectTool::pressEdge(QPointF point, bool adds)
{
    CanvasScene &scene = m_view.canvas();
    EdgeItem *const edge = scene.edgeAt(point);
    if (!edge)
        return false;
    if (!adds) {
        const QPointF start = edge->path().pointAtPercent(0);
        const QPointF end = edge->path().currentPosition();
        if (QLineF(point, end).length() < endReach) {
            m_view.linkTool().begin(edge->from(), edge->outcome(), point);
            return true;
        }
        if (QLineF(point, start).length() < endReach) {
            m_view.linkTool().beginSource(edge->from(), edge->outcome(), edge->to(), point);
            return true;
        }
        scene.clearSelection();
    }
    edge->setSelected(!adds || !edge->isSelected());
    return true;
}

bool SelectTool::pressGrip(QPointF point)
{
    const QList<NoteItem *> notes = m_view.canvas().notes().selected();
    for (const NoteItem *note : notes) {
        if (note->gripRect().contains(point)) {
            m_view.notes().resizeTool().begin(note->id(), point);
            return true;
        }
    }
    return false;
}

bool SelectTool::pressNote(QPointF point, bool adds)
{
    CanvasScene &scene = m_view.canvas();
    NoteItem *const note = scene.notes().at(point);
    if (!note)
        return false;
    m_isPressed = true;
    m_isMoving = false;
    m_pressedAt = point;
    m_pressed = 0;
    m_pressedNote = note->id();
    m_selectsAlone = !adds && note->isSelected();
    if (adds)
        note->setSelected(!note->isSelected());
    else if (!note->isSelected())
        scene.select({}, {note->id()});
    return true;
}

bool SelectTool::move(QPointF point, const QMouseEvent &event)
{
    if (!(event.buttons() & Qt::LeftButton)) {
        hover(point);
        return false;
    }
    if (!m_isPressed)
        return false;
    if (!m_isMoving) {
        if ((m_view.mapFromScene(point) - m_view.mapFromScene(m_pressedAt)).manhattanLength() < QApplication::startDragDistance())
            return true;
        m_isMoving = true;
        m_moved = MovedSet::ofSelection(m_view.canvas());
    }
    drag(point, !m_view.snapsWith(event.modifiers()));
    return true;
}

void SelectTool::drag(QPointF point, bool isFree)
{
    CanvasScene &scene = m_view.canvas();
    const QPointF by = point - m_pressedAt;
    const QRectF moved = m_moved.rect(scene).translated(by);
    m_snap = {};
    if (!isFree) {
        const QRectF near = moved.adjusted(-alignRange, -alignRange, alignRange, alignRange);
        std::vector<QRectF> others;
        const QList<QGraphicsItem *> items = scene.items(near, Qt::IntersectsItemBoundingRect);
        for (const QGraphicsItem *item : items) {
            const auto *card = qgraphicsitem_cast<const CardItem *>(item);
            if (card && !m_moved.hasCard(card->id()))
                others.push_back(card->cardRect());
        }
        m_snap = snapTo(moved, others, m_view.theme().sizes().grid, snapReach / m_view.zoom());
    }
    m_by = by + m_snap.offset;
    m_moved.preview(scene, m_by);
    m_view.viewport()->update();
}

bool SelectTool::release(QPointF point, const QMouseEvent &event)
{
    Q_UNUSED(point)
    if (event.button() != Qt::LeftButton || !m_isPressed)
        return false;
    m_isPressed = false;
    if (!m_isMoving) {
        if (m_selectsAlone && m_pressedNote.isEmpty())
            m_view.canvas().select({m_pressed});
        else if (m_selectsAlone)
            m_view.canvas().select({}, {m_pressedNote});
        return true;
    }
    m_isMoving = false;
    m_snap = {};
    const MovedSet moved = std::exchange(m_moved, {});
    moved.preview(m_view.canvas(), {}); // the document says where they are from here on
    moved.move(m_view, m_by, {});       // each drag is a step of its own
    m_view.viewport()->update();
    return true;
}

bool SelectTool::key(const QKeyEvent &event)
{
    const bool isArrow = event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down;
    if (isArrow && event.modifiers() & Qt::ControlModifier) {
        const int step =
            event.modifiers() & Qt::AltModifier ? unitsPerArrow : static_cast<int>(m_view.theme().sizes().grid / drawing::canvasScale);
        const QPoint by(event.key() == Qt::Key_Left    ? -step
                        : event.key() == Qt::Key_Right ? step
                                                       : 0,
                        event.key() == Qt::Key_Up     ? -step
                        : event.key() == Qt::Key_Down ? step
                                                      : 0);
        if (const QString note = m_view.notes().current(); !note.isEmpty() && event.modifiers() & Qt::ShiftModifier) {
            m_view.notes().resizeTool().step(note, QPointF(by) * drawing::canvasScale);
            return true;
        }
        const MovedSet moved = MovedSet::ofSelection(m_view.canvas());
        moved.move(m_view, QPointF(by) * drawing::canvasScale,
                   QStringLiteral("move by keys ") + moved.key()); // the same, one after the other
        return !moved.isEmpty();
    }
    if (event.key() == Qt::Key_Escape) {
        if (m_isPressed)
            cancel();
        else
            m_view.canvas().clearSelection();
        return true;
    }
    return false;
}

void SelectTool::hover(QPointF point)
{
    CanvasScene &scene = m_view.canvas();
    CardItem *const card = scene.cardAt(point);
    if (CardItem *const before = scene.card(m_hovered); before && before != card)
        before->setHovered(false);
    m_hovered = card ? card->id() : 0;
    hoverNote(point, card);
    if (card)
        card->setHovered(true, card->geometry().portAt(point - card->pos()));
}

void SelectTool::hoverNote(QPointF point, const CardItem *card)
{
    const NoteLayer &notes = m_view.canvas().notes();
    if (notes.items().isEmpty() && m_hoveredNote.isEmpty())
        return;
    NoteItem *const note = card ? nullptr : notes.at(point);
    if (NoteItem *const before = notes.item(m_hoveredNote); before && before != note)
        before->setHovered(false);
    m_hoveredNote = note ? note->id() : QString();
    if (note)
        note->setHovered(true);
    if (note && note->isSelected() && note->gripRect().contains(point))
        m_view.viewport()->setCursor(Qt::SizeFDiagCursor);
    else if (m_view.viewport()->cursor().shape() == Qt::SizeFDiagCursor)
        m_view.viewport()->unsetCursor();
}

void SelectTool::paint(QPainter &painter) const
{
    if (m_snap.guides.isEmpty())
        return;
    painter.setPen(QPen(m_view.theme().color(drawing::Role::Accent), 0, Qt::DashLine));
    painter.drawLines(m_snap.guides);
}

void SelectTool::cancel()
{
    if (m_isMoving)
        m_moved.preview(m_view.canvas(), {});
    m_isPressed = false;
    m_isMoving = false;
    m_moved = {};
    m_snap = {};
    m_view.viewport()->update();
}

} // namespace signalbox::designer
