// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the shortcut editor: each action with its shortcut and the one that it came with, as far as they fit a filter.
#pragma once

#include "designer/shell/actions.h"

#include <QAbstractTableModel>

namespace signalbox::designer {

class ShortcutList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ActionColumn, ShortcutColumn, DefaultColumn, ColumnCount };

    /// actions must outlive it.
    explicit ShortcutList(const Actions &actions, QObject *parent = nullptr);

    void setFilter(const QString &words);
    void retranslate() { rebuild(); }
    QString idAt(int row) const; ///< empty where there is no such row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    void shortcutChanged(const QString &id);

    const Actions &m_actions;
    QString m_words;
    QStringList m_ids;
};

} // namespace signalbox::designer
