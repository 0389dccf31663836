// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one folder of the disk: its folders and its scenario files. Slow disks are slow here: call it off the interface thread.
#pragma once

#include <QList>
#include <QString>

namespace signalbox::designer {

struct FolderEntry {
    QString name;
    bool isFolder = false;

    bool operator==(const FolderEntry &) const = default;
};

struct FolderListing {
    QList<FolderEntry> entries; ///< folders first, then by name as a person sorts
    QString fault;              ///< for a person: why there is nothing; empty when it was read
    bool isCut = false;         ///< there is more than the limit
};

inline constexpr qsizetype mostFolderEntries = 2000;

/// Hidden files and folders, links to folders, and folders that programs fill (builds, caches, packages) are left out; a *.json counts when
/// it looks like a scenario, be it broken, a *.scr always.
FolderListing readFolder(const QString &path, qsizetype limit = mostFolderEntries);

/// Whether a JSON text has what scenarios have. Only its beginning is looked at; it need not be valid.
bool looksLikeScenario(QByteArrayView text);

} // namespace signalbox::designer
