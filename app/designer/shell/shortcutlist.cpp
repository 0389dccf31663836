// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/shortcutlist.h"

#include "designer/panels/textfilter.h"

#include <QFont>

namespace signalbox::designer {

namespace {

QString textOf(const QKeySequence &shortcut)
{
    return shortcut.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutList::ShortcutList(const Actions &actions, QObject *parent) : QAbstractTableModel(parent), m_actions(actions)
{
    connect(&actions, &Actions::shortcutChanged, this, &ShortcutList::shortcutChanged);
    rebuild();
}

void ShortcutList::setFilter(const QString &words)
{
    m_words = words;
    rebuild();
}

void ShortcutList::rebuild()
{
    beginResetModel();
    m_ids.clear();
    for (const QAction *const action : m_actions.all()) {
        if (containsWords(Actions::titleOf(action) + u' ' + textOf(action->shortcut()), m_words))
            m_ids.append(Actions::idOf(action));
    }
    endResetModel();
}

void ShortcutList::shortcutChanged(const QString &id)
{
    // It stays where it is even if it no longer fits the filter: a row must not vanish under the hand that changes it.
    if (const auto row = static_cast<int>(m_ids.indexOf(id)); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

QString ShortcutList::idAt(int row) const
{
    return m_ids.value(row);
}

int ShortcutList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ShortcutList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &id = m_ids[index.row()];
    const QAction *const action = m_actions.find(id);
    const QKeySequence ours = m_actions.defaultShortcut(id);
    if (role == Qt::FontRole && index.column() == ShortcutColumn && action->shortcut() != ours) {
        QFont changed;
        changed.setWeight(QFont::DemiBold);
        return changed;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ActionColumn:
        return Actions::titleOf(action);
    case ShortcutColumn:
        return textOf(action->shortcut());
    default:
        return action->shortcut() == ours ? QString() : ours.isEmpty() ? tr("none") : textOf(ours);
    }
}

QVariant ShortcutList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ActionColumn:
        return tr("Action");
    case ShortcutColumn:
        return tr("Shortcut");
    default:
        return tr("By default");
    }
}

} // namespace signalbox::designer
