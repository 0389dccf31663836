// SPDX-License-Identifier: GPL-3.0-or-later
// How lists are filtered as one types: every word somewhere in the text. Not the fuzzy rank of the command palette (fuzzymatch.h).
#pragma once

#include <QStringView>

namespace signalbox::designer {

/// Upper and lower case are the same; no words fit everything.
bool containsWords(QStringView text, QStringView words);

} // namespace signalbox::designer
