// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/yesnoeditor.h"

#include "designer/sheet/fields/toggleswitch.h"

#include <QHBoxLayout>

namespace signalbox::designer {

YesNoEditor::YesNoEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_switch(new ToggleSwitch(context, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_switch);
    describe(m_switch, property);
    connect(m_switch, &ToggleSwitch::turned, this, [this](bool on) { Q_EMIT chosen(core::Json(on ? 1 : 0)); });
}

void YesNoEditor::showRow(const editing::SheetRow &row)
{
    if (row.isDifferent) {
        m_switch->setUndecided(tr("different values"));
        return;
    }
    const core::Json &value = row.value.isNull() ? property().defaultValue : row.value;
    const std::optional<qint64> number = value.toInt();
    if (number && (*number == 0 || *number == 1))
        m_switch->setState(*number == 1, *number == 1 ? tr("Yes") : tr("No"), !row.isSet);
    else
        m_switch->setUndecided(tr("neither yes nor no"));
}

QWidget *YesNoEditor::focusTarget()
{
    return m_switch;
}

} // namespace signalbox::designer
