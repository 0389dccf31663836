// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/clusterline.h"

namespace signalbox::designer {

ClusterLine::ClusterLine(LiveCluster::Connection connection, std::unique_ptr<runner::LocalFiles> files)
    : m_connection(std::move(connection)), m_files(std::move(files)),
      m_operations(m_connection->access(), m_connection->surroundings(), *m_files)
{
    // What crashed sessions left; beside the run. The embedded cluster is as new as this program.
    if (m_connection->choice().kind != ClusterChoice::Kind::Simulated) {
        m_sweep = m_operations.sweep();
        m_sweep->start([](const core::Result<int> &) {});
    }
}

void ClusterLine::close(std::function<void(const QString &)> done)
{
    m_sweep.reset();
    m_closing = m_operations.close();
    m_closing->start([this, done = std::move(done)](const core::Result<void> &result) {
        // Operations must not go from within their own answer.
        m_turn.arm(m_connection->surroundings().scheduler, std::chrono::milliseconds(0),
                   [done, warning = result ? QString() : result.error().message] { done(warning); });
    });
}

} // namespace signalbox::designer
