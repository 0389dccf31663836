// SPDX-License-Identifier: GPL-3.0-or-later
// An argument of any format as a property of its own.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class ArgumentInput;
class ConnectionPick;
class JsonField;

class ArgumentEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    ArgumentEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;
    QWidget *titlePart() const override;
    bool isWide() const override;
    bool shows(const core::Diagnostic &problem) const override;
    void setMarked(core::Severity severity, bool marked) override;

    /// The body's field while it is shown as JSON, else nullptr.
    JsonField *jsonField() const;

private:
    void refreshNotices();

    ArgumentInput *m_input = nullptr;
    ConnectionPick *m_pick = nullptr; ///< where the argument names a connection
};

} // namespace signalbox::designer
