// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/componentlist.h"

#include "designer/panels/componentpalette.h"
#include "designer/panels/textfilter.h"

#include <QMimeData>

#include <array>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using catalogue::ComponentType;

namespace {

/// Groups in the order in which they stand; the last one takes every family that is not known.
constexpr std::array families{"flow", "data", "message", ""};

std::size_t groupOf(const ComponentType &type)
{
    std::size_t group = 0;
    while (group + 1 < families.size() && type.family != QLatin1String(families.at(group)))
        ++group;
    return group;
}

} // namespace

ComponentList::ComponentList(const catalogue::Catalogue &catalogue, QObject *parent) : QAbstractListModel(parent), m_catalogue(catalogue)
{
    rebuild();
}

void ComponentList::setFilter(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

void ComponentList::rebuild()
{
    const std::array headings{tr("Flow"), tr("Data"), tr("Messages"), tr("Other")};
    std::array<QList<Row>, families.size()> groups;
    for (const ComponentType *const type : m_catalogue.all()) {
        const QString title = catalogue::translated(type->title);
        const std::size_t group = groupOf(*type);
        if (containsWords(title + u' ' + type->name + u' ' + QString::number(type->index) + u' ' + headings.at(group), m_words))
            groups.at(group).append({type->index, title, type->family, catalogue::translated(type->help)});
    }
    beginResetModel();
    m_rows.clear();
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.at(group).isEmpty())
            continue;
        m_rows.append({0, headings.at(group), {}, {}});
        m_rows.append(groups.at(group));
    }
    endResetModel();
}

int ComponentList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ComponentList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.help.isEmpty() ? QVariant() : QVariant(row.help);
    case Qt::AccessibleTextRole:
        return row.type == 0 ? tr("Group %1").arg(row.title) : tr("%1, component %2").arg(row.title, QString::number(row.type));
    case Qt::AccessibleDescriptionRole:
        return row.help;
    case TypeRole:
        return row.type;
    case FamilyRole:
        return row.family;
    default:
        return {};
    }
}

Qt::ItemFlags ComponentList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isHeading(index))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList ComponentList::mimeTypes() const
{
    return {QLatin1String(componentMimeType)};
}

QMimeData *ComponentList::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || isHeading(indexes.first()))
        return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(componentMimeType), QByteArray::number(indexes.first().data(TypeRole).toLongLong()));
    return data.release();
}

} // namespace signalbox::designer
