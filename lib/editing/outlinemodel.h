// SPDX-License-Identifier: GPL-3.0-or-later
// A document's components as a list in the document's order: name, component, family. It shows; edits go through the session.
#pragma once

#include "editing/editsession.h"

#include <QAbstractTableModel>

namespace signalbox::editing {

class OutlineModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, FamilyColumn, ColumnCount };
    enum Role {
        ObjectRole = Qt::UserRole + 1, ///< oId; invalid where the object has none
        TypeRole,                      ///< the component's number; invalid where the object has none
        FamilyRole                     ///< code: flow, data, message, unknown
    };

    /// session must outlive it.
    explicit OutlineModel(EditSession &session, QObject *parent = nullptr);

    int rowOf(qint64 id) const; ///< or -1

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::optional<qint64> id;
        core::Json object;
    };
    using Rows = QList<Row>;
    void follow(const ChangeEvent &event);
    void add(const QList<qint64> &ids);
    void remove(const QList<qint64> &ids);
    void tell(const QList<qint64> &ids);
    void readAgain();
    Rows rowsOf(qsizetype first, qsizetype count) const;

    EditSession &m_session;
    Rows m_rows; // as told to views; of objects of one oId the first is the one that events mean
};

} // namespace signalbox::editing
