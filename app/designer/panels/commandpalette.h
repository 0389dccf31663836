// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Shift+P: every action, component and variable by a few letters of its name.
#pragma once

#include "designer/shell/actions.h"
#include "designer/shell/workbench.h"

#include <QFrame>

namespace signalbox::designer {

struct PaletteEntry {
    QString title;
    QString detail; ///< at the right: a shortcut, a component's number
    std::function<void()> chosen;
};

class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    /// Covers the top of its parent while it is open.
    explicit CommandPalette(const Workbench &workbench, QWidget *parent);
    ~CommandPalette() override;
    /// All actions that are enabled, and what entries gives; Escape or a click elsewhere closes it.
    /// typed: what stands in its field at first.
    void open(const Actions &actions, const QList<PaletteEntry> &entries, const QString &typed = {});
    /// How well the letters fit the title; nothing when they do not. For tests and other lists.
    static std::optional<int> rank(QStringView letters, QStringView title);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Whether the key was one of those that work in the list below.
    bool steer(QKeyEvent *event);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
