// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a scenario as the clipboard holds it: scenario JSON of some objects and the variables that they use.
#pragma once

#include "core/json.h"
#include "core/result.h"

namespace signalbox::editing {

struct Fragment {
    QList<core::Json> objects;
    QList<core::Json> variables;

    bool isEmpty() const { return objects.isEmpty(); }
    /// {"objects":[…],"variables":[…]}, canonical text.
    QByteArray toText() const;
    /// From clipboard text: a fragment, a whole .scr, or an entity. Error: not_a_scenario.
    static core::Result<Fragment> read(QByteArrayView text);
};

} // namespace signalbox::editing
