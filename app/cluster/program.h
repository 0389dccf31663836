// SPDX-License-Identifier: GPL-3.0-or-later
// What signalbox-cluster does between its arguments and its exit code; streams and the wait for its end are given to it.
#pragma once

#include "cluster/options.h"
#include "simulator/simulatedcluster.h"

#include <QCoreApplication>

#include <functional>
#include <iosfwd>

namespace signalbox::clusterprogram {

enum ExitCode { Done = 0, WrongUsage = 2, InvalidInput = 3, CannotListen = 4, OurFault = 5 };

class Program final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::clusterprogram::Program)

public:
    /// waitForEnd returns when the program is told to end.
    Program(std::ostream &out, std::ostream &err, std::function<void()> waitForEnd);

    /// arguments without the program's name. The exit code.
    int run(const QStringList &arguments);

    /// The line that says that the cluster is ready, without its line feed.
    static QByteArray readyLine(const simulator::SimulatedCluster &cluster);

private:
    int fail(ExitCode code, const QString &message);
    static core::Result<simulator::ClusterConfig> configOf(const Options &options);

    std::ostream &m_out;
    std::ostream &m_err;
    std::function<void()> m_waitForEnd;
};

} // namespace signalbox::clusterprogram
