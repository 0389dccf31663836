// SPDX-License-Identifier: GPL-3.0-or-later
// Temporary links of one node (platform.md §4): a file under a random name, for anybody who knows it, for five minutes.
#pragma once

#include "core/clock.h"
#include "core/dialect.h"
#include "core/random.h"
#include "core/scheduler.h"
#include "simulator/filearea.h"

namespace signalbox::simulator {

class TempLinks final
{
public:
    struct Link {
        QString name; ///< the original one
        FileArea::Entry file;
    };

    TempLinks(Storage &storage, const QString &directory, const core::Dialect &dialect, const core::Clock &clock,
              core::Scheduler &scheduler, core::Random &random);
    ~TempLinks();

    /// The relative URL. Errors: those of FileArea::copyIn, too_large (too many links).
    core::Result<QString> place(const QString &sourcePath, const QString &name);
    /// path is the URL's path. Nothing when there is none or its time is over.
    std::optional<Link> find(const QString &path) const;
    /// All are gone, with their files.
    void clear();

private:
    struct Known {
        QString name;
        qint64 expiresMs = 0;
        core::Scheduler::Token timer = 0;
    };

    FileArea m_files;
    const core::Dialect &m_dialect;
    const core::Clock &m_clock;
    core::Scheduler &m_scheduler;
    core::Random &m_random;
    QHash<QString, Known> m_links; // by stored name: hexadecimal digits and extension
};

} // namespace signalbox::simulator
