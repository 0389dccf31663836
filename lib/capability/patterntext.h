// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that a regular expression matches, as far as it can be told from the expression: literals, classes, groups, alternatives and
// repetitions. What looks around or back is left out, so that whoever asks must check the text.
#pragma once

#include <QString>

#include <optional>

namespace signalbox::capability {

struct PatternWish {
    int variant = 0; ///< other texts for other numbers, where the expression leaves a choice
    int longer = 0;  ///< so many repetitions more than are needed, where they are not limited
};

/// Nothing where the expression cannot be read, or is too long.
std::optional<QString> textForPattern(const QString &pattern, const PatternWish &wish);

} // namespace signalbox::capability
