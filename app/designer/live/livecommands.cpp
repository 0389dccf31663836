// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/live/livecommands.h"

#include "designer/cluster/profilesdialog.h"
#include "designer/live/clusterbutton.h"
#include "designer/live/connectprompt.h"
#include "designer/shell/actions.h"
#include "designer/shell/dialogs.h"
#include "designer/shell/statusline.h"
#include "designer/shell/workbench.h"

#include <QLabel>
#include <QToolBar>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Result;
using State = LiveCluster::State;

LiveCommands::LiveCommands(const WindowParts &parts, LiveCluster &live)
    : m_parts(parts), m_live(live), m_prompt(std::make_unique<ConnectPrompt>(live, parts.settings, &parts.window))
{
    Actions &actions = m_parts.actions;
    actions.add(
        u"cluster.connect"_s, [] { return tr("Connect"); }, {}, [this] { connectNow(); });
    actions.add(
        u"cluster.disconnect"_s, [] { return tr("Disconnect"); }, {}, [this] { leaveThen([this] { m_live.leave(); }); });
    actions.add(
        u"cluster.profiles"_s, [] { return tr("Profiles…"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P), [this] { showProfiles(); });
    for (const auto signal : {&LiveCluster::stateChanged, &LiveCluster::choiceChanged}) {
        connect(&live, signal, this, &LiveCommands::enable);
        connect(&live, signal, this, &LiveCommands::showProduction);
    }
    connect(&live, &LiveCluster::notice, &m_parts.status, &StatusLine::notice);
    enable();
}

LiveCommands::~LiveCommands()
{
    delete m_profiles;
}

void LiveCommands::enable()
{
    const bool isThere = m_live.connection() != nullptr || m_live.state() == State::Connecting;
    m_parts.actions.find(u"cluster.connect"_s)->setEnabled(!isThere);
    m_parts.actions.find(u"cluster.disconnect"_s)->setEnabled(isThere);
}

void LiveCommands::fill(QToolBar &bar)
{
    const auto action = [this](const char *id) {
        return m_parts.actions.find(QLatin1String(id));
    };
    auto *const button = new ClusterButton(m_live, m_parts.workbench.appearance,
                                           {action("cluster.connect"), action("cluster.disconnect"), action("cluster.profiles")}, &bar);
    bar.addWidget(button);
    connect(button, &ClusterButton::chosen, this, [this](const ClusterChoice &choice) {
        if (choice.key() == m_live.choice().key())
            return;
        leaveThen([this, choice] { m_live.choose(choice); });
    });
}

void LiveCommands::fillStripe(QToolBar &stripe)
{
    m_stripe = &stripe;
    stripe.setProperty("production", true);
    m_stripeText = new QLabel(&stripe);
    m_stripeText->setObjectName(u"production.text"_s);
    m_stripeText->setTextFormat(Qt::PlainText);
    stripe.addWidget(m_stripeText);
    showProduction();
}

void LiveCommands::showProduction()
{
    if (!m_stripe)
        return;
    m_stripeText->setText(tr("“%1” is production: what runs there touches real connections.").arg(m_live.title()));
    m_stripe->setVisible(m_live.isProduction());
}

void LiveCommands::connectNow()
{
    m_opening = m_live.open(LiveCluster::Need::Session);
    m_opening->start([this](const Result<LiveCluster::Connection> &connection) {
        if (!connection && connection.error().code != "cancelled"_L1)
            m_parts.status.notice(connection.error().message);
    });
}

void LiveCommands::leaveThen(std::function<void()> then)
{
    if (!m_live.isInUse())
        return then();
    m_parts.dialogs.ask(&m_parts.window, tr("Disconnect from “%1”?").arg(m_live.title()),
                        tr("Its connection is in use: a run that is under way ends, and lists that are kept live stop."),
                        {tr("Disconnect"), tr("Stay connected")}, [self = QPointer<LiveCommands>(this), then](int button) {
                            if (self && button == 0)
                                then();
                        });
}

void LiveCommands::showProfiles(const QString &name)
{
    if (!m_profiles)
        m_profiles = new ProfilesDialog(m_live.clusters(), m_parts.dialogs, &m_parts.window);
    m_profiles->show();
    m_profiles->raise();
    m_profiles->activateWindow();
    if (!name.isEmpty())
        m_profiles->select(name);
}

} // namespace signalbox::designer
