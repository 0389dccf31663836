// SPDX-License-Identifier: GPL-3.0-or-later
// What a bare run starts with: start parameters and variables that a document keeps for itself under x-signalbox.inputs. A value may
// name a connection by a selector; who runs the scenario resolves it (the registrar is not known here).
#pragma once

#include "core/diagnostic.h"
#include "core/value.h"
#include "scenario/scenario.h"

#include <QMap>

#include <variant>

namespace signalbox::scenario {

/// {"connection": "point=crm,capability=msg"}: the id of the connection that the text picks when the run starts.
struct ConnectionSelector {
    QString text;
    bool operator==(const ConnectionSelector &) const = default;
};

using Input = std::variant<core::Value, ConnectionSelector>;

struct Inputs {
    QMap<int, Input> startParams; ///< by number, 1 to 20
    QMap<QString, Input> variables;
    bool operator==(const Inputs &) const = default;
};

struct InputsResult {
    Inputs inputs;                 ///< all that could be read
    core::Diagnostics diagnostics; ///< errors with code inputs.invalid; pointers are from the document's root
};

/// Highest number of a start parameter (platform.md §3: startparam1 … startparam20).
inline constexpr int startParamLast = 20;

/// {"startparams":{"1":{"connection":"…"}|"text"|number},"variables":{"name":…}} of the document; nothing there is no error.
InputsResult readInputs(const Scenario &scenario);

} // namespace signalbox::scenario
