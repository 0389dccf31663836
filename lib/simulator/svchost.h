// SPDX-License-Identifier: GPL-3.0-or-later
// The role svc of one node: runs stored scenarios with the machine, and takes their operations to the node that holds the connection.
#pragma once

#include "core/value.h"
#include "simulator/services.h"

#include <QMap>

#include <unordered_map>

namespace signalbox::simulator {

class Run;

class SvcHost final
{
public:
    using Done = std::function<void(const core::Result<core::Json> &variables)>;

    /// folder: where its scenarios' temporary directories go, below the storage's root.
    SvcHost(const Services &services, QString folder);
    ~SvcHost();

    /// Starts a scenario by its code; done comes once, maybe from within the call: the local variables at its end as an object. Errors:
    /// not_found, cannot_run and the like, too_many, timeout, aborted, failed.
    quint64 start(const QString &code, const QMap<int, core::Value> &startParams, std::chrono::milliseconds timeout, Done done);
    bool isRunning(quint64 run) const;
    /// Stops the scenario; its done comes with the error aborted. An unknown one is ignored.
    void abort(quint64 run);
    /// Forgets all scenarios; nobody is told.
    void dropAll();
    int runCount() const { return static_cast<int>(m_runs.size()); }

private:
    const Services &m_services;
    QString m_folder;
    quint64 m_last = 0;
    std::unordered_map<quint64, std::shared_ptr<Run>> m_runs;
};

} // namespace signalbox::simulator
