// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of lists that paint themselves have in common: the ground that shows selection, pointer and focus, and a heading's font.
#pragma once

#include "drawing/theme.h"

#include <QStyleOptionViewItem>

class QPainter;

namespace signalbox::designer {

void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const drawing::Theme &theme);
QFont headingFont(const drawing::Theme &theme);

} // namespace signalbox::designer
