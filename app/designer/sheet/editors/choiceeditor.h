// SPDX-License-Identifier: GPL-3.0-or-later
// A choice: one of the options of the description, the default in grey until something is chosen.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class ChoiceBox;

class ChoiceEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;

private:
    void dropStranger();

    ChoiceBox *m_box = nullptr;
    bool m_isSet = false;
    std::optional<qint64> m_shown; ///< the option in force
};

} // namespace signalbox::designer
