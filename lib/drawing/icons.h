// SPDX-License-Identifier: GPL-3.0-or-later
// The symbols of component types: lines, read once from resources/icons/NUMBER.svg (paths of M, L, H, V, C, S, Z and their small letters).
#pragma once

#include <QPainterPath>

namespace signalbox::drawing {

/// The side of the square that a symbol is drawn in, and the width of its lines there.
inline constexpr double iconSide = 18;
inline constexpr double iconStroke = 1.8;

/// The symbol, to be stroked with round caps and joins; empty where the type has none. May be called from any thread.
QPainterPath iconPath(qint64 type);

/// What the "d" of an SVG path draws; empty where it holds anything else than the above.
QPainterPath pathFromSvg(QStringView d);

} // namespace signalbox::drawing
