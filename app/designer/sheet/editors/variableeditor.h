// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a variable: the document's complete, and a name that it does not declare can be declared on the spot.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class SheetLine;

class VariableEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    VariableEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;

private:
    void judge();

    SheetLine *m_line = nullptr;
};

} // namespace signalbox::designer
