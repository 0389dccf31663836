// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/historymodel.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

void HistoryModel::show(editing::EditSession *session, std::function<bool()> isKept)
{
    beginResetModel();
    m_session = session;
    m_stack = session ? &session->undoStack() : nullptr;
    m_isKept = std::move(isKept);
    m_rows = m_stack ? m_stack->count() + 1 : 0;
    endResetModel();
}

void HistoryModel::refresh()
{
    const int rows = m_stack ? m_stack->count() + 1 : 0;
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!m_session || !m_stack || !index.isValid())
        return {};
    const int row = index.row();
    const QString text = row == 0 ? tr("At the beginning") : m_session->stepText(row - 1);
    const bool isSaved = row == m_stack->cleanIndex() && m_isKept && m_isKept();
    const bool isUndone = row > m_stack->index();
    switch (role) {
    case Qt::DisplayRole:
        return isSaved ? tr("%1 — saved").arg(text) : text;
    case Qt::AccessibleTextRole: {
        const QString shown = data(index, Qt::DisplayRole).toString();
        if (row == m_stack->index())
            return tr("%1, now").arg(shown);
        return isUndone ? tr("%1, undone").arg(shown) : shown;
    }
    case SavedRole:
        return isSaved;
    case UndoneRole:
        return isUndone;
    default:
        return {};
    }
}

} // namespace signalbox::designer
