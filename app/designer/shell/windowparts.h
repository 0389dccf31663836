// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's parts need of one another: made by the window, which outlives them all.
#pragma once

class QWidget;
class QSettings;

namespace signalbox::designer {

class Actions;
class ClusterDesk;
class Dialogs;
class Navigator;
class PaletteChooser;
class Preferences;
class StatusLine;
class WindowPanels;
class Workspace;
struct Workbench;

struct WindowParts {
    QWidget &window; ///< dialogs lie over it
    const Workbench &workbench;
    Dialogs &dialogs;
    QSettings &settings;
    Preferences &preferences;
    Actions &actions;
    Workspace &workspace;
    WindowPanels &panels;
    StatusLine &status;
    Navigator &navigator;
    PaletteChooser &chooser;
    ClusterDesk &desk;
};

} // namespace signalbox::designer
