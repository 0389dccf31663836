// SPDX-License-Identifier: GPL-3.0-or-later
// The media type of a public file, by its name's extension. A table of our own: the same on every machine.
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox::simulator {

/// "application/octet-stream" where the extension says nothing.
QByteArray contentTypeOf(const QString &fileName);

} // namespace signalbox::simulator
