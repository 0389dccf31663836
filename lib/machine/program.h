// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario made ready to run: immutable, shared by any number of machines. Compiling binds variables, parses expressions and
// finds what cannot run here.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "core/result.h"
#include "scenario/scenario.h"

#include <memory>
#include <optional>

namespace signalbox::machine {

/// Where a run begins that does not begin at the scenario's start.
struct Entry {
    std::optional<qint64> object; ///< oId
    bool isSingle = false;        ///< only this one component runs, and no post-processing
};

class Program final
{
public:
    /// Errors: cannot_run (components that cannot run here, each by name and oId), no_start, bad_scenario (what validation calls
    /// an error and a run cannot get past: a second start, an oId twice, an option that is none, a variable to write that is not
    /// declared, a transition that is no oId, opts.variables that cannot be cast). Only what some start can reach counts, transitions
    /// of unknown components and all labels included. Faulty arguments are no compile error: they fail when control reaches them.
    /// With an entry, what counts is what the entry can reach, and no start is needed; where there is one, its defineVars and start
    /// parameter hold. Error: no_object.
    static core::Result<std::shared_ptr<const Program>> compile(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
                                                                const core::Dialect &dialect, Entry entry = {});

    /// What the run should know beforehand, such as variables of wider scopes that live for the run only.
    const QStringList &warnings() const;

    struct Data;
    explicit Program(std::shared_ptr<const Data> data);
    const Data &data() const { return *m_data; } ///< for the machine; defined in programdata.h

private:
    std::shared_ptr<const Data> m_data;
};

} // namespace signalbox::machine
