// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found as a tree: files, and below each its hits or why it could not be searched.
#pragma once

#include "designer/files/foldersearch.h"

#include <QAbstractItemModel>

#include <vector>

namespace signalbox::designer {

class SearchModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit SearchModel(QObject *parent = nullptr) : QAbstractItemModel(parent) {}

    void clear();
    void add(const FoundFile &file);
    /// Of a row of either kind, or nullptr.
    const FoundFile *file(const QModelIndex &index) const;
    /// Of a row below a file, or nullptr: a file, or a fault.
    const FoundText *text(const QModelIndex &index) const;
    /// Where a hit is, for a person: "Ask the till · Content".
    static QString placeOf(const FoundText &text);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static constexpr quintptr topLevel = ~quintptr(0); // else the row of the file

    std::vector<FoundFile> m_files;
};

} // namespace signalbox::designer
