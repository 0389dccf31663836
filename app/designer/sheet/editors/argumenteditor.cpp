// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/argumenteditor.h"

#include "designer/sheet/fields/argumentinput.h"

#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

ArgumentEditor::ArgumentEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_input(new ArgumentInput(property.format, context, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_input);
    if (!property.unit.isEmpty())
        m_input->setUnit(unitText(property.unit));
    m_input->describeAs(property);
    connect(m_input, &ArgumentInput::typed, this, &PropertyEditor::typed);
    connect(m_input, &ArgumentInput::chosen, this, &PropertyEditor::chosen);
    connect(m_input, &ArgumentInput::arranged, this, &PropertyEditor::widthChanged);
    connect(m_input, &ArgumentInput::noticesChanged, this, [this] { setNotices(m_input->notices()); });
}

void ArgumentEditor::showRow(const editing::SheetRow &row)
{
    m_input->showValue(row.isDifferent ? core::Json() : row.value, row.isDifferent);
}

QWidget *ArgumentEditor::focusTarget()
{
    return m_input->focusTarget();
}

QWidget *ArgumentEditor::titlePart() const
{
    return m_input->titlePart();
}

bool ArgumentEditor::isWide() const
{
    return m_input->isWide();
}

JsonField *ArgumentEditor::jsonField() const
{
    return m_input->jsonField();
}

bool ArgumentEditor::shows(const core::Diagnostic &problem) const
{
    return m_input->isJson() && problem.code.startsWith("content."_L1);
}

void ArgumentEditor::setMarked(core::Severity severity, bool marked)
{
    m_input->setMarked(severity, marked);
}

} // namespace signalbox::designer
