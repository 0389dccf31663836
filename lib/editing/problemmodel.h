// SPDX-License-Identifier: GPL-3.0-or-later
// A document's problems as a table, one row each. Rows of problems that stay keep their places, so that a selection does too.
#pragma once

#include "catalogue/catalogue.h"
#include "core/diagnostic.h"
#include "scenario/scenario.h"

#include <QAbstractTableModel>

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

    /// Shows these, in their order; names come from the document that was checked.
    void setProblems(const scenario::Scenario &scenario, const core::Diagnostics &problems);
    const core::Diagnostic &problem(int row) const { return m_rows.at(row).problem; }
    int count(core::Severity severity) const;

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

    QList<Row> m_rows;
    const catalogue::Catalogue &m_catalogue;
};

} // namespace signalbox::editing
