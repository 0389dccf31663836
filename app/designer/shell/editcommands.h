// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the Edit and Arrange menus: steps, what is selected on the canvas, finding, message bodies.
#pragma once

#include "designer/shell/windowparts.h"

#include <QKeySequence>
#include <QObject>

#include <functional>

namespace signalbox::designer {

class CanvasView;

class EditCommands final : public QObject
{
    Q_OBJECT

public:
    /// Makes the actions. What parts names must outlive it.
    explicit EditCommands(const WindowParts &parts);

    /// Those of the Edit and Arrange menus are enabled by what is in front and selected.
    void enable();

private:
    void makeSteps();
    void makeCanvasActions();
    void makeFind();
    void makeArrange();
    void makeBodyActions();
    void rename();
    void showCapabilities();

    const WindowParts m_parts;
};

/// An action of the canvas in front.
void addCanvasAction(const WindowParts &parts, const char *id, std::function<QString()> text, const QKeySequence &shortcut,
                     std::function<void(CanvasView &canvas)> task);

} // namespace signalbox::designer
