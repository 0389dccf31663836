// SPDX-License-Identifier: GPL-3.0-or-later
// Operations of component 144 on a cluster, each run there by a carrier scenario (platform.md §6), and whole scenarios that the cluster
// runs itself: local files are staged first, what was put on the cluster is removed again. Hosts no scenario (RunController) and holds no
// session (cluster::ClusterSession).
#pragma once

#include "runner/carrierpool.h"
#include "runner/localfiles.h"
#include "runner/operationport.h"
#include "runner/wholescenario.h"

#include <QSet>

namespace signalbox::runner {

class RemoteOperations final : public OperationPort
{
public:
    /// All of them must outlive this, and this must outlive its calls; it must not be destroyed from within an answer of one.
    RemoteOperations(ClusterAccess &access, cluster::Surroundings surroundings, LocalFiles &files);
    ~RemoteOperations() override;

    /// The file of get_file is brought to :TEMP of files, and the result is its path there. What is wrong with the way to the cluster is an
    /// error outcome too: unreachable when it is gone, internal when a carrier ended without an outcome (its expiry included).
    cluster::Call<operation::Outcome> perform(const operation::Operation &operation) override;
    bool tellsTiming() const override { return true; }
    cluster::Call<operation::Outcome> performTimed(const operation::Operation &operation, const TimingPtr &timing) override;

    struct BringTo {
        QString localPath; ///< empty: the file stays on the cluster
    };
    /// As above, but the file of get_file or of ws_temp_file goes to this local path and the result is the cluster's own text.
    cluster::Call<operation::Outcome> perform(const operation::Operation &operation, const BringTo &bringTo, const TimingPtr &timing = {});

    /// Keeps a whole scenario under a code of ours, has the cluster run it, and removes it: the variables at its end. One that has not
    /// ended within limit is stopped; so is one whose call is cancelled or destroyed. Errors beside the session's: script_failed (with the
    /// cluster's words), deadline, bad_argument (a limit beyond longestScenario()), and those of an upload.
    cluster::Call<core::Json> runWhole(const WholeScenario &scenario, std::chrono::milliseconds limit);
    /// Beyond this, other sessions may take what a run put on the cluster for stale (CarrierPool::staleAge).
    static std::chrono::milliseconds longestScenario(const core::Dialect &dialect);

    /// Removes what sessions that crashed left on the cluster: carriers and staged files that are older than any in use can be
    /// (CarrierPool::staleAge). Answers when they are known; the removal goes on in the background. The number of things found.
    cluster::Call<int> sweep();
    /// Removes our carriers and staged files; operations end with "unreachable" from now on. Within limit, in any case. Error: left_behind,
    /// naming what could not be removed.
    cluster::Call<void> close(std::chrono::milliseconds limit = std::chrono::seconds(15));

    /// True once the way to the cluster failed: what operations report since then says nothing about the connection.
    bool isLost() const { return m_lost; }

private:
    class PerformCall;
    class ScenarioCall;
    class SweepCall;
    class CloseCall;

    void settle(quint64 ticket, bool gone, const QSet<QString> &staged);
    QString stagedName(const QString &localPath);
    /// Uploads a local file: its path on the cluster. Its name is among staged before it is there.
    cluster::Call<QString> stage(const QString &localPath, QSet<QString> &staged);
    /// Whether the way to the cluster is what failed; then isLost().
    bool noteLoss(const core::Error &error);

    ClusterAccess &m_access;
    cluster::Surroundings m_surroundings;
    LocalFiles &m_files;
    CarrierBuilder m_builder;
    Cleaner m_cleaner;
    CarrierPool m_pool;
    QHash<QString, QUrl> m_origins; // by connection id
    QSet<QString> m_staged;         // names on target custom
    bool m_lost = false;
    bool m_closed = false;
};

} // namespace signalbox::runner
