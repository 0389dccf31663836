// SPDX-License-Identifier: GPL-3.0-or-later
// What the documentation of the platform leaves open, as a table: each assumption, what this profile says of it, and what it means. What
// is typed in is JSON and is checked at once; what differs from the standard stands out.
#pragma once

#include "core/dialect.h"

#include <QAbstractTableModel>

namespace signalbox::designer {

/// What a field of the dialect means, for people; empty for one that nobody knows.
QString dialectMeaning(const QString &field);

class DialectTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { NameColumn, ValueColumn, MeaningColumn, ColumnCount };

    explicit DialectTable(QObject *parent = nullptr);

    void setDialect(const core::Dialect &dialect);
    const core::Dialect &dialect() const { return m_dialect; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();
    /// What was typed in is no value of this field; nothing has changed. Empty: it is one.
    void refused(const QString &why);

private:
    bool isStandard(int row) const;

    QStringList m_names;
    core::Json m_standard;
    core::Json m_values;
    core::Dialect m_dialect;
};

} // namespace signalbox::designer
