// SPDX-License-Identifier: GPL-3.0-or-later
// One assignment of a list: the variable, the value, and buttons that move it or take it away. Its place in the list is the list's
// business.
#pragma once

#include "designer/sheet/propertyeditor.h"

namespace signalbox::designer {

class ArgumentInput;
class IconButton;
class SheetLine;

class AssignmentEntry final : public QWidget
{
    Q_OBJECT

public:
    AssignmentEntry(const catalogue::Property &property, int number, SheetContext &context, QWidget *parent);

    void showItem(const core::Json &item);
    /// What can be done with it, by its place.
    void setEnds(bool isFirst, bool isLast);
    QWidget *focusTarget() const;
    /// In the order in which Tab walks them.
    QList<QWidget *> tabStops() const;
    QList<Notice> notices() const;

    /// An empty assignment.
    static core::Json blank(const core::Dialect &dialect);

Q_SIGNALS:
    void typed(const signalbox::core::Json &item);
    void chosen(const signalbox::core::Json &item);
    void moved(int by);
    void removed();
    void noticesChanged();

private:
    core::Json with(int member, const core::Json &value) const;

    SheetContext &m_context;
    const catalogue::Property m_property;
    const int m_number;
    core::Json m_item;
    SheetLine *m_variable = nullptr;
    ArgumentInput *m_value = nullptr;
    IconButton *m_up = nullptr;
    IconButton *m_down = nullptr;
    IconButton *m_remove = nullptr;
};

} // namespace signalbox::designer
