// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the command palette: what fits the letters, best first. No letters: what was chosen last, then everything as it came.
#pragma once

#include "designer/panels/fuzzymatch.h"

#include <QAbstractListModel>

namespace signalbox::designer {

class PaletteList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, PlacesRole }; ///< at the right; of the letters in the title (QList<qsizetype>)

    struct Item {
        QString title;
        QString detail;
        std::function<void()> chosen;
    };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<Item> items);
    void setLetters(const QString &letters);
    /// What choosing the row does, which is then the last one chosen.
    std::function<void()> take(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        qsizetype item = 0;
        FuzzyMatch match;
    };
    void rebuild();
    qsizetype lastChosen(const QString &title) const; ///< 0 for the last one; large for those that were not

    QList<Item> m_items;
    QString m_letters;
    QStringList m_recent; ///< titles, last chosen first
    QList<Row> m_rows;
};

} // namespace signalbox::designer
