// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with messages, as actions of the window: filter, pause, follow, pin, copy, export, rules of a peer, clear. Shows nothing
// itself; the list is MessagesPanel's.
#pragma once

#include "designer/shell/windowparts.h"
#include "journal/reader.h"

#include <QObject>

class QMenu;

namespace signalbox::designer {

class MessagesPanel;

class MessageCommands final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    MessageCommands(const WindowParts &parts, MessagesPanel &panel);
    ~MessageCommands() override;

    /// Entries of a menu.
    static void fill(QMenu &menu, const Actions &actions);

private:
    void makeListActions();
    void makeMessageActions();
    void enable();
    void copy(const QString &text);
    void exportMessages();
    void makeRules();
    void clear();

    WindowParts m_parts;
    MessagesPanel &m_panel;
    std::unique_ptr<QMenu> m_exportMenu;
    std::unique_ptr<core::AsyncCall<qint64>> m_writing;
    std::unique_ptr<core::AsyncCall<journal::PeerRules>> m_ruling;
};

} // namespace signalbox::designer
