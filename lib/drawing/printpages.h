// SPDX-License-Identifier: GPL-3.0-or-later
// How a drawing is shared among pages of paper: on one, shrunk to half its size at most, or else on several that are read like text. It
// computes only; who paints asks it for each page's part.
#pragma once

#include "core/result.h"

#include <QRectF>

namespace signalbox::drawing {

class PrintPages final
{
public:
    static constexpr int most = 500;           ///< pages; more are a mistake rather than a wish
    static constexpr double readable = 0.5;    ///< the smallest scale
    static constexpr double unitsPerInch = 96; ///< of the drawing at scale 1

    /// room: what a page holds, in the drawing's units at scale 1. Errors: empty (nothing to print), no_room, too_many.
    static core::Result<PrintPages> of(const QRectF &content, QSizeF room);

    int count() const { return m_columns * m_rows; }
    int columns() const { return m_columns; }
    double scale() const { return m_scale; }
    /// What the page shows of the drawing: rows from above, each from the left. page: from 0 to count() - 1.
    QRectF part(int page) const;

private:
    PrintPages() = default;

    QPointF m_origin;
    QSizeF m_part;
    double m_scale = 1;
    int m_columns = 1;
    int m_rows = 1;
};

} // namespace signalbox::drawing
