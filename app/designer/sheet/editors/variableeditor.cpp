// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/variableeditor.h"

#include "designer/sheet/fields/sheetline.h"

#include <QHBoxLayout>

namespace signalbox::designer {

VariableEditor::VariableEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_line(new SheetLine(context, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    describe(m_line, property);
    m_line->setMono(true);
    m_line->setReading(TextReading::Variable);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT typed(core::Json(text));
        judge();
    });
    connect(&context, &SheetContext::variablesChanged, this, &VariableEditor::judge);
}

void VariableEditor::showRow(const editing::SheetRow &row)
{
    m_line->setPlaceholderText(row.isDifferent ? tr("different values") : tr("none"));
    if (row.isDifferent || row.value.isNull())
        m_line->showText(QString());
    else
        m_line->showText(row.value.isString() ? row.value.toString() : QString::fromUtf8(row.value.toCompact()));
    judge();
}

QWidget *VariableEditor::focusTarget()
{
    return m_line;
}

void VariableEditor::judge()
{
    const QString name = m_line->text();
    if (name.isEmpty() || !context().hasDocument() || context().knowsVariable(name))
        setNotices({});
    else
        setNotices({missingVariable(name, core::ValueType::String, context())});
}

} // namespace signalbox::designer
