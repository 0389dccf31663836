// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes that the parts of a sheet share, and marks that change while a widget is shown. The look itself is the application's style.
#pragma once

#include "designer/shell/controlstyle.h"

#include <QWidget>

namespace signalbox::designer {

inline constexpr int sheetMargin = 12;
inline constexpr int sheetLabelWidth = 116; ///< of titles
inline constexpr int sheetGap = 12;         ///< between title and editor: the button that resets stands there
inline constexpr int sheetRowGap = 4;       ///< so that rows of controls are 36 pixels apart
inline constexpr int sheetNoteHeight = 16;  ///< a line of a note below an editor, at least

/// Marks a control by the severity of its worst problem ("error", "warning"), or not at all where that is empty.
void setMark(QWidget *control, const QString &severity);
/// A dynamic property that the style sheet looks at, changed while the widget may be shown.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);
/// Takes a widget away that may be the sender of what is going on: hidden and nameless now, gone when control is back in the event loop.
void retire(QWidget *widget);

} // namespace signalbox::designer
