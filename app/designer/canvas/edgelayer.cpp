// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/edgelayer.h"

#include "scenario/graph.h"

namespace signalbox::designer {

namespace {

constexpr double obstacleReach = 40; // how far beside its ends' rectangle a curve's obstacles are looked for

} // namespace

EdgeItem *EdgeLayer::edge(qint64 from, QStringView outcome) const
{
    const QList<EdgeItem *> edges = m_from.value(from);
    const auto found = std::find_if(edges.begin(), edges.end(), [outcome](const EdgeItem *edge) { return edge->outcome() == outcome; });
    return found == edges.end() ? nullptr : *found;
}

void EdgeLayer::forget()
{
    m_from.clear();
    m_to.clear();
    m_jumps.clear();
}

void EdgeLayer::drop(qint64 id)
{
    const QList<EdgeItem *> outgoing = m_from.take(id);
    for (EdgeItem *edge : outgoing) {
        m_to[edge->to()].removeOne(edge);
        delete edge;
    }
    const QList<EdgeItem *> incoming = m_to.take(id);
    for (EdgeItem *edge : incoming) {
        m_from[edge->from()].removeOne(edge);
        delete edge;
    }
}

bool EdgeLayer::link(qint64 from)
{
    const CardItem *const card = m_cards.value(from);
    if (!card)
        return false;
    QHash<QString, EdgeItem *> known;
    const QList<EdgeItem *> before = m_from.value(from);
    for (EdgeItem *edge : before)
        known.insert(edge->outcome() + u'\n' + QString::number(edge->to()), edge);
    QList<EdgeItem *> now;
    bool isOther = false;
    for (const drawing::CardPort &port : card->card().ports) {
        if (!port.target || !m_cards.contains(*port.target))
            continue;
        EdgeItem *edge = known.isEmpty() ? nullptr : known.take(port.outcome + u'\n' + QString::number(*port.target));
        const bool isNew = !edge;
        if (isNew) {
            edge = new EdgeItem(m_theme, from, port.outcome, *port.target);
            m_to[*port.target].append(edge);
        }
        now.append(edge);
        route(*edge);
        if (isNew) // with its curve: in the scene it would be placed twice
            m_scene.addItem(edge);
        isOther = isOther || isNew;
    }
    isOther = isOther || !known.isEmpty();
    for (EdgeItem *edge : std::as_const(known)) {
        m_to[edge->to()].removeOne(edge);
        delete edge;
    }
    m_from.insert(from, now);
    return isOther;
}

void EdgeLayer::route(EdgeItem &edge)
{
    const CardItem *const from = m_cards.value(edge.from());
    const CardItem *const to = m_cards.value(edge.to());
    const int port = from->portOf(edge.outcome());
    if (!to || port < 0)
        return;
    edge.setPath(pathBetween(*from, from->portPoint(port), *to));
}

QPainterPath EdgeLayer::pathBetween(const CardItem &from, QPointF start, const CardItem &to) const
{
    const QPointF end = to.inputPoint();
    std::vector<QRectF> obstacles;
    if (m_cards.size() <= fewCards) {
        const QRectF between = QRectF(start, end).normalized().adjusted(-obstacleReach, -obstacleReach, obstacleReach, obstacleReach);
        for (const CardItem *card : std::as_const(m_cards)) {
            if (card != &from && card != &to && card->cardRect().intersects(between))
                obstacles.push_back(card->cardRect());
        }
    }
    return drawing::edgePath(start, end, from.cardRect(), to.cardRect(), obstacles);
}

bool EdgeLayer::linkJumps(const scenario::Scenario &scenario, const core::Dialect &dialect)
{
    const auto cardOf = [this, &scenario](qsizetype index) {
        const auto id = scenario.objectId(index);
        return id && scenario.indexOf(*id) == index ? m_cards.value(*id) : nullptr;
    };
    QHash<qint64, JumpItem *> known = std::exchange(m_jumps, {});
    bool isOther = false;
    const QList<scenario::Jump> wanted = scenario::Graph::jumps(scenario, dialect);
    for (const scenario::Jump &jump : wanted) {
        const CardItem *const from = cardOf(jump.from);
        const CardItem *const to = cardOf(jump.to);
        if (!from || !to)
            continue;
        JumpItem *item = known.value(from->id());
        if (item && item->to() == to->id()) {
            known.remove(from->id());
        } else {
            item = new JumpItem(m_theme, from->id(), to->id());
            m_scene.addItem(item);
            isOther = true;
        }
        m_jumps.insert(from->id(), item);
        item->setPath(pathBetween(*from, from->exitPoint(), *to));
    }
    isOther = isOther || !known.isEmpty();
    qDeleteAll(known);
    return isOther;
}

void EdgeLayer::routeTo(qint64 id)
{
    const QList<EdgeItem *> in = m_to.value(id);
    for (EdgeItem *edge : in)
        route(*edge);
}

void EdgeLayer::routeMoved(const QHash<qint64, QPointF> &places)
{
    for (auto place = places.begin(); place != places.end(); ++place) {
        const QList<EdgeItem *> out = m_from.value(place.key());
        for (EdgeItem *edge : out)
            route(*edge);
        routeTo(place.key());
    }
    for (JumpItem *jump : std::as_const(m_jumps)) {
        const CardItem *const from = m_cards.value(jump->from());
        if (places.contains(jump->from()) || places.contains(jump->to()))
            jump->setPath(pathBetween(*from, from->exitPoint(), *m_cards.value(jump->to())));
    }
}

} // namespace signalbox::designer
