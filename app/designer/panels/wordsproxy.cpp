// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/wordsproxy.h"

#include "designer/panels/textfilter.h"

namespace signalbox::designer {

void WordsProxy::setWords(const QString &words)
{
    m_words = words;
    invalidateFilter();
}

bool WordsProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    QString text;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        text += sourceModel()->index(row, column, parent).data().toString() + u' ';
    return containsWords(text, m_words);
}

bool WordsProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data();
    const QVariant second = right.data();
    if (first.userType() == QMetaType::Int && second.userType() == QMetaType::Int)
        return first.toInt() < second.toInt();
    return first.toString().localeAwareCompare(second.toString()) < 0;
}

} // namespace signalbox::designer
