// SPDX-License-Identifier: GPL-3.0-or-later
// How a drawing is shared among pages of paper: on one, shrunk to half its size at most, or else on several that are read like text and
// laid side by side. Where one page ends, no card is cut where that can be. It computes only; who paints asks it for each page's part.
#pragma once

#include "core/result.h"

#include <QList>
#include <QRectF>

namespace signalbox::drawing {

class PrintPages final
{
public:
    static constexpr int most = 500;           ///< pages; more are a mistake rather than a wish
    static constexpr double readable = 0.5;    ///< the smallest scale
    static constexpr double unitsPerInch = 96; ///< of the drawing at scale 1

    /// room: what a page holds, in the drawing's units at scale 1. cards: what is not to be cut. Errors: empty (nothing to print), no_room,
    /// too_many.
    static core::Result<PrintPages> of(const QRectF &content, QSizeF room, const QList<QRectF> &cards = {});

    int count() const { return columns() * static_cast<int>(m_down.size() - 1); }
    int columns() const { return static_cast<int>(m_across.size()) - 1; }
    double scale() const { return m_scale; }
    /// What the page shows of the drawing: rows from above, each from the left. page: from 0 to count() - 1.
    QRectF part(int page) const;

private:
    PrintPages() = default;

    QList<double> m_across; // where columns of pages begin, and where the last one ends
    QList<double> m_down;
    double m_scale = 1;
};

} // namespace signalbox::drawing
