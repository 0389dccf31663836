// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/searchmodel.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

void SearchModel::clear()
{
    beginResetModel();
    m_files.clear();
    endResetModel();
}

void SearchModel::add(const FoundFile &file)
{
    const int row = static_cast<int>(m_files.size());
    beginInsertRows({}, row, row);
    m_files.push_back(file);
    endInsertRows();
}

const FoundFile *SearchModel::file(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const size_t row = index.internalId() == topLevel ? static_cast<size_t>(index.row()) : index.internalId();
    return row < m_files.size() ? &m_files[row] : nullptr;
}

const FoundText *SearchModel::text(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return nullptr;
    const QList<FoundText> &hits = m_files[index.internalId()].hits;
    return index.row() < hits.size() ? &hits.at(index.row()) : nullptr;
}

QString SearchModel::placeOf(const FoundText &text)
{
    return text.property.isEmpty() ? text.object : text.object + u" · "_s + text.property;
}

QModelIndex SearchModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex SearchModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_files.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    const FoundFile &found = m_files[static_cast<size_t>(parent.row())];
    return static_cast<int>(found.hits.size()) + (found.fault.isEmpty() ? 0 : 1);
}

int SearchModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    const FoundFile *const found = file(index);
    if (!found)
        return {};
    if (role == Qt::ToolTipRole && !text(index))
        return found->fault.isEmpty() ? QDir::toNativeSeparators(found->path) : found->fault;
    const FoundText *const hit = text(index);
    const bool isFile = index.internalId() == topLevel;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isFile ? found->title : hit ? hit->hit.line : found->fault;
    case Qt::AccessibleTextRole:
        if (isFile)
            return found->fault.isEmpty() ? tr("%1, %n hit(s)", nullptr, static_cast<int>(found->hits.size())).arg(found->title)
                                          : tr("%1, cannot be searched").arg(found->title);
        return hit ? placeOf(*hit) + u": "_s + hit->hit.line : found->fault;
    default:
        return {};
    }
}

} // namespace signalbox::designer
