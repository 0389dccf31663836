// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers hear of one card, port, transition or note of a canvas.
#pragma once

#include "designer/canvas/canvasaccessible.h"

namespace signalbox::designer {

/// The caller registers it. It is valid while its item is there; the view must outlive it.
QAccessibleInterface *accessibleItem(CanvasView &view, const CanvasAccessible::Key &key);

} // namespace signalbox::designer
