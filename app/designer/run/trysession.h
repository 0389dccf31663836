// SPDX-License-Identifier: GPL-3.0-or-later
// Operations tried one at a time on the current cluster: connects where it must, finds the connection, performs, tidies up when it goes.
// Local paths are files of this machine. Shows nothing.
#pragma once

#include "designer/run/clusterline.h"
#include "runner/pickcall.h"

#include <QPointer>

namespace signalbox::designer {

class TrySession final : public QObject
{
    Q_OBJECT

public:
    struct Wish {
        operation::Operation operation; ///< but for its connection
        QString connection;             ///< an id or a selector
        QString saveTo;                 ///< local path for the file of get_file or of a temp link; empty: none
    };
    struct Result {
        operation::Operation operation;
        operation::Outcome outcome;
        QString savedTo;
        qint64 durationUs = 0;
        runner::OperationTiming timing;
        qint64 endedMs = 0; ///< since 1970
    };

    /// Takes a line over whose use is over, to close it.
    using Retire = std::function<void(std::shared_ptr<ClusterLine> line)>;
    /// live must outlive it, and so must what its clusters name.
    TrySession(LiveCluster &live, Retire retire, QObject *parent = nullptr);
    ~TrySession() override;

    /// The one before is given up.
    void run(Wish wish);
    void cancel();
    bool isBusy() const { return m_isBusy; }
    /// What is being waited for, for people.
    const QString &phase() const { return m_phase; }

    /// The connections that there are now, or why they cannot be told.
    void listConnections();

Q_SIGNALS:
    void phaseChanged();
    /// After connecting, or finding the connection, failed; nothing was performed.
    void refused(const signalbox::core::Error &why);
    void ended(const signalbox::designer::TrySession::Result &result);
    void listed(const QList<signalbox::cluster::Registration> &connections);
    void notice(const QString &text);

private:
    void setPhase(const QString &phase);
    void fail(const core::Error &error);
    void connectThen(std::function<void()> then);
    void pick();
    void perform();
    void end(const core::Result<operation::Outcome> &outcome);

    LiveCluster &m_live;
    const Retire m_retire;
    Wish m_wish;
    bool m_isBusy = false;
    QString m_phase;
    qint64 m_startedUs = 0;
    runner::OperationPort::TimingPtr m_timing;
    std::shared_ptr<ClusterLine> m_line;
    cluster::Call<LiveCluster::Connection> m_opening;
    cluster::Call<QList<cluster::Registration>> m_listing;
    std::unique_ptr<runner::PickCall> m_picking;
    cluster::Call<operation::Outcome> m_performing;
};

} // namespace signalbox::designer
