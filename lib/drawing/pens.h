// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that the parts of the painter share.
#pragma once

#include <QPen>

namespace signalbox::drawing {

inline QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

inline QPen roundPen(const QColor &color, double width)
{
    return {QBrush(color), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace signalbox::drawing
