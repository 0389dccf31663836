// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/problemmodel.h"

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
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ProblemModel::step);
}

void ProblemModel::setProblems(const scenario::Scenario &scenario, const core::Diagnostics &problems)
{
    m_next.emplace(Next{scenario, problems});
    m_turn.start();
    if (m_rows.size() + problems.size() <= atOnce)
        complete();
}

void ProblemModel::complete()
{
    while (m_next)
        step();
}

ProblemModel::Row ProblemModel::rowOf(const core::Diagnostic &problem) const
{
    Row row{problem, {}, problem.property};
    if (problem.object) {
        const core::Json &object = m_next->scenario.object(m_next->scenario.indexOf(*problem.object));
        const std::optional<qint64> number = object[scenario::code::type].toInt();
        const catalogue::ComponentType *type = number ? m_catalogue.find(*number) : nullptr;
        const catalogue::Property *property = type ? type->property(problem.property) : nullptr;
        row.component = object[scenario::code::name].toString();
        if (property)
            row.property = catalogue::translated(property->title);
    }
    return row;
}

void ProblemModel::step()
{
    Next &next = *m_next;
    if (next.rows.size() < next.problems.size()) {
        const qsizetype end = std::min(next.rows.size() + atOnce, next.problems.size());
        next.rows.reserve(next.problems.size());
        while (next.rows.size() < end)
            next.rows.append(rowOf(next.problems.at(next.rows.size())));
    } else if (!next.isCompared) {
        const auto keys = [](const QList<Row> &from) {
            QList<std::pair<qint64, std::pair<QString, QString>>> found;
            found.reserve(from.size());
            for (const Row &row : from)
                found.append({row.problem.object.value_or(-1), {row.problem.code, row.problem.property}});
            return found;
        };
        next.runs = rowChanges(keys(m_rows), keys(next.rows));
        std::reverse(next.runs.begin(), next.runs.end());
        next.isCompared = true;
    } else if (!next.runs.isEmpty()) {
        for (int done = 0; done < atOnce && !next.runs.isEmpty();)
            done += applyRun(atOnce - done);
    } else if (next.updated < next.rows.size()) {
        update(atOnce);
    } else {
        m_next.reset();
        m_turn.stop();
    }
}

int ProblemModel::applyRun(int most)
{
    RowRun &run = m_next->runs.last();
    const int count = std::min(run.count, most);
    run.count -= count;
    if (run.isInsertion) {
        beginInsertRows({}, run.first, run.first + count - 1);
        m_rows.insert(run.first, count, Row());
        std::copy_n(m_next->rows.cbegin() + run.first, count, m_rows.begin() + run.first);
        run.first += count;
        endInsertRows();
    } else { // from its end on
        beginRemoveRows({}, run.first + run.count, run.first + run.count + count - 1);
        m_rows.remove(run.first + run.count, count);
        endRemoveRows();
    }
    if (run.count == 0)
        m_next->runs.removeLast();
    return count;
}

void ProblemModel::update(int most)
{
    const int first = m_next->updated;
    m_next->updated = static_cast<int>(std::min<qsizetype>(first + most, m_next->rows.size()));
    for (int i = first; i < m_next->updated; ++i) {
        const bool isSame = m_rows.at(i).looksLike(m_next->rows.at(i));
        m_rows[i] = m_next->rows.at(i);
        if (!isSame)
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

int ProblemModel::count(Severity severity) const
{
    const auto counted = [severity](const auto &list, const auto &problemOf) {
        return static_cast<int>(
            std::count_if(list.begin(), list.end(), [&](const auto &one) { return problemOf(one).severity == severity; }));
    };
    return m_next ? counted(m_next->problems, [](const core::Diagnostic &problem) -> const core::Diagnostic & { return problem; })
                  : counted(m_rows, [](const Row &row) -> const core::Diagnostic & { return row.problem; });
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
