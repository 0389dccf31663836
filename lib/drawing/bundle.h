// SPDX-License-Identifier: GPL-3.0-or-later
// The files that come with this library as resources: themes and icons.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace signalbox::drawing {

/// A file that comes with the program, such as "themes/signalbox.json" (asserted).
QByteArray bundledFile(const QString &path);
/// Names of the files in resources/icons.
QStringList bundledIcons();

} // namespace signalbox::drawing
