// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/argumenteditor.h"

#include "designer/sheet/connection/connectionpick.h"
#include "designer/sheet/fields/argumentinput.h"
#include "scenario/componentcodes.h"

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
    connect(m_input, &ArgumentInput::noticesChanged, this, &ArgumentEditor::refreshNotices);
    if (property.code == connectionProperty) {
        m_pick = new ConnectionPick(context, this);
        column->addWidget(m_pick);
    }
    if (property.code == scenario::code::capabilityName)
        connect(&context, &SheetContext::capabilitiesChanged, this, &ArgumentEditor::refreshNotices);
}

void ArgumentEditor::refreshNotices()
{
    QList<Notice> notices = m_input->notices();
    const QString capability = property().code == scenario::code::capabilityName ? m_input->constantText() : QString();
    if (!capability.isEmpty() && !context().workbench().capabilities.knows(capability)) {
        Notice notice;
        notice.severity = core::Severity::Info;
        notice.text = tr("No description of \"%1\" is known: its messages are not checked.").arg(capability);
        notice.action = tr("Capability descriptions…");
        notice.run = [this]() -> core::Result<void> {
            context().requestCapabilities();
            return {};
        };
        notices.append(notice);
    }
    setNotices(notices);
}

void ArgumentEditor::showRow(const editing::SheetRow &row)
{
    m_input->showValue(row.isDifferent ? core::Json() : row.value, row.isDifferent);
    if (m_pick)
        m_pick->showArgument(row.isDifferent ? core::Json() : row.value);
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
