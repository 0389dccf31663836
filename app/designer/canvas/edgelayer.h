// SPDX-License-Identifier: GPL-3.0-or-later
// The transitions and jumps of a scene: an item for each that leads from a card to a card, with its curve. Follows when it is told to;
// changes no document.
#pragma once

#include "core/dialect.h"
#include "designer/canvas/carditem.h"
#include "designer/canvas/edgeitem.h"
#include "designer/canvas/jumpitem.h"
#include "scenario/scenario.h"

#include <QGraphicsScene>
#include <QHash>

namespace signalbox::designer {

class EdgeLayer final
{
public:
    using Cards = QHash<qint64, CardItem *>;
    static constexpr qsizetype fewCards = 400; ///< up to so many, curves look for a way around cards, and all follows a drag

    /// All must outlive it; cards are the scene's.
    EdgeLayer(QGraphicsScene &scene, const drawing::Theme &theme, const Cards &cards) : m_scene(scene), m_theme(theme), m_cards(cards) {}

    const QHash<qint64, QList<EdgeItem *>> &all() const { return m_from; } ///< by where they begin
    const QHash<qint64, JumpItem *> &jumps() const { return m_jumps; }     ///< by the goto
    QList<EdgeItem *> from(qint64 id) const { return m_from.value(id); }
    QList<EdgeItem *> to(qint64 id) const { return m_to.value(id); }
    EdgeItem *edge(qint64 from, QStringView outcome) const;

    /// As the card's ports have it. True when a transition came or went.
    bool link(qint64 from);
    /// Those that begin or end at this card, before it goes.
    void drop(qint64 id);
    /// As the document's labels have it. True when a jump came or went.
    bool linkJumps(const scenario::Scenario &scenario, const core::Dialect &dialect);
    /// The curves that end there.
    void routeTo(qint64 id);
    /// All curves of these cards, which have moved on the screen.
    void routeMoved(const QHash<qint64, QPointF> &places);
    /// The scene has deleted its items.
    void forget();

private:
    void route(EdgeItem &edge);
    QPainterPath pathBetween(const CardItem &from, QPointF start, const CardItem &to) const;

    QGraphicsScene &m_scene;
    const drawing::Theme &m_theme;
    const Cards &m_cards;
    QHash<qint64, QList<EdgeItem *>> m_from;
    QHash<qint64, QList<EdgeItem *>> m_to;
    QHash<qint64, JumpItem *> m_jumps;
};

} // namespace signalbox::designer
