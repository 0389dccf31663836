// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a cell that holds a number by choosing from titled values; the choice counts at once.
#pragma once

#include <QStyledItemDelegate>

namespace signalbox::designer {

class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Choices = QList<std::pair<qint64, QString>>;
    /// choices gives them in the current language, each time a cell is edited.
    ChoiceDelegate(std::function<Choices()> choices, QObject *parent) : QStyledItemDelegate(parent), m_choices(std::move(choices)) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    std::function<Choices()> m_choices;
};

} // namespace signalbox::designer
