// SPDX-License-Identifier: GPL-3.0-or-later
// Capability descriptions as a tree: sources, and in each the messages that it describes. Two columns: what it is called, what it is. Reads
// nothing itself.
#pragma once

#include "capability/capabilities.h"

#include <QAbstractItemModel>

namespace signalbox::designer {

class DescriptionModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Sort, ColumnCount };

    explicit DescriptionModel(QObject *parent = nullptr);

    void setCapabilities(const capability::Capabilities &capabilities);
    /// What the row is of; a null source for none, a null message for the source itself.
    const capability::Source *source(const QModelIndex &index) const;
    const capability::Message *message(const QModelIndex &index) const;
    /// The source whose word on this message counts, where it is another than the row's; else nullptr.
    const capability::Source *overriding(const QModelIndex &index) const;
    QModelIndex indexOfFile(const QString &path) const;

    /// As a person reads it: the file's name, or what a built-in one calls itself.
    static QString titleOf(const capability::Source &source);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// A row below a source: a message, or a capability without any.
    struct Entry {
        QString capability;
        const capability::Message *message = nullptr;
    };
    const Entry *entry(const QModelIndex &index) const;

    capability::Capabilities m_capabilities;
    QList<QList<Entry>> m_entries; ///< by source
};

} // namespace signalbox::designer
