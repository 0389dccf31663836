// SPDX-License-Identifier: GPL-3.0-or-later
// Where a transition leads: the document's components by name, and a button that shows the one it leads to.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class ChoiceBox;
class IconButton;

class TransitionEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    TransitionEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;
    /// In the list, the title of a component's type.
    static constexpr int typeRole = Qt::UserRole + 1;

private:
    void fill();
    void showTarget();
    void choose(int index);

    ChoiceBox *m_box = nullptr;
    IconButton *m_go = nullptr;
    core::Json m_value;
    bool m_isDifferent = false;
    bool m_isFilled = false;
};

} // namespace signalbox::designer
