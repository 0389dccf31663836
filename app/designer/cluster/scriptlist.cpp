// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/scriptlist.h"

#include "designer/panels/textfilter.h"

#include <QDateTime>
#include <QLocale>

namespace signalbox::designer {

using cluster::StoredScript;

namespace {

QString textOf(const StoredScript &script, int column)
{
    switch (column) {
    case ScriptList::CodeColumn:
        return script.code;
    case ScriptList::NameColumn:
        return script.name;
    default:
        return script.lwt;
    }
}

} // namespace

QString shownTime(const QString &clusterTime)
{
    const QDateTime time = QDateTime::fromString(clusterTime, Qt::ISODateWithMs);
    if (!time.isValid())
        return clusterTime;
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    return locale.toString(local.date(), QLocale::ShortFormat) + local.time().toString(QStringLiteral(" HH:mm:ss"));
}

void ScriptList::setScripts(const QList<StoredScript> &scripts)
{
    m_all = scripts;
    show();
}

void ScriptList::setFilter(const QString &words)
{
    m_filter = words;
    show();
}

void ScriptList::show()
{
    beginResetModel();
    m_shown.clear();
    for (const StoredScript &script : std::as_const(m_all)) {
        if (containsWords(script.code + u' ' + script.name, m_filter))
            m_shown.append(script);
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [this](const StoredScript &one, const StoredScript &other) {
        const int order = QString::localeAwareCompare(textOf(one, m_column), textOf(other, m_column));
        return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    endResetModel();
}

const StoredScript *ScriptList::at(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

int ScriptList::rowOf(const QString &code) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&code](const StoredScript &one) { return one.code == code; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

bool ScriptList::contains(const QString &code) const
{
    return std::any_of(m_all.begin(), m_all.end(), [&code](const StoredScript &one) { return one.code == code; });
}

void ScriptList::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ScriptList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ScriptList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScriptList::data(const QModelIndex &index, int role) const
{
    const StoredScript *const script = at(index.row());
    if (!script || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (index.column() == WrittenColumn && role == Qt::DisplayRole)
        return shownTime(script->lwt);
    return textOf(*script, index.column()); // of a time as the cluster has it, too
}

QVariant ScriptList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("Code");
    case NameColumn:
        return tr("Name");
    default:
        return tr("Last written");
    }
}

void ScriptList::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show();
}

} // namespace signalbox::designer
