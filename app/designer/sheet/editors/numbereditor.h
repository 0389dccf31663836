// SPDX-License-Identifier: GPL-3.0-or-later
// A number: typed, or changed by one with Up and Down. What is no number is not stored, and the row says so.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class SheetLine;

class NumberEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    NumberEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;
    void finish() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QString &text);
    void step(int by);
    QString rangeText() const;

    SheetLine *m_line = nullptr;
    core::Json m_value; ///< as it is stored
};

} // namespace signalbox::designer
