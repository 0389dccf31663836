// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette is opened for: every action and component of the window, or the choice of a component to put somewhere.
#pragma once

#include "designer/shell/workbench.h"

#include <QObject>
#include <QPointF>

#include <functional>

class QWidget;

namespace signalbox::designer {

class Actions;
class CommandPalette;
class Navigator;
class StatusLine;
class Workspace;

class PaletteChooser final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. The palette is the window's.
    PaletteChooser(const Workbench &workbench, Workspace &workspace, Navigator &navigator, StatusLine &status, const Actions &actions,
                   QWidget &window);

    /// All actions, and the components of the document in front.
    void open();
    /// A component to put where there is room. typed: what was typed so far.
    void add(const QString &typed = {});
    /// A component to follow on this one, at a point of the scene.
    void addNext(qint64 from, const QString &outcome, QPointF point);

private:
    void choose(const QString &typed, const std::function<void(qint64 type)> &chosen);

    const Workbench &m_workbench;
    Workspace &m_workspace;
    Navigator &m_navigator;
    StatusLine &m_status;
    const Actions &m_actions;
    CommandPalette *m_palette;
};

} // namespace signalbox::designer
