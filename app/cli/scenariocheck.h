// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and validates a scenario file with the capability descriptions that apply to it, and prints findings.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenarioreader.h"

#include <iosfwd>

namespace signalbox::cli {

class ScenarioCheck final
{
public:
    explicit ScenarioCheck(core::Dialect dialect = {});

    /// Adds a capability description for all files; errors as of Capabilities::addFile.
    core::Result<void> addCapabilities(const QString &file);

    struct Checked {
        std::optional<scenario::Scenario> scenario;
        core::Diagnostics diagnostics;
        capability::Capabilities capabilities; ///< those beside the file included
    };
    /// Everything that is to be said about the file, by place.
    Checked check(const QString &file) const;

    const catalogue::Catalogue &catalogue() const { return m_catalogue; }
    const capability::Capabilities &capabilities() const { return m_capabilities; }
    const core::Dialect &dialect() const { return m_dialect; }

    /// {"severity","code","message","object","property","pointer","line","column"}; what is not known is null.
    static core::Json toJson(const core::Diagnostic &diagnostic);
    /// "FILE:LINE:COLUMN: severity: message [code]".
    static QString toLine(const QString &file, const core::Diagnostic &diagnostic, bool colour);

private:
    core::Dialect m_dialect;
    catalogue::Catalogue m_catalogue;
    capability::Capabilities m_capabilities;
};

} // namespace signalbox::cli
