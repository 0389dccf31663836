// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns as for file names: * stands for any characters, ? for one. Linear in practice, at worst the product of both lengths.
#pragma once

#include <QStringView>

namespace signalbox::peering {

bool matchesGlob(QStringView pattern, QStringView text);

} // namespace signalbox::peering
