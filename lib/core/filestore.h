// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files, read with a limit and written all or nothing.
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace signalbox::core {

/// The content. Errors: file_not_found, not_a_file, unreadable, too_large (over limit bytes; nothing is read then).
Result<QByteArray> readFile(const QString &path, qint64 limit);

/// Replaces the file in one step (QSaveFile); on an error the old content stands and no part is left behind.
/// Errors: unwritable, disk_full.
Result<void> writeFile(const QString &path, QByteArrayView content);

} // namespace signalbox::core
