// SPDX-License-Identifier: GPL-3.0-or-later
// The files that come with this library as resources: component.schema.json and the descriptions.
#pragma once

#include <QByteArray>
#include <QList>

namespace signalbox::catalogue {

QByteArray bundledSchema();
/// By file name.
QList<QByteArray> bundledDescriptions();

} // namespace signalbox::catalogue
