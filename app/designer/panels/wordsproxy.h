// SPDX-License-Identifier: GPL-3.0-or-later
// The rows whose texts hold all words of a filter, sorted as one clicks: numbers as numbers, texts as a person sorts them.
#pragma once

#include <QSortFilterProxyModel>

namespace signalbox::designer {

class WordsProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString &words);
    const QString &words() const { return m_words; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_words;
};

} // namespace signalbox::designer
