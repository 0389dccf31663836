// SPDX-License-Identifier: GPL-3.0-or-later
// The variables of a run as rows, in the document's order; their values can be set while the run is held.
#pragma once

#include "designer/run/runsession.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace signalbox::designer {

class RunVariables final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    explicit RunVariables(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// nullptr: no rows.
    void show(RunSession *session);
    /// Of a run that is over, however it is known.
    void show(const QHash<QString, core::Value> &values, const scenario::Scenario &scenario);
    /// The values as they are now.
    void refresh();
    void retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A value that was typed in could not be taken.
    void refused(const signalbox::core::Error &why);
    void taken();

private:
    struct Row {
        QString name;
        core::Value value;
        bool isChanged = false; ///< since the refresh before
    };

    void fill(const QHash<QString, core::Value> &values, const scenario::Scenario &scenario);

    QPointer<RunSession> m_session;
    QList<Row> m_rows;
};

} // namespace signalbox::designer
