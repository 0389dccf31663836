// SPDX-License-Identifier: GPL-3.0-or-later
// The menus: which actions stand where. What they do is theirs.
#pragma once

#include "designer/shell/windowparts.h"

#include <QObject>
#include <QPoint>

class QMenu;
class QMenuBar;

namespace signalbox::designer {

class MainMenu final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. The actions must be there.
    MainMenu(const WindowParts &parts, QMenuBar &bar);

    /// All menus anew, in the language of now.
    void build();
    /// That of the canvas.
    void showCanvasMenu(QPoint at);

private:
    void fill(QMenu &menu, std::initializer_list<const char *> ids);
    void fillRecent(QMenu &menu);

    const WindowParts m_parts;
    QMenuBar &m_bar;
};

} // namespace signalbox::designer
