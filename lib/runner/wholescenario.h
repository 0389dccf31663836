// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario made ready to be kept and run whole on a cluster: without what is ours alone, its initial values in opts.variables, the local
// files that it names found and replaced. A value; sends nothing.
#pragma once

#include "machine/effect.h"
#include "runner/carrierbuilder.h"
#include "runner/localfiles.h"
#include "scenario/scenario.h"

namespace signalbox::runner {

class WholeScenario final
{
    Q_DECLARE_TR_FUNCTIONS(WholeScenario)

public:
    /// Error: bad_argument for an initial value that a cluster cannot be given: its variable is not the scenario's own.
    static core::Result<WholeScenario> make(const scenario::Scenario &scenario, const machine::Inputs &inputs,
                                            const core::Dialect &dialect);

    struct LocalPaths {
        QMap<QString, QString> files; ///< local file by the path that names it
        QStringList warnings;         ///< paths of the folders' categories that stay as they are, and why
    };
    /// Constant arguments, initial values and start parameters that name a file of files' folders.
    LocalPaths localPaths(const LocalFiles &files) const;
    /// path is from now on spelt so, wherever localPaths() finds it.
    void replacePath(const QString &path, const QString &onCluster);

    /// limit is the scenario's own.
    Carrier carrier(const QString &code, std::chrono::milliseconds limit) const;

    /// What the run's result is: the variable that a stop's return value goes to as well (platform.md §5), for a scenario that has both.
    std::optional<core::Value> resultIn(const core::Json &variables) const;

private:
    explicit WholeScenario(core::Json entity) : m_entity(std::move(entity)) {}

    core::Json m_entity; // without code, id, lwt, ext
    QMap<int, core::Json> m_startParams;
    int m_argConstant = 0;
    bool m_hasResult = false;
};

} // namespace signalbox::runner
