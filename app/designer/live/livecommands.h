// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the current cluster: connect, disconnect, another one, the profiles; asks before somebody's connection goes.
// Shows it in the top bar, and a stripe where it is marked as production.
#pragma once

#include "designer/live/livecluster.h"
#include "designer/shell/windowparts.h"

#include <QPointer>

class QLabel;
class QToolBar;

namespace signalbox::designer {

class ConnectPrompt;
class ProfilesDialog;

class LiveCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LiveCommands(const WindowParts &parts, LiveCluster &live);
    ~LiveCommands() override;

    /// Puts the button of the current cluster there.
    void fill(QToolBar &bar);
    /// A line over the window's whole width, which shows for production alone.
    void fillStripe(QToolBar &stripe);
    /// The stripe as it is to be: also after the window has laid its bars out, or in another language.
    void showProduction();
    void enable();
    void showProfiles(const QString &name = {});

private:
    void connectNow();
    /// then: when nobody's connection is lost by it, or the person wants that.
    void leaveThen(std::function<void()> then);

    const WindowParts m_parts;
    LiveCluster &m_live;
    std::unique_ptr<ConnectPrompt> m_prompt;
    QPointer<ProfilesDialog> m_profiles; ///< one at a time
    QPointer<QToolBar> m_stripe;
    QPointer<QLabel> m_stripeText;
    cluster::Call<LiveCluster::Connection> m_opening;
};

} // namespace signalbox::designer
