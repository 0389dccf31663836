// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/fuzzymatch.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace signalbox::designer {

namespace {

constexpr qsizetype mostLetters = 64;
constexpr qsizetype mostTitle = 256;

constexpr int letterScore = 1;
constexpr int runScore = 8;    // the letter before it was found just before it
constexpr int wordScore = 8;   // it begins a word
constexpr int titleScore = 4;  // it begins the title
constexpr int wholeScore = 12; // the letters are the title
constexpr int impossible = -1;

bool beginsWord(QStringView title, qsizetype at)
{
    if (at == 0 || !title[at - 1].isLetterOrNumber())
        return title[at].isLetterOrNumber();
    return title[at].isUpper() && title[at - 1].isLower();
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView letters, QStringView title)
{
    QString wanted;
    for (const QChar letter : letters.first(std::min(letters.size(), mostLetters))) {
        if (!letter.isSpace())
            wanted += letter.toCaseFolded();
    }
    title = title.first(std::min(title.size(), mostTitle));
    const auto rows = static_cast<std::size_t>(wanted.size());
    const auto columns = static_cast<std::size_t>(title.size());
    if (rows == 0)
        return FuzzyMatch{};

    // best[r][c]: the most that the first r + 1 letters can score with the last of them at c; from[r][c]: where the one before then is.
    std::vector<int> best(rows * columns, impossible);
    std::vector<int> from(rows * columns, impossible);
    for (std::size_t row = 0; row < rows; ++row) {
        int before = row == 0 ? 0 : impossible; // the best of the row above, left of this column
        int beforeAt = impossible;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t here = row * columns + column;
            const auto at = static_cast<qsizetype>(column);
            if (row > 0 && column > 0 && best[here - columns - 1] > before) {
                before = best[here - columns - 1];
                beforeAt = static_cast<int>(column) - 1;
            }
            if (before == impossible || title[at].toCaseFolded() != wanted[static_cast<qsizetype>(row)])
                continue;
            const int own = letterScore + (beginsWord(title, at) ? wordScore : 0) + (at == 0 ? titleScore : 0);
            best[here] = before + own;
            from[here] = beforeAt;
            const int neighbour = row > 0 && column > 0 ? best[here - columns - 1] : impossible;
            if (neighbour != impossible && neighbour + own + runScore > best[here]) {
                best[here] = neighbour + own + runScore;
                from[here] = static_cast<int>(column) - 1;
            }
        }
    }

    const auto last = best.end() - static_cast<std::ptrdiff_t>(columns);
    const auto top = std::max_element(last, best.end());
    if (columns == 0 || *top == impossible)
        return std::nullopt;
    FuzzyMatch match{*top + (rows == columns ? wholeScore : 0), QList<qsizetype>(wanted.size())};
    auto column = static_cast<std::size_t>(top - last);
    for (std::size_t row = rows; row-- > 0;) {
        match.places[static_cast<qsizetype>(row)] = static_cast<qsizetype>(column);
        column = static_cast<std::size_t>(from[row * columns + column]);
    }
    return match;
}

} // namespace signalbox::designer
