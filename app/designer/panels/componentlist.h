// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the component palette: a heading for each group and its components below, as far as they fit the filter.
#pragma once

#include "catalogue/catalogue.h"

#include <QAbstractListModel>

namespace signalbox::designer {

class ComponentList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TypeRole = Qt::UserRole, FamilyRole }; ///< the type is 0 for a heading

    /// catalogue must outlive it.
    explicit ComponentList(const catalogue::Catalogue &catalogue, QObject *parent = nullptr);

    void setFilter(const QString &words);
    /// Titles and headings in the current language.
    void retranslate() { rebuild(); }
    static bool isHeading(const QModelIndex &index) { return index.data(TypeRole).toLongLong() == 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    struct Row {
        qint64 type = 0;
        QString title;
        QString family;
        QString help;
    };
    void rebuild();

    const catalogue::Catalogue &m_catalogue;
    QString m_words;
    QList<Row> m_rows;
};

} // namespace signalbox::designer
