// SPDX-License-Identifier: GPL-3.0-or-later
// A list of assignments: entries are added, removed and moved; each has its variable and its value.
#pragma once

#include "designer/sheet/propertyeditor.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox::designer {

class AssignmentEntry;

class AssignmentsEditor final : public PropertyEditor
{
    Q_OBJECT

public:
    AssignmentsEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);
    void showRow(const editing::SheetRow &row) override;
    QWidget *focusTarget() override;
    bool isWide() const override { return true; }
    void setMarked(core::Severity, bool) override {}

private:
    void showItems();
    AssignmentEntry *makeEntry(int number);
    void replace(int number, const core::Json &item);
    void move(int number, int by);
    void remove(int number);
    void add();
    void judge();

    core::Json m_items;
    QList<AssignmentEntry *> m_entries;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace signalbox::designer
