// SPDX-License-Identifier: GPL-3.0-or-later
// How well a few letters fit a title: all of them in order, word starts and runs counting more.
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace signalbox::designer {

struct FuzzyMatch {
    int score = 0;
    QList<qsizetype> places; ///< of the letters in the title, ascending
};

/// The best way to find the letters; nothing when they are not all there. Blanks among the letters do not count, upper and lower case are
/// the same. Of texts longer than 64 letters and 256 characters of title only the beginnings are looked at.
std::optional<FuzzyMatch> fuzzyMatch(QStringView letters, QStringView title);

} // namespace signalbox::designer
