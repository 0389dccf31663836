// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/palettelist.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 200;
constexpr qsizetype mostRecent = 8;

} // namespace

void PaletteList::setItems(QList<Item> items)
{
    m_items = std::move(items);
    rebuild();
}

void PaletteList::setLetters(const QString &letters)
{
    m_letters = letters.trimmed();
    rebuild();
}

qsizetype PaletteList::lastChosen(const QString &title) const
{
    const qsizetype at = m_recent.indexOf(title);
    return at < 0 ? m_recent.size() : at;
}

void PaletteList::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype item = 0; item < m_items.size(); ++item) {
        if (std::optional<FuzzyMatch> match = fuzzyMatch(m_letters, m_items[item].title))
            m_rows.append({item, std::move(*match)});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const Row &one, const Row &other) {
        if (one.match.score != other.match.score)
            return one.match.score > other.match.score;
        const QString &first = m_items[one.item].title;
        const QString &second = m_items[other.item].title;
        const qsizetype firstChosen = lastChosen(first);
        const qsizetype secondChosen = lastChosen(second);
        if (firstChosen != secondChosen)
            return firstChosen < secondChosen;
        return !m_letters.isEmpty() && first.size() < second.size();
    });
    if (m_rows.size() > mostRows)
        m_rows.resize(mostRows);
    endResetModel();
}

std::function<void()> PaletteList::take(int row)
{
    const Item &item = m_items[m_rows[row].item];
    m_recent.removeAll(item.title);
    m_recent.prepend(item.title);
    if (m_recent.size() > mostRecent)
        m_recent.resize(mostRecent);
    return item.chosen;
}

int PaletteList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const Item &item = m_items[row.item];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.title : item.title + u", "_s + item.detail;
    case DetailRole:
        return item.detail;
    case PlacesRole:
        return QVariant::fromValue(row.match.places);
    default:
        return {};
    }
}

} // namespace signalbox::designer
