// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/dialecttable.h"

#include "core/dialectvalues.h"
#include "core/jsonreader.h"

#include <QFont>

namespace signalbox::designer {

using core::Json;

namespace {

constexpr core::JsonLimits limits{.bytes = 16 * 1024, .depth = 4, .nodes = 1000};

/// A text as it is, anything else as JSON.
QString shown(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.toCompact());
}

} // namespace

DialectTable::DialectTable(QObject *parent)
    : QAbstractTableModel(parent), m_names(core::Dialect::fieldNames()), m_standard(core::dialectValues({})), m_values(m_standard)
{}

void DialectTable::setDialect(const core::Dialect &dialect)
{
    beginResetModel();
    m_dialect = dialect;
    m_values = core::dialectValues(dialect);
    endResetModel();
}

bool DialectTable::isStandard(int row) const
{
    const QString &name = m_names.at(row);
    return m_values[name] == m_standard[name];
}

void DialectTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DialectTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int DialectTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DialectTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString &name = m_names.at(index.row());
    if (role == Qt::FontRole && !isStandard(index.row()) && index.column() != MeaningColumn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::ToolTipRole)
        return isStandard(index.row()) ? dialectMeaning(name)
                                       : dialectMeaning(name) + u'\n' + tr("Standard: %1").arg(shown(m_standard[name]));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return name;
    case ValueColumn:
        return shown(m_values[name]);
    default:
        return dialectMeaning(name);
    }
}

bool DialectTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != ValueColumn)
        return false;
    const QString &name = m_names.at(index.row());
    const QString text = value.toString();
    Json given(text);
    if (!m_standard[name].isString()) {
        const auto read = core::readJson(text.toUtf8(), limits);
        given = read ? *read : Json(text); // what is wrong with it, the dialect says
    }
    Json changed = m_dialect.toJson();
    changed.set(name, given);
    const auto dialect = core::Dialect::fromJson(changed);
    Q_EMIT refused(dialect ? QString() : dialect.error().message);
    if (!dialect)
        return false;
    if (m_values[name] == given)
        return true;
    m_dialect = *dialect;
    m_values = core::dialectValues(m_dialect);
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

QVariant DialectTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Assumption");
    case ValueColumn:
        return tr("Value");
    default:
        return tr("Meaning");
    }
}

Qt::ItemFlags DialectTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == ValueColumn ? flags | Qt::ItemIsEditable : flags;
}

} // namespace signalbox::designer
