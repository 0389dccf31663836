// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/problemproxy.h"

namespace signalbox::designer {

using drawing::Role;
using editing::ProblemModel;

QVariant ProblemProxy::data(const QModelIndex &index, int role) const
{
    const drawing::Theme &theme = m_appearance.theme();
    if (role == Qt::FontRole && index.column() == ProblemModel::CodeColumn)
        return theme.monoFont(theme.sizes().small);
    if (role == Qt::ForegroundRole && index.column() > ProblemModel::MessageColumn)
        return theme.color(index.column() == ProblemModel::CodeColumn ? Role::Faint : Role::Muted);
    return QSortFilterProxyModel::data(index, role);
}

QVariant ProblemProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Too narrow for a title, but it has one for those who hear it.
    if (orientation == Qt::Horizontal && section == ProblemModel::SeverityColumn) {
        if (role == Qt::DisplayRole)
            return QString();
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return QSortFilterProxyModel::headerData(section, orientation, Qt::DisplayRole);
    }
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

bool ProblemProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == ProblemModel::SeverityColumn)
        return left.data(ProblemModel::SeverityRole).toInt() < right.data(ProblemModel::SeverityRole).toInt();
    return left.data().toString().localeAwareCompare(right.data().toString()) < 0;
}

} // namespace signalbox::designer
