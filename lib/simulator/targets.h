// SPDX-License-Identifier: GPL-3.0-or-later
// The file targets that all nodes of a cluster share (platform.md §4): custom, files and www, each one flat directory. websocktemp is
// none of them: it is a node's and a session's.
#pragma once

#include "simulator/filearea.h"

namespace signalbox::simulator {

class Targets final
{
public:
    explicit Targets(Storage &storage);

    /// By the name that it has in the REST API; nullptr when there is none.
    FileArea *find(const QString &name);
    /// The file that a scenario's path names: ":SYNC_COMMON/custom/…" or ":SYNC_DOMAIN/data/files/…"; nullptr when there is none.
    const FileArea::Entry *resolve(const QString &scenarioPath) const;
    const FileArea &www() const { return m_www; }

private:
    FileArea m_custom;
    FileArea m_files;
    FileArea m_www;
};

} // namespace signalbox::simulator
