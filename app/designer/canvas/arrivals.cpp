// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/arrivals.h"

#include "drawing/cardgeometry.h"

#include <algorithm>

namespace signalbox::designer {

void Arrivals::begin(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const drawing::Sizes &sizes)
{
    struct Kind {
        QRectF rect;
        QString family;
    };
    QHash<qint64, Kind> kinds;
    const auto kindOf = [&](qint64 number) {
        const auto known = kinds.constFind(number);
        if (known != kinds.constEnd())
            return *known;
        return *kinds.insert(
            number, {drawing::CardGeometry(drawing::cardOf(number, catalogue), sizes).rect(), drawing::cardOf(number, catalogue).family});
    };
    const qsizetype count = scenario.objectCount();
    m_cards.clear();
    m_cards.reserve(static_cast<std::size_t>(count));
    m_links.clear();
    m_links.reserve(static_cast<std::size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        const auto id = scenario.objectId(i);
        if (!id || scenario.indexOf(*id) != i)
            continue;
        const Kind kind = kindOf(scenario.objectType(i).value_or(0));
        m_cards.push_back({*id, kind.rect.translated(drawing::placeOf(scenario.object(i))), kind.family});
        m_links.push_back(*id);
    }
    std::reverse(m_cards.begin(), m_cards.end());
    std::reverse(m_links.begin(), m_links.end());
}

QRectF Arrivals::rect() const
{
    QRectF all;
    for (const Component &one : m_cards)
        all |= one.rect;
    return all;
}

QList<qint64> Arrivals::nextCards()
{
    QList<qint64> next;
    while (!m_cards.empty() && next.size() < cardsAtOnce) {
        next.append(m_cards.back().id);
        m_cards.pop_back();
    }
    return next;
}

QList<qint64> Arrivals::cardsIn(const QRectF &part)
{
    QList<qint64> there;
    std::erase_if(m_cards, [&](const Component &one) {
        const bool isThere = one.rect.intersects(part);
        if (isThere)
            there.append(one.id);
        return isThere;
    });
    return there;
}

QList<qint64> Arrivals::nextLinks()
{
    if (!m_cards.empty())
        return {};
    QList<qint64> next;
    while (!m_links.empty() && next.size() < linksAtOnce) {
        next.append(m_links.back());
        m_links.pop_back();
    }
    return next;
}

} // namespace signalbox::designer
