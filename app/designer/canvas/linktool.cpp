// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/linktool.h"

#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/canvasview.h"
#include "designer/canvas/neighbour.h"
#include "designer/canvas/selecttool.h"

#include <QApplication>

namespace signalbox::designer {

void LinkTool::start(qint64 from, const QString &outcome, QPointF point)
{
    m_from = from;
    m_outcome = outcome;
    m_point = m_begun = point;
    m_candidate = 0;
    m_candidatePort = -1;
    m_hasKeys = false;
    if (EdgeItem *const edge = m_view.canvas().edge(from, outcome))
        edge->setFaded(true);
    m_view.useTool(*this);
}

void LinkTool::begin(qint64 from, const QString &outcome, QPointF point)
{
    m_end = End::Target;
    start(from, outcome, point);
}

void LinkTool::beginSource(qint64 from, const QString &outcome, qint64 target, QPointF point)
{
    m_end = End::Source;
    m_target = target;
    start(from, outcome, point);
}

void LinkTool::beginWithKeys(qint64 from, qsizetype port)
{
    const CardItem *const card = m_view.canvas().card(from);
    if (card && port < card->card().ports.size())
        beginWithKeys(from, card->card().ports.at(port).outcome);
}

void LinkTool::beginWithKeys(qint64 from, const QString &outcome)
{
    CanvasScene &scene = m_view.canvas();
    const CardItem *const card = scene.card(from);
    const int port = card ? card->portOf(outcome) : -1;
    if (port < 0)
        return;
    m_end = End::Target;
    start(from, outcome, card->portPoint(port));
    m_hasKeys = true;
    const EdgeItem *const edge = scene.edge(from, outcome);
    qint64 first = edge ? edge->to() : 0;
    for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Left, Qt::Key_Right}) {
        if (first == 0 || first == from)
            first = neighbourOf(m_view.canvas(), from, key);
    }
    setCandidate(first);
}

/// While keys choose: where the transition would lead, for the eye and for the ear.
void LinkTool::tellCandidate() const
{
    const CanvasScene &scene = m_view.canvas();
    const CardItem *const card = scene.card(m_from);
    const CardItem *const candidate = scene.card(m_candidate);
    if (!card || card->portOf(m_outcome) < 0)
        return; // the document has changed under the hands
    const QString port = card->card().ports[card->portOf(m_outcome)].title;
    Q_EMIT m_view.notice(candidate
                             ? CanvasView::tr("“%1” to “%2”? Arrows choose another, Enter sets it, Delete unsets it, Escape leaves it")
                                   .arg(port, candidate->card().name)
                             : CanvasView::tr("There is nothing that “%1” could lead to. Delete unsets it, Escape leaves it").arg(port));
    if (candidate)
        CanvasAccessible::tellFocus(m_view, m_candidate);
}

void LinkTool::setCandidate(qint64 id)
{
    CanvasScene &scene = m_view.canvas();
    if (CardItem *const before = scene.card(m_candidate))
        before->setDropTarget(false);
    m_candidate = id;
    CardItem *const card = scene.card(id);
    if (card) {
        card->setDropTarget(true);
        if (m_hasKeys) {
            m_point = card->inputPoint();
            m_view.ensureVisible(card->cardRect());
        }
    }
    if (m_hasKeys)
        tellCandidate();
    m_view.viewport()->update();
}

void LinkTool::follow(QPointF point)
{
    m_point = point;
    CardItem *const card = m_view.canvas().cardAt(point);
    m_candidatePort = -1;
    qint64 candidate = 0;
    if (card && m_end == End::Target && card->card().hasInput)
        candidate = card->id();
    if (card && m_end == End::Source) {
        m_candidatePort = card->geometry().portAt(point - card->pos());
        candidate = m_candidatePort >= 0 ? card->id() : 0;
    }
    setCandidate(candidate);
}

bool LinkTool::press(QPointF point, const QMouseEvent &event)
{
    Q_UNUSED(event)
    if (m_hasKeys) {
        follow(point);
        finish(point);
    }
    return true;
}

bool LinkTool::move(QPointF point, const QMouseEvent &event)
{
    if (m_hasKeys && event.buttons() == Qt::NoButton)
        return true;
    follow(point);
    return true;
}

bool LinkTool::release(QPointF point, const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_hasKeys)
        return true;
    const QPoint way = m_view.mapFromScene(point) - m_view.mapFromScene(m_begun);
    if (way.manhattanLength() < QApplication::startDragDistance()) {
        click();
        return true;
    }
    follow(point);
    finish(point);
    return true;
}

/// Nothing was drawn: a click on a port is one on its card, one on an end of a transition is one on that.
void LinkTool::click()
{
    CanvasScene &scene = m_view.canvas();
    const CardItem *const card = scene.card(m_from);
    EdgeItem *const edge = scene.edge(m_from, m_outcome);
    const bool isAtPort = m_end == End::Target && card && card->geometry().portAt(m_begun - card->pos()) >= 0;
    const qint64 from = m_from;
    end();
    scene.select(isAtPort ? QList<qint64>{from} : QList<qint64>());
    if (edge && !isAtPort)
        edge->setSelected(true);
}

void LinkTool::finish(QPointF point)
{
    editing::EditSession &session = m_view.session();
    const CardItem *const card = m_view.canvas().card(m_candidate);
    const qint64 from = m_from;
    const QString outcome = m_outcome;
    const bool isSource = m_end == End::Source;
    const qint64 target = m_target;
    const CardItem *const origin = m_view.canvas().card(from);
    const int port = origin ? origin->portOf(outcome) : -1;
    // A drop where it began draws nothing.
    const bool isAtItsPort = port >= 0 && !isSource && QLineF(origin->portPoint(port), point).length() < m_view.theme().sizes().portRow;
    const int candidatePort = m_candidatePort;
    end();
    if (isSource) {
        if (!card || candidatePort < 0)
            return;
        const editing::EditSession::Gesture gesture(session, [] { return CanvasView::tr("Plug a transition elsewhere"); });
        const QString newOutcome = card->card().ports[candidatePort].outcome;
        if (card->id() == from && newOutcome == outcome)
            return;
        if (session.link({from, outcome, {}}) && session.link({card->id(), newOutcome, target}))
            m_view.canvas().clearSelection();
        return;
    }
    if (card && card->id() == from && isAtItsPort)
        return;
    if (card) {
        const editing::EditSession::Gesture gesture(session, [] { return CanvasView::tr("Set a transition"); });
        if (const auto linked = session.link({from, outcome, card->id()}); !linked)
            Q_EMIT m_view.notice(linked.error().message);
        return;
    }
    if (!isAtItsPort)
        Q_EMIT m_view.nextWanted(from, outcome, point);
}

void LinkTool::end()
{
    if (EdgeItem *const edge = m_view.canvas().edge(m_from, m_outcome))
        edge->setFaded(false);
    if (std::exchange(m_hasKeys, false)) {
        Q_EMIT m_view.notice({});
        CanvasAccessible::tellFocus(m_view, m_from);
    }
    setCandidate(0);
    m_view.useTool(m_view.selectTool());
}

void LinkTool::cancel()
{
    end();
}

bool LinkTool::key(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (const qint64 next = neighbourOf(m_view.canvas(), m_candidate ? m_candidate : m_from, event.key()); m_hasKeys && next)
            setCandidate(next);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hasKeys && m_candidate)
            finish(m_point);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
        const qint64 from = m_from;
        const QString outcome = m_outcome;
        end();
        const editing::EditSession::Gesture gesture(m_view.session(), [] { return CanvasView::tr("Unset a transition"); });
        if (const auto unset = m_view.session().link({from, outcome, {}}); !unset)
            Q_EMIT m_view.notice(unset.error().message);
        return true;
    }
    default:
        return true; // nothing else while an edge is drawn
    }
}

void LinkTool::paint(QPainter &painter) const
{
    const CanvasScene &scene = m_view.canvas();
    const CardItem *const from = scene.card(m_from);
    if (!from)
        return;
    const int port = from->portOf(m_outcome);
    const CardItem *const target = scene.card(m_end == End::Source ? m_target : m_candidate);
    QPointF start = port >= 0 ? from->portPoint(port) : from->cardRect().center();
    QPointF end = target ? target->inputPoint() : m_point;
    if (m_end == End::Source) {
        const CardItem *const candidate = scene.card(m_candidate);
        start = candidate && m_candidatePort >= 0 ? candidate->portPoint(m_candidatePort) : m_point;
    }
    drawing::EdgeState state;
    state.isSelected = true;
    drawing::CardPainter(m_view.theme()).paintEdge(painter, drawing::looseEdgePath(start, end), m_outcome, state);
}

} // namespace signalbox::designer
