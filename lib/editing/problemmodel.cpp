// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/problemmodel.h"

#include "editing/rowchanges.h"
#include "scenario/componentcodes.h"

namespace signalbox::editing {

using core::Severity;
using namespace Qt::StringLiterals;

bool ProblemModel::Row::looksLike(const Row &other) const
{
    return problem.severity == other.problem.severity && problem.message == other.problem.message && component == other.component &&
           property == other.property;
}

ProblemModel::ProblemModel(const catalogue::Catalogue &catalogue, QObject *parent) : QAbstractTableModel(parent), m_catalogue(catalogue)
{}

void ProblemModel::setProblems(const scenario::Scenario &scenario, const core::Diagnostics &problems)
{
    QList<Row> rows;
    rows.reserve(problems.size());
    for (const core::Diagnostic &problem : problems) {
        Row row{problem, {}, problem.property};
        if (problem.object) {
            const core::Json &object = scenario.object(scenario.indexOf(*problem.object));
            const std::optional<qint64> number = object[scenario::code::type].toInt();
            const catalogue::ComponentType *type = number ? m_catalogue.find(*number) : nullptr;
            const catalogue::Property *property = type ? type->property(problem.property) : nullptr;
            row.component = object[scenario::code::name].toString();
            if (property)
                row.property = catalogue::translated(property->title);
        }
        rows.append(row);
    }
    const auto keys = [](const QList<Row> &from) {
        QList<std::pair<qint64, std::pair<QString, QString>>> found;
        found.reserve(from.size());
        for (const Row &row : from)
            found.append({row.problem.object.value_or(-1), {row.problem.code, row.problem.property}});
        return found;
    };
    for (const RowRun &run : rowChanges(keys(m_rows), keys(rows))) {
        const int last = run.first + run.count - 1;
        if (run.isInsertion) {
            beginInsertRows({}, run.first, last);
            m_rows.insert(run.first, run.count, Row());
            std::copy_n(rows.begin() + run.first, run.count, m_rows.begin() + run.first);
            endInsertRows();
        } else {
            beginRemoveRows({}, run.first, last);
            m_rows.remove(run.first, run.count);
            endRemoveRows();
        }
    }
    for (int i = 0; i < rows.size(); ++i) {
        const bool isSame = m_rows.at(i).looksLike(rows.at(i));
        m_rows[i] = rows.at(i);
        if (!isSame)
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

int ProblemModel::count(Severity severity) const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [severity](const Row &row) { return row.problem.severity == severity; }));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case ObjectRole:
        return row.problem.object ? QVariant(*row.problem.object) : QVariant();
    case PropertyRole:
        return row.problem.property;
    case SeverityRole:
        return static_cast<int>(row.problem.severity);
    case Qt::ToolTipRole:
        return row.problem.message;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case SeverityColumn:
        return row.problem.severity == Severity::Error     ? tr("Error")
               : row.problem.severity == Severity::Warning ? tr("Warning")
                                                           : tr("Information");
    case MessageColumn:
        return row.problem.message;
    case ComponentColumn:
        return row.component;
    case PropertyColumn:
        return row.property;
    default:
        return row.problem.code;
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Problem");
    case ComponentColumn:
        return tr("Component");
    case PropertyColumn:
        return tr("Property");
    case CodeColumn:
        return tr("Code");
    default:
        return {};
    }
}

} // namespace signalbox::editing
