// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing secrets without telling by the time how much of one was right.
#pragma once

#include <QByteArrayView>

namespace signalbox::simulator {

/// Takes the same time wherever the first difference is.
bool sameSecret(QByteArrayView given, QByteArrayView secret);

} // namespace signalbox::simulator
