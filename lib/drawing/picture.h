// SPDX-License-Identifier: GPL-3.0-or-later
// A whole scenario as a picture: painted, or written as SVG, PNG or PDF.
#pragma once

#include "drawing/cardpainter.h"

#include <QIODevice>

namespace signalbox::drawing {

enum class PictureFormat : quint8 { Svg, Png, Pdf };

class Picture final
{
public:
    /// All must outlive it but the scenario.
    Picture(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, const Theme &theme);

    QRectF bounds() const; ///< on the canvas, with a margin
    void paint(QPainter &painter) const;
    /// Needs a QGuiApplication. Errors: empty (nothing to draw), too_large (PNG over 16,384 pixels a side), write.
    core::Result<void> write(QIODevice &device, PictureFormat format, double scale = 1) const;

private:
    const Theme &m_theme;
    QList<Card> m_cards;
    struct Line {
        QPainterPath path;
        QString outcome;
    };
    QList<Line> m_lines;
    QRectF m_bounds;
};

} // namespace signalbox::drawing
