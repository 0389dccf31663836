// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsontreedelegate.h"

#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/json/jsontreemodel.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QTextLayout>

namespace signalbox::designer {

using drawing::Role;
using namespace Qt::StringLiterals;

namespace {

JsonKind kindAt(const QModelIndex &index)
{
    return static_cast<JsonKind>(index.data(JsonTreeModel::KindRole).toInt());
}

} // namespace

Role jsonRole(JsonKind kind, int column)
{
    if (column == JsonTreeModel::Name)
        return Role::FamilyData;
    if (column == JsonTreeModel::Type)
        return Role::Muted;
    switch (kind) {
    case JsonKind::Text:
        return Role::Success;
    case JsonKind::Number:
    case JsonKind::Variable:
        return Role::Accent;
    case JsonKind::YesNo:
    case JsonKind::Null:
        return Role::FamilyMessage;
    case JsonKind::Object:
    case JsonKind::Array:
        break;
    }
    return Role::Faint;
}

JsonTreeDelegate::JsonTreeDelegate(SheetContext &context, QObject *parent) : QStyledItemDelegate(parent), m_context(context)
{}

void JsonTreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const drawing::Theme &theme = m_context.theme();
    const QColor color = theme.color(jsonRole(kindAt(index), index.column()));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, color);
    const bool isMono = index.column() != JsonTreeModel::Type && !(index.column() == JsonTreeModel::Name && !index.parent().isValid());
    option->font = isMono ? theme.monoFont(theme.sizes().body - 1) : theme.uiFont(theme.sizes().body - 1);
    option->fontMetrics = QFontMetrics(option->font);
    option->textElideMode = Qt::ElideRight;
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
}

void JsonTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const JsonKind kind = kindAt(index);
    const bool canHold = m_isTemplate && index.column() == JsonTreeModel::Value && (kind == JsonKind::Text || kind == JsonKind::Variable);
    const QList<VariableMark> marks = canHold ? variableMarks(shown.text, TextReading::Template, m_context) : QList<VariableMark>();
    if (marks.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    const QWidget *widget = shown.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &shown, widget).adjusted(2, 0, -2, 0);
    QString text;
    std::swap(text, shown.text);
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, widget);
    text = shown.fontMetrics.elidedText(text, Qt::ElideRight, place.width());
    const drawing::Theme &theme = m_context.theme();
    QList<QTextLayout::FormatRange> formats;
    for (const VariableMark &mark : marks) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(mark.start);
        range.length = static_cast<int>(std::min(mark.length, text.size() - mark.start));
        if (range.length <= 0)
            continue;
        range.format.setForeground(theme.color(Role::Accent));
        range.format.setBackground(theme.color(Role::AccentSoft));
        formats.append(range);
    }
    QTextLayout layout(text, shown.font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    painter->save();
    painter->setClipRect(place);
    painter->setPen(shown.palette.color(QPalette::Text));
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
    painter->restore();
}

QWidget *JsonTreeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == JsonTreeModel::Type)
        return const_cast<JsonTreeDelegate *>(this)->typeEditor(parent, index);
    auto *line = new SheetLine(m_context, parent);
    line->setMono(true);
    line->setMinimumWidth(0);
    line->setObjectName("json.tree.editor"_L1);
    const QString name = index.siblingAtColumn(JsonTreeModel::Name).data().toString();
    line->setAccessibleName(index.column() == JsonTreeModel::Name ? tr("Name of %1").arg(name) : tr("Value of %1").arg(name));
    if (index.column() == JsonTreeModel::Value && m_isTemplate)
        line->setReading(TextReading::Template);
    return line;
}

QWidget *JsonTreeDelegate::typeEditor(QWidget *parent, const QModelIndex &index)
{
    auto *box = new QComboBox(parent);
    box->setObjectName("json.tree.editor"_L1);
    box->setAccessibleName(tr("Type of %1").arg(index.siblingAtColumn(JsonTreeModel::Name).data().toString()));
    const auto *model = qobject_cast<const JsonTreeModel *>(index.model());
    for (const JsonKind kind : model->kinds())
        box->addItem(jsonKindTitle(kind), static_cast<int>(kind));
    connect(box, &QComboBox::activated, this, [this, box] {
        Q_EMIT commitData(box);
        Q_EMIT closeEditor(box);
    });
    return box;
}

void JsonTreeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    else if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void JsonTreeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text());
}

void JsonTreeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace signalbox::designer
