// SPDX-License-Identifier: GPL-3.0-or-later
// Yes or no: a switch.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class ToggleSwitch;

class YesNoEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    YesNoEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;

private:
    ToggleSwitch *m_switch = nullptr;
};

} // namespace signalbox::designer
