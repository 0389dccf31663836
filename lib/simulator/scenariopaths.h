// SPDX-License-Identifier: GPL-3.0-or-later
// Paths as scenarios write them (platform.md §4): a category, then a path within it. Only the target custom and the scenario's own
// temporary directory hold files here.
#pragma once

#include "simulator/filearea.h"

namespace signalbox::simulator {

struct SourceFile {
    QString path; ///< on the host
    QString name; ///< base name
};

/// The file that a path names. Errors: bad_argument (no category, "." or ".." in it), file_not_found.
core::Result<SourceFile> resolvePath(const QString &path, const FileArea &custom, const FileArea *temp);

/// The path of a file in the scenario's own temporary directory.
QString tempPath(const QString &name);

} // namespace signalbox::simulator
