// SPDX-License-Identifier: GPL-3.0-or-later
// Where a character of a string's text stands in the file: expressions and message bodies are checked as text, but a person wants the
// place in the document.
#pragma once

#include "core/json.h"

namespace signalbox::scenario {

/// The file's place of the character at offset of a JSON string. Escapes are taken to be the short ones that every writer uses; behind
/// anything but ASCII, whose spelling in the file is not known, it is the place where the string begins. Linear in offset.
core::JsonPlace placeInString(const core::Json &string, QStringView text, qsizetype offset);

/// The offset of a 1-based line and column of a text, its size at most.
qsizetype offsetOf(QStringView text, int line, int column);

} // namespace signalbox::scenario
