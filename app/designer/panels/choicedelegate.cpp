// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/choicedelegate.h"

#include <QComboBox>

namespace signalbox::designer {

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *const box = new QComboBox(parent);
    for (const auto &[value, title] : m_choices())
        box->addItem(title, value);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    // Leaving the editor as it is must not write: commitData() comes from here alone.
    connect(box, &QComboBox::activated, this, [this, box] {
        auto *const self = const_cast<ChoiceDelegate *>(this);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *const box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(Qt::EditRole).toLongLong()));
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *const box = static_cast<QComboBox *>(editor);
    const QVariant value = box->currentData();
    if (value.isValid() && value.toLongLong() != index.data(Qt::EditRole).toLongLong())
        model->setData(index, value, Qt::EditRole);
}

} // namespace signalbox::designer
