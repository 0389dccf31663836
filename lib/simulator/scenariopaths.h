// SPDX-License-Identifier: GPL-3.0-or-later
// Paths as scenarios write them (platform.md §4): a category, then a path within it. The targets custom and files and the scenario's own
// temporary directory hold files here.
#pragma once

#include "simulator/targets.h"

namespace signalbox::simulator {

struct SourceFile {
    QString path; ///< on the host
    QString name; ///< base name
};

/// The file that a path names. Errors: bad_argument (no category, "." or ".." in it), file_not_found.
core::Result<SourceFile> resolvePath(const QString &path, const Targets &targets, const FileArea *temp, const core::Dialect &dialect);

/// The path of a file in the scenario's own temporary directory.
QString tempPath(const QString &name, const core::Dialect &dialect);

} // namespace signalbox::simulator
