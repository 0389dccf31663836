// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures before the names of folders and scenario files, in the theme's colours and sharp at any scale.
#pragma once

#include "drawing/theme.h"

#include <QIcon>

namespace signalbox::designer {

enum class FileIcon : quint8 { Folder, Scenario };

QIcon fileIcon(FileIcon icon, const drawing::Theme &theme);

} // namespace signalbox::designer
