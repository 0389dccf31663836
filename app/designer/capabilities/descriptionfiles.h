// SPDX-License-Identifier: GPL-3.0-or-later
// Files of capability descriptions beside a scenario: what they must be called, copying one there, taking one away. Knows no dialogs.
#pragma once

#include "core/result.h"

#include <QStringList>

namespace signalbox::designer {

/// What the file is to be called in a scenario's folder, so that it counts there: NAME.asyncapi.json, .yaml or .yml. Error: bad_name where
/// its suffix tells of neither JSON nor YAML.
core::Result<QString> descriptionName(const QString &file);

/// Copies a file that is a capability description into the folder; where it lies there already under the right name, nothing happens. The
/// path of the copy. Errors: as Capabilities::addFile (what cannot be read is not copied), bad_name, already_exists (unless overwrite),
/// errors of core::writeFile.
core::Result<QString> addDescription(const QString &folder, const QString &file, bool overwrite);

/// Into the trash, or where there is none, for good. Error: not_removed.
core::Result<void> removeDescription(const QString &path);

} // namespace signalbox::designer
