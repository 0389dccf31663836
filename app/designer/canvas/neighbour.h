// SPDX-License-Identifier: GPL-3.0-or-later
// Where an arrow key leads to on a canvas.
#pragma once

#include <QtGlobal>

namespace signalbox::designer {

class CanvasScene;

/// The nearest card in this direction (an arrow key), or 0. Right goes along the first transition that is set, left along one back.
qint64 neighbourOf(const CanvasScene &scene, qint64 id, int key);

} // namespace signalbox::designer
