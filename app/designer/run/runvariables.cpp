// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/runvariables.h"

#include <QFont>

namespace signalbox::designer {

namespace {

constexpr qsizetype shownCharacters = 2000; ///< of a value in its cell; all of it is there to be edited

} // namespace

void RunVariables::fill(const QHash<QString, core::Value> &values, const scenario::Scenario &scenario)
{
    m_rows.clear();
    QSet<QString> seen;
    const QList<scenario::Variable> variables = scenario.variables();
    for (const scenario::Variable &variable : variables) {
        if (values.contains(variable.name) && !seen.contains(variable.name))
            m_rows.append({variable.name, values.value(variable.name), false});
        seen.insert(variable.name);
    }
    // Those that its scenario does not tell, of a run whose scenario was not kept.
    QStringList others = values.keys();
    others.sort();
    for (const QString &name : std::as_const(others)) {
        if (!seen.contains(name))
            m_rows.append({name, values.value(name), false});
    }
}

void RunVariables::show(RunSession *session)
{
    beginResetModel();
    m_session = session;
    m_rows.clear();
    if (session)
        fill(session->variables(), session->plan().scenario);
    endResetModel();
}

void RunVariables::show(const QHash<QString, core::Value> &values, const scenario::Scenario &scenario)
{
    beginResetModel();
    m_session = nullptr;
    fill(values, scenario);
    endResetModel();
}

void RunVariables::refresh()
{
    if (!m_session)
        return;
    const QHash<QString, core::Value> values = m_session->variables();
    if (m_rows.isEmpty() && !values.isEmpty())
        return show(m_session);
    for (Row &row : m_rows) {
        const core::Value now = values.value(row.name);
        row.isChanged = now != row.value;
        row.value = now;
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunVariables::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunVariables::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunVariables::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isValue = index.column() == ValueColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isValue ? row.value.toText().left(shownCharacters) : row.name;
    case Qt::EditRole:
        return isValue ? row.value.toText() : row.name;
    case Qt::FontRole: {
        QFont font;
        font.setBold(isValue && row.isChanged);
        return row.isChanged ? QVariant(font) : QVariant();
    }
    case Qt::AccessibleTextRole:
        return isValue ? tr("%1: %2").arg(row.name, row.value.toText().left(shownCharacters)) : row.name;
    default:
        return {};
    }
}

bool RunVariables::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_session || role != Qt::EditRole || index.column() != ValueColumn)
        return false;
    const QString text = value.toString();
    if (text == m_rows.at(index.row()).value.toText())
        return false;
    if (const auto done = m_session->setVariable(m_rows.at(index.row()).name, core::Value(text)); !done) {
        Q_EMIT refused(done.error());
        return false;
    }
    refresh();
    Q_EMIT taken();
    return true;
}

Qt::ItemFlags RunVariables::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == ValueColumn && m_session && m_session->state() == RunSession::State::Held)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RunVariables::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Variable") : tr("Value");
}

} // namespace signalbox::designer
