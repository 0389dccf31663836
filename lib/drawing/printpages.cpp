// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/printpages.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(signalbox::drawing::PrintPages)
};

using Spans = QList<std::pair<double, double>>;

constexpr double scaleStep = 0.97;
constexpr double rim = 10;          ///< around a card: its ports and its shadow
constexpr double leastFilled = 0.5; ///< of a page: an earlier end is not looked for

/// Where pages of this length begin, and where the last one ends. They end before what they would cut, where that leaves them half full at
/// least.
QList<double> breaks(double from, double to, double length, const Spans &whole)
{
    QList<double> places{from};
    while (places.last() + length < to - 1e-6) {
        const double full = places.last() + length;
        const double least = places.last() + length * leastFilled;
        double end = full;
        for (bool isCut = true; isCut && end >= least;) {
            double before = end;
            for (const auto &[first, last] : whole) {
                if (first < end && last > end)
                    before = std::min(before, first);
            }
            isCut = before < end;
            end = before;
        }
        places.append(end >= least && end > places.last() ? end : full);
    }
    places.append(places.last() + length);
    return places;
}

constexpr double smallestRoom = 96; ///< a side of less than an inch holds no card that can be read

} // namespace

core::Result<PrintPages> PrintPages::of(const QRectF &content, QSizeF room, const QList<QRectF> &cards)
{
    if (content.isEmpty())
        return core::fail(u"empty"_s, Text::tr("There is nothing to print: the scenario has no components."));
    if (!(std::min(room.width(), room.height()) >= smallestRoom))
        return core::fail(u"no_room"_s, Text::tr("The paper leaves no room to print on. Choose larger paper or smaller margins."));
    const auto pagesFor = [](double length, double pageLength) {
        return std::max(1.0, std::ceil(length * readable / pageLength - 1e-9));
    };
    const double columns = pagesFor(content.width(), room.width());
    const double rows = pagesFor(content.height(), room.height());
    if (!(columns * rows <= most)) {
        return core::fail(u"too_many"_s,
                          Text::tr("The drawing would take %1 pages at half its size; at most %2 are printed. Tidy it, choose "
                                   "larger paper, or export a picture.")
                              .arg(columns * rows, 0, 'f', 0)
                              .arg(most));
    }
    Spans across;
    Spans down;
    for (const QRectF &card : cards) {
        across.append({card.left() - rim, card.right() + rim});
        down.append({card.top() - rim, card.bottom() + rim});
    }
    // As large as these pages allow, and where cards would be cut, a little smaller.
    PrintPages pages;
    pages.m_scale = std::min({1.0, columns * room.width() / content.width(), rows * room.height() / content.height()});
    const auto lay = [&] {
        const QSizeF part = room / pages.m_scale;
        const double free = breaks(content.left(), content.right(), part.width(), across).last() - content.right();
        pages.m_across = breaks(content.left() - free / 2, content.right(), part.width(), across); // in the middle
        pages.m_down = breaks(content.top(), content.bottom(), part.height(), down);
    };
    lay();
    while (pages.count() > static_cast<int>(columns * rows) && pages.m_scale * scaleStep >= readable) {
        pages.m_scale *= scaleStep;
        lay();
    }
    if (pages.count() > most) { // only just: then some are cut
        across.clear();
        down.clear();
        lay();
    }
    return pages;
}

QRectF PrintPages::part(int page) const
{
    Q_ASSERT(page >= 0 && page < count());
    const int column = page % columns();
    const int row = page / columns();
    return {QPointF(m_across.at(column), m_down.at(row)), QPointF(m_across.at(column + 1), m_down.at(row + 1))};
}

} // namespace signalbox::drawing
