// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagecommands.h"

#include "designer/messages/messagespanel.h"
#include "designer/messages/messagetext.h"
#include "designer/shell/actions.h"
#include "designer/shell/dialogs.h"
#include "designer/shell/windowpanels.h"
#include "journal/jsonlines.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

MessageCommands::MessageCommands(const WindowParts &parts, MessagesPanel &panel)
    : m_parts(parts), m_panel(panel), m_exportMenu(std::make_unique<QMenu>())
{
    makeListActions();
    makeMessageActions();
    for (const char *const id : {"messages.exportFile", "messages.peerRules"})
        m_exportMenu->addAction(parts.actions.find(QLatin1String(id)));
    m_panel.setExportMenu(m_exportMenu.get());
    connect(&panel, &MessagesPanel::currentChanged, this, &MessageCommands::enable);
    connect(&panel, &MessagesPanel::menuWanted, this, [this](QPoint place) {
        auto *const menu = new QMenu(&m_panel);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(u"messages.menu"_s);
        fill(*menu, m_parts.actions);
        menu->popup(place);
    });
    enable();
}

MessageCommands::~MessageCommands()
{
    m_panel.setExportMenu(nullptr);
}

void MessageCommands::fill(QMenu &menu, const Actions &actions)
{
    for (const char *const id : {"messages.filter", "messages.pause", "messages.follow", "messages.controls", "messages.pinnedOnly",
                                 "messages.difference", "", "messages.pin", "messages.answer", "", "messages.copyJson", "messages.copyCurl",
                                 "messages.copyCommand", "", "messages.exportFile", "messages.peerRules", "", "messages.clear"}) {
        if (*id)
            menu.addAction(actions.find(QLatin1String(id)));
        else
            menu.addSeparator();
    }
}

void MessageCommands::makeListActions()
{
    Actions &actions = m_parts.actions;
    actions.add(
        u"messages.filter"_s, [] { return tr("Filter the messages"); }, QKeySequence(u"Ctrl+Shift+M"_s),
        [this] {
            m_parts.panels.raise(u"messages"_s);
            m_panel.focusFilter();
        });
    const auto toggle = [&actions](const QString &id, std::function<QString()> text, bool isOn, std::function<void(bool)> changed) {
        QAction *const action = actions.add(id, std::move(text), {}, [] {});
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::toggled, action, std::move(changed));
        return action;
    };
    QAction *const pause = toggle(
        u"messages.pause"_s, [] { return tr("Pause the messages"); }, false, [this](bool on) { m_panel.setPaused(on); });
    connect(&m_panel, &MessagesPanel::pausedChanged, pause, &QAction::setChecked);
    QAction *const follow = toggle(
        u"messages.follow"_s, [] { return tr("Follow the newest message"); }, true, [this](bool on) { m_panel.setFollowing(on); });
    connect(&m_panel, &MessagesPanel::followingChanged, follow, &QAction::setChecked);
    toggle(
        u"messages.controls"_s, [] { return tr("Show pings, opens and closes"); }, true, [this](bool on) { m_panel.setControls(on); });
    toggle(
        u"messages.pinnedOnly"_s, [] { return tr("Show pinned messages only"); }, false, [this](bool on) { m_panel.setPinnedOnly(on); });
    toggle(
        u"messages.difference"_s, [] { return tr("Show the time to the selected message"); }, false,
        [this](bool on) { m_panel.setSelectedDifference(on); });
    actions.add(
        u"messages.exportFile"_s, [] { return tr("Export the messages…"); }, {}, [this] { exportMessages(); });
    actions.add(
        u"messages.peerRules"_s, [] { return tr("Make peer rules from these messages…"); }, {}, [this] { makeRules(); });
    actions.add(
        u"messages.clear"_s, [] { return tr("Delete all messages that are not pinned…"); }, {}, [this] { clear(); });
}

void MessageCommands::makeMessageActions()
{
    Actions &actions = m_parts.actions;
    actions.add(
        u"messages.pin"_s, [] { return tr("Pin or unpin the message"); }, {}, [this] { m_panel.togglePin(); });
    actions.add(
        u"messages.answer"_s, [] { return tr("Go to its question or answer"); }, {},
        [this] {
            const journal::Message &message = *m_panel.current();
            m_panel.goTo(message.request != 0 ? message.request : message.answer);
        });
    actions.add(
        u"messages.copyJson"_s, [] { return tr("Copy the message as JSON"); }, {},
        [this] { copy(QString::fromUtf8(journal::toJson(*m_panel.current()).toPretty())); });
    actions.add(
        u"messages.copyCurl"_s, [] { return tr("Copy the request for curl"); }, {}, [this] { copy(curlCommand(*m_panel.current())); });
    actions.add(
        u"messages.copyCommand"_s, [] { return tr("Copy the message for signalbox-cli"); }, {},
        [this] { copy(cliCommand(*m_panel.current())); });
}

void MessageCommands::enable()
{
    const auto &message = m_panel.current();
    const auto set = [this](const char *id, bool enabled) {
        m_parts.actions.find(QLatin1String(id))->setEnabled(enabled);
    };
    for (const char *const id : {"messages.pin", "messages.copyJson"})
        set(id, message.has_value());
    set("messages.answer", message && (message->request != 0 || message->answer != 0));
    set("messages.copyCurl", message && !curlCommand(*message).isEmpty());
    set("messages.copyCommand", message && !cliCommand(*message).isEmpty());
    for (const char *const id : {"messages.exportFile", "messages.peerRules", "messages.clear"})
        set(id, m_panel.journal());
}

void MessageCommands::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void MessageCommands::exportMessages()
{
    const QString lines = tr("JSON Lines (*.jsonl)");
    const QString archive = tr("HTTP archive (*.har)");
    m_parts.dialogs.saveFile(
        &m_parts.window, tr("Export messages"), QDir::home().filePath(u"messages.jsonl"_s), {lines, archive}, u"jsonl"_s,
        [this](const QString &path) {
            if (!m_panel.reader())
                return;
            const bool isArchive = path.endsWith(".har"_L1, Qt::CaseInsensitive);
            m_writing = m_panel.reader()->write({.path = path,
                                                 .form = isArchive ? journal::RecordingForm::Har : journal::RecordingForm::JsonLines,
                                                 .filter = m_panel.filter(),
                                                 .version = QCoreApplication::applicationVersion()},
                                                [this](journal::SearchProgress now) {
                                                    if (now.total > now.searched)
                                                        m_panel.setNotice(tr("exporting, %1 %").arg(now.searched * 100 / now.total));
                                                });
            m_writing->start([this, path](const core::Result<qint64> &count) {
                m_panel.setNotice(
                    count ? tr("%n message(s) written to \"%1\"", nullptr, static_cast<int>(*count)).arg(QFileInfo(path).fileName())
                          : count.error().message,
                    !count);
            });
        });
}

void MessageCommands::makeRules()
{
    m_parts.dialogs.saveFile(
        &m_parts.window, tr("Peer rules"), QDir::home().filePath(u"peer-rules.json"_s), {tr("Peer rules (*.json)")}, u"json"_s,
        [this](const QString &path) {
            if (!m_panel.reader())
                return;
            m_ruling = m_panel.reader()->writePeerRules(path, m_panel.filter());
            m_ruling->start([this, path](const core::Result<journal::PeerRules> &made) {
                if (!made)
                    return m_panel.setNotice(made.error().message, true);
                QString text = tr("%n rule(s) written to \"%1\"", nullptr, static_cast<int>(made->rules)).arg(QFileInfo(path).fileName());
                if (made->leftOut > 0)
                    text += u"; "_s + tr("%n more do not fit into a file", nullptr, static_cast<int>(made->leftOut));
                m_panel.setNotice(text);
            });
        });
}

void MessageCommands::clear()
{
    m_parts.dialogs.ask(
        &m_parts.window, tr("Delete messages"),
        tr("All messages that are not pinned are deleted from this computer, those that the filter hides, too. Runs are kept."),
        {tr("Delete"), tr("Cancel")}, [this](int button) {
            if (button == 0 && m_panel.journal())
                m_panel.journal()->clear();
        });
}

} // namespace signalbox::designer
