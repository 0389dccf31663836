// SPDX-License-Identifier: GPL-3.0-or-later
// A document's variables as a table that edits them through its session: name (renames it everywhere), type, scope, number of uses.
#pragma once

#include "core/result.h"
#include "editing/editsession.h"

#include <QAbstractTableModel>

namespace signalbox::editing {

class VariableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, ScopeColumn, UsesColumn, ColumnCount };

    /// session must outlive it.
    explicit VariableModel(EditSession &session, QObject *parent = nullptr);
    ~VariableModel() override;

    /// A value as documents hold it, and its title for a person.
    using Choices = QList<std::pair<qint64, QString>>;
    static Choices typeChoices(const core::Dialect &dialect);
    static Choices scopeChoices(const core::Dialect &dialect);

    const QString &nameAt(int row) const { return m_rows.at(row).name; }
    int rowOf(QStringView name) const; ///< or -1

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// EditRole gives the name, and type and scope as numbers.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Why setData() changed nothing.
    void refused(const signalbox::core::Error &error);

private:
    class Uses;
    void follow(const ChangeEvent &event);
    void readRows();

    EditSession &m_session;
    QList<scenario::Variable> m_rows;
    std::unique_ptr<Uses> m_uses;
};

} // namespace signalbox::editing
