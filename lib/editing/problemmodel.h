// SPDX-License-Identifier: GPL-3.0-or-later
// A document's problems as a table, one row each. Rows of problems that stay keep their places, so that a selection does too. Many come
// and go a few a turn of the event loop.
#pragma once

#include "catalogue/catalogue.h"
#include "core/diagnostic.h"
#include "editing/rowchanges.h"
#include "scenario/scenario.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace signalbox::editing {

class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, ComponentColumn, PropertyColumn, CodeColumn, ColumnCount };
    enum Role {
        ObjectRole = Qt::UserRole + 1, ///< oId; invalid where the problem is about none
        PropertyRole,                  ///< code; empty where the problem is about none
        SeverityRole                   ///< int of core::Severity
    };

    /// catalogue must outlive it.
    explicit ProblemModel(const catalogue::Catalogue &catalogue, QObject *parent = nullptr);

    static constexpr int atOnce = 500; ///< so many rows change at once, more in turns

    /// Shows these, in their order; names come from the document that was checked. Up to then it shows what it showed.
    void setProblems(const scenario::Scenario &scenario, const core::Diagnostics &problems);
    /// What was set last is shown afterwards.
    void complete();
    const core::Diagnostic &problem(int row) const { return m_rows.at(row).problem; }
    int count(core::Severity severity) const; ///< of those that were set

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        core::Diagnostic problem;
        QString component; ///< the object's name
        QString property;  ///< the property's title
        bool looksLike(const Row &other) const;
    };

    /// On its way to be shown.
    struct Next {
        scenario::Scenario scenario;
        core::Diagnostics problems;
        QList<Row> rows = {}; ///< of the first problems
        bool isCompared = false;
        QList<RowRun> runs = {}; ///< still to be done, the next one last
        int updated = 0;         ///< rows that are as they will be
    };
    void step();
    Row rowOf(const core::Diagnostic &problem) const;
    /// A part of the run that is next; how many rows it took or put.
    int applyRun(int most);
    void update(int most);

    QList<Row> m_rows;
    std::optional<Next> m_next;
    QTimer m_turn; // runs while there is one
    const catalogue::Catalogue &m_catalogue;
};

} // namespace signalbox::editing
