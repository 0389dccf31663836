// SPDX-License-Identifier: GPL-3.0-or-later
// The role svc of one node: runs stored scenarios with the machine, and takes their operations to the node that holds the connection.
// What runs is known to all by an id (svcscript_runtimes, platform.md §5).
#pragma once

#include "core/value.h"
#include "protocol/records.h"
#include "simulator/registrar.h"
#include "simulator/services.h"

#include <QMap>

namespace signalbox::simulator {

class Run;

class SvcHost final
{
public:
    using Done = std::function<void(const core::Result<core::Json> &variables)>;

    /// The longest that anybody waits for a scenario, and what one has that nobody waits for.
    static constexpr std::chrono::milliseconds longest = std::chrono::hours(24);

    /// folder: where its scenarios' temporary directories go, below the storage's root.
    SvcHost(const Services &services, const NodeName &name, QString folder);
    ~SvcHost();

    /// Starts a scenario by its code. done comes once when it was started, maybe from within the call: the local variables at its end as
    /// an object, or an error: timeout, aborted, failed. Errors: not_found, cannot_run and the like, too_many_runs.
    core::Result<protocol::RuntimeRecord> start(const QString &code, const QMap<int, core::Value> &startParams,
                                                std::chrono::milliseconds timeout, Done done);
    bool isRunning(const QString &id) const { return m_runs.contains(id); }
    /// Stops the scenario; its done comes with the error aborted. False when there is none with this id (any more).
    bool abort(const QString &id);
    /// Forgets all scenarios; nobody is told.
    void dropAll();
    int runCount() const { return static_cast<int>(m_runs.size()); }
    /// What runs here, in order of starting.
    QList<protocol::RuntimeRecord> runtimes() const;

private:
    struct Running {
        quint64 number = 0; // in order of starting
        protocol::RuntimeRecord record;
        std::shared_ptr<Run> run;
    };

    core::Error refusalOf(const QString &code, const core::Error &error) const;

    const Services &m_services;
    NodeName m_name;
    QString m_folder;
    quint64 m_last = 0;
    QHash<QString, Running> m_runs; // by id
};

} // namespace signalbox::simulator
