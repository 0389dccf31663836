// SPDX-License-Identifier: GPL-3.0-or-later
// The kept profiles, for the program's life: read and written beside the interface thread, one thing after another. What stands in the file
// is cluster::ProfileStore's; this only keeps the last that it said.
#pragma once

#include "cluster/clustersession.h"

#include <QThreadPool>

#include <list>

namespace signalbox::designer {

class Profiles final : public QObject
{
    Q_OBJECT

public:
    /// Hears the end of what goes on whoever waits for it; not after this is gone.
    using Told = std::function<void(const core::Result<void> &)>;

    /// scheduler must outlive it.
    Profiles(QString path, core::Scheduler &scheduler);
    /// Waits for what is being read or written.
    ~Profiles() override;

    /// Reads the file; read() comes, in any case.
    void load();
    /// Adds one, or changes the one of this name, or the one of the name that it had before. Errors: those of cluster::ProfileStore::put,
    /// timeout.
    void put(const cluster::Profile &profile, const QString &nameBefore, Told told);
    /// Errors: those of cluster::ProfileStore::remove, timeout.
    void remove(const QString &name, Told told);

    bool isKnown() const { return m_isKnown; } ///< it has been read
    /// As last read or written, in the file's order.
    const QList<cluster::Profile> &all() const { return m_all; }
    const cluster::Profile *find(const QString &name) const;
    /// Why it could not be read last; without a code when it could.
    const core::Error &error() const { return m_error; }

Q_SIGNALS:
    /// One has another name; changed() comes next.
    void renamed(const QString &before, const QString &now);
    /// Read or written: all() and error() say what is there.
    void changed();

private:
    struct State {
        core::Result<void> result;
        QList<cluster::Profile> all;
        QString nameBefore; ///< of one that got another name
        QString nameNow;
    };
    using Task = std::function<core::Result<State>()>;
    /// told: null for reading.
    void run(Task task, QString late, Told told);

    const QString m_path;
    core::Scheduler &m_scheduler;
    bool m_isKnown = false;
    QList<cluster::Profile> m_all;
    core::Error m_error;
    std::list<cluster::Call<State>> m_running;
    QThreadPool m_thread;
};

} // namespace signalbox::designer
