// SPDX-License-Identifier: GPL-3.0-or-later
// The scenarios of a cluster as rows: code, name, last written. Filters by words and sorts by any column. Asks no cluster.
#pragma once

#include "cluster/scriptstore.h"

#include <QAbstractTableModel>

namespace signalbox::designer {

/// A cluster's time for people, in this computer's zone, with seconds; as it is where it is no time.
QString shownTime(const QString &clusterTime);

class ScriptList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { CodeColumn, NameColumn, WrittenColumn, ColumnCount };

    explicit ScriptList(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setScripts(const QList<cluster::StoredScript> &scripts);
    void setFilter(const QString &words);
    qsizetype total() const { return m_all.size(); } ///< without the filter
    const cluster::StoredScript *at(int row) const;
    int rowOf(const QString &code) const; ///< -1 where there is none, or the filter hides it
    bool contains(const QString &code) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show();

    QList<cluster::StoredScript> m_all;
    QList<cluster::StoredScript> m_shown;
    QString m_filter;
    int m_column = CodeColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace signalbox::designer
