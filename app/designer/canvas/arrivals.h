// SPDX-License-Identifier: GPL-3.0-or-later
// Components of a large document that are still to become items: what is known of each without its item, and whose turn it is. Makes no
// items itself.
#pragma once

#include "catalogue/catalogue.h"
#include "drawing/theme.h"
#include "scenario/scenario.h"

#include <QHash>
#include <QRectF>

#include <vector>

namespace signalbox::designer {

class Arrivals final
{
public:
    static constexpr qsizetype cardsAtOnce = 400; ///< few milliseconds
    static constexpr qsizetype linksAtOnce = 300; ///< of components, each with its transitions

    struct Component {
        qint64 id = 0;
        QRectF rect; ///< of its card
        QString family;
    };

    /// All of the document, cards first, then their transitions.
    void begin(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const drawing::Sizes &sizes);
    bool isEmpty() const { return m_cards.empty() && m_links.empty(); }
    /// Those without a card.
    const std::vector<Component> &waiting() const { return m_cards; }
    QRectF rect() const; ///< of all of them

    /// Those whose cards are to be made now.
    QList<qint64> nextCards();
    /// Before their turn: those that lie there, all or in part.
    QList<qint64> cardsIn(const QRectF &part);
    /// Those whose transitions are to be made now; once all cards are there.
    QList<qint64> nextLinks();

private:
    std::vector<Component> m_cards; // the next one last
    std::vector<qint64> m_links;    // likewise
};

} // namespace signalbox::designer
