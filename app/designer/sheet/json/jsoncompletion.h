// SPDX-License-Identifier: GPL-3.0-or-later
// What could stand where the cursor is in a JSON text that is being written: names and values of a schema, variables of a template. The
// text need not be JSON yet. Pure.
#pragma once

#include "core/json.h"

#include <QStringList>

namespace signalbox::designer {

struct JsonCompletion {
    QStringList entries;
    qsizetype typed = 0; ///< characters before the cursor whose place an entry takes
};

/// schema may be null; variables is empty where the text is no template. Linear in the text.
JsonCompletion jsonCompletion(QStringView text, qsizetype cursor, const core::Json &schema, const QStringList &variables);

} // namespace signalbox::designer
