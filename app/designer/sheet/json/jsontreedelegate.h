// SPDX-License-Identifier: GPL-3.0-or-later
// How rows of a JSON tree look and are edited: colours by type as in the text editor, variables of a template marked, a line for names and
// values, a list for types.
#pragma once

#include "designer/sheet/json/jsonnode.h"
#include "drawing/theme.h"

#include <QStyledItemDelegate>

namespace signalbox::designer {

class SheetContext;

/// The colour of a cell in a column of JsonTreeModel.
drawing::Role jsonRole(JsonKind kind, int column);

class JsonTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    JsonTreeDelegate(SheetContext &context, QObject *parent);
    static constexpr int rowHeight = 24;
    void setTemplate(bool isTemplate) { m_isTemplate = isTemplate; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QWidget *typeEditor(QWidget *parent, const QModelIndex &index);

    SheetContext &m_context;
    bool m_isTemplate = false;
};

} // namespace signalbox::designer
