// SPDX-License-Identifier: GPL-3.0-or-later
// Where a new key goes among those that are there: as the platform writes them, position and type before the properties in the
// catalogue's order, name and info behind. Keys that are there never move.
#pragma once

#include "catalogue/componenttype.h"

namespace signalbox::editing {

/// Position for a new key among an object's members; type may be null.
qsizetype placeOfKey(const core::Json &object, const catalogue::ComponentType *type, QStringView key);
/// The same for a member of the entity around the script data.
qsizetype placeOfEntityKey(const core::Json &entity, QStringView key);
/// The object with a property's value, a new key at its place.
core::Json withProperty(core::Json object, const catalogue::ComponentType *type, const QString &key, const core::Json &value);
/// Whether every object may have this key, whatever its component.
bool isCommonKey(QStringView key);

} // namespace signalbox::editing
