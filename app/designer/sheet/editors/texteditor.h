// SPDX-License-Identifier: GPL-3.0-or-later
// A text, in one line.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class SheetLine;

class TextEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    TextEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;

private:
    SheetLine *m_line = nullptr;
};

} // namespace signalbox::designer
