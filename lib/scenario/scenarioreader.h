// SPDX-License-Identifier: GPL-3.0-or-later
// Reads scenario files of either form, found out by content, with limits; collects every finding with its place.
#pragma once

#include "core/diagnostic.h"
#include "core/jsonreader.h"
#include "scenario/scenario.h"

namespace signalbox::scenario {

struct ReadResult {
    std::optional<Scenario> scenario; ///< nothing when the text is no scenario at all
    core::Diagnostics diagnostics;    ///< json.*, scenario.not_an_object, scenario.no_objects, scenario.wrong_kind …
};

ReadResult readScenario(QByteArrayView text, const core::JsonLimits &limits = {});
/// As above; a file that cannot be read or is over the limit becomes a diagnostic file.*.
ReadResult readScenarioFile(const QString &path, const core::JsonLimits &limits = {});

} // namespace signalbox::scenario
