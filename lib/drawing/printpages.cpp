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

constexpr double smallestRoom = 96; ///< a side of less than an inch holds no card that can be read

} // namespace

core::Result<PrintPages> PrintPages::of(const QRectF &content, QSizeF room)
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
    PrintPages pages;
    pages.m_columns = static_cast<int>(columns);
    pages.m_rows = static_cast<int>(rows);
    // As large as these pages allow.
    pages.m_scale = std::min({1.0, columns * room.width() / content.width(), rows * room.height() / content.height()});
    pages.m_part = room / pages.m_scale;
    pages.m_origin = {content.center().x() - columns * pages.m_part.width() / 2, content.top()};
    return pages;
}

QRectF PrintPages::part(int page) const
{
    Q_ASSERT(page >= 0 && page < count());
    const QPointF place(m_part.width() * (page % m_columns), m_part.height() * (page / m_columns));
    return {m_origin + place, m_part};
}

} // namespace signalbox::drawing
