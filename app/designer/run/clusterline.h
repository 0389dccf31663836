// SPDX-License-Identifier: GPL-3.0-or-later
// One run's way to the cluster: the shared connection, the files that the run names, the operations, and the tidying up after them.
#pragma once

#include "designer/live/livecluster.h"
#include "runner/remoteoperations.h"

namespace signalbox::designer {

class ClusterLine final
{
public:
    /// files: with its categories; what the run brings here lies in it as long as this lives.
    ClusterLine(LiveCluster::Connection connection, std::unique_ptr<runner::LocalFiles> files);
    ClusterLine(const ClusterLine &) = delete;
    ClusterLine &operator=(const ClusterLine &) = delete;

    runner::RemoteOperations &operations() { return m_operations; }
    const LiveCluster::Connection &connection() const { return m_connection; }

    /// Removes what the run left on the cluster; once. done: later, this may go from within it. warning: what could not be removed.
    void close(std::function<void(const QString &warning)> done);

private:
    LiveCluster::Connection m_connection;
    std::unique_ptr<runner::LocalFiles> m_files;
    runner::RemoteOperations m_operations;
    cluster::Call<int> m_sweep;
    cluster::Call<void> m_closing;
    core::Deadline m_turn;
};

} // namespace signalbox::designer
