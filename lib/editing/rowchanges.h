// SPDX-License-Identifier: GPL-3.0-or-later
// How a list of rows becomes another with the fewest surprises for a view: rows that stay are kept, the others taken out and put in.
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace signalbox::editing {

/// One run of rows to take out or put in; places are those at the moment when it is its turn.
struct RowRun {
    bool isInsertion = false;
    int first = 0;
    int count = 0;

    bool operator==(const RowRun &) const = default;
};

/// Runs that turn a list with the keys before into one with the keys after: first what goes, from the end on, then what comes. Equal keys
/// are matched in their order; of those that change their order some are taken out and put in. Linear.
template <typename Key>
QList<RowRun> rowChanges(const QList<Key> &before, const QList<Key> &after)
{
    const auto common = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < common && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < common - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;

    QHash<Key, QList<qsizetype>> places; // in the middle of after, the next one last
    for (qsizetype i = after.size() - tail - 1; i >= head && head < before.size() - tail; --i)
        places[after.at(i)].append(i);
    QList<bool> stays(before.size(), true);
    QList<bool> isOld(after.size(), true);
    std::fill(isOld.begin() + head, isOld.end() - tail, false);
    qsizetype last = -1;
    for (qsizetype i = head; i < before.size() - tail; ++i) {
        const auto found = places.find(before.at(i));
        while (found != places.end() && !found->isEmpty() && found->last() < last)
            found->removeLast();
        stays[i] = found != places.end() && !found->isEmpty();
        if (stays.at(i)) {
            last = found->takeLast();
            isOld[last] = true;
        }
    }

    QList<RowRun> runs;
    const auto collect = [&runs](const QList<bool> &kept, bool isInsertion) {
        QList<RowRun> found;
        for (int i = 0; i < kept.size(); ++i) {
            if (kept.at(i))
                continue;
            if (!found.isEmpty() && found.last().first + found.last().count == i)
                ++found.last().count;
            else
                found.append({isInsertion, i, 1});
        }
        if (!isInsertion)
            std::reverse(found.begin(), found.end());
        runs += found;
    };
    collect(stays, false);
    collect(isOld, true);
    return runs;
}

} // namespace signalbox::editing
