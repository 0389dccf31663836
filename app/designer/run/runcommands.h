// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the Run menu, and the bar that shows the most used ones.
#pragma once

#include "designer/shell/windowparts.h"

#include <QObject>

class QToolBar;

namespace signalbox::designer {

class RunDesk;

class RunCommands final : public QObject
{
    Q_OBJECT

public:
    /// Makes the actions. What parts names must outlive it, as must desk.
    RunCommands(const WindowParts &parts, RunDesk &desk);

    void enable();
    /// Run, step, pause, stop.
    void fill(QToolBar &bar);

private:
    void makeRunActions();
    QString runText() const; ///< or what it is while the run is held
    void makeBreakpointActions();

    const WindowParts m_parts;
    RunDesk &m_desk;
};

} // namespace signalbox::designer
