// SPDX-License-Identifier: GPL-3.0-or-later
// What a run is given at its start: x-signalbox.inputs and x-signalbox.files of the scenario, and what a command line adds. Connections
// stay selectors here; the host asks the registrar for their ids.
#pragma once

#include "cluster/registrarview.h"
#include "core/diagnostic.h"
#include "machine/effect.h"
#include "scenario/inputs.h"

#include <QCoreApplication>

namespace signalbox::runner {

class RunInputs final
{
    Q_DECLARE_TR_FUNCTIONS(RunInputs)

public:
    /// x-signalbox.inputs as scenario::readInputs reads it, and x-signalbox.files, {"CATEGORY":"folder"}. Findings are errors with the
    /// codes inputs.invalid (selectors that pick nothing included) and files.invalid.
    static RunInputs fromScenario(const scenario::Scenario &scenario, core::Diagnostics &findings);

    /// Error: bad_argument for a number that is not 1 to 20.
    core::Result<void> setStartParam(int number, const core::Value &value);
    /// Error: bad_argument for a variable that the scenario does not declare or whose type the value cannot be cast to.
    core::Result<void> setVariable(const scenario::Scenario &scenario, const core::Dialect &dialect, const QString &name,
                                   const core::Value &value);

    /// Folders by category, relative to the scenario's own folder and never outside it: a scenario from elsewhere must not reach for the
    /// files of whoever runs it.
    const QMap<QString, QString> &folders() const { return m_folders; }

    /// As they were read or set.
    const scenario::Inputs &inputs() const { return m_inputs; }
    /// In place of what was read; selectors must be readable, values of the variables' types.
    void setInputs(scenario::Inputs inputs) { m_inputs = std::move(inputs); }

    /// Every selector, each once.
    QStringList connections() const;
    /// With the selectors' connection ids put in; a selector that ids does not hold gives the empty string.
    machine::Inputs resolved(const QHash<QString, QString> &ids) const;

    static core::Value valueOf(const core::Json &json);

private:
    void readFolders(const core::Json &files, core::Diagnostics &findings);

    scenario::Inputs m_inputs;
    QMap<QString, QString> m_folders;
};

} // namespace signalbox::runner
