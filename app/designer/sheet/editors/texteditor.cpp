// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/texteditor.h"

#include "designer/sheet/fields/sheetline.h"

#include <QHBoxLayout>

namespace signalbox::designer {

TextEditor::TextEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_line(new SheetLine(context, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    describe(m_line, property);
    m_line->setMono(property.format == catalogue::ValueFormat::Json || property.format == catalogue::ValueFormat::Path);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT typed(core::Json(text)); });
}

void TextEditor::showRow(const editing::SheetRow &row)
{
    m_line->setPlaceholderText(row.isDifferent ? tr("different values") : QString());
    if (row.isDifferent || row.value.isNull())
        m_line->showText(QString());
    else
        m_line->showText(row.value.isString() ? row.value.toString() : QString::fromUtf8(row.value.toCompact()));
}

QWidget *TextEditor::focusTarget()
{
    return m_line;
}

} // namespace signalbox::designer
