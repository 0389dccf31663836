// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog of all actions and their shortcuts: record one, see who has it already, back to what the program came with. Changes count at
// once and are kept in the settings given, those alone that differ from the program's own.
#pragma once

#include "designer/shell/actions.h"

#include <QDialog>

class QSettings;

namespace signalbox::designer {

class ShortcutEditor final : public QDialog
{
    Q_OBJECT

public:
    /// actions and settings must outlive it.
    ShortcutEditor(Actions &actions, QSettings &settings, QWidget *parent = nullptr);
    ~ShortcutEditor() override;

    /// Gives the actions the shortcuts that the settings hold; what is unreadable or about no action is left alone.
    static void restore(Actions &actions, QSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
