// SPDX-License-Identifier: GPL-3.0-or-later
// Between the open documents and the clusters: opens the dialog, makes tabs of what comes, tells documents what they were saved as.
#pragma once

#include "designer/cluster/clusterdialog.h"

#include <QPointer>

namespace signalbox::designer {

class DocumentPage;
class Workspace;

class ClusterDesk final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ClusterDesk(Clusters &clusters, Workspace &workspace, QSettings &settings, QWidget *window);
    /// Closes the dialog, which cancels what is under way.
    ~ClusterDesk() override;

    void open();
    /// saved comes when it is, and not when the person changes their mind.
    void save(DocumentPage *page, std::function<void()> saved = {});

Q_SIGNALS:
    void notice(const QString &text);

private:
    ClusterDialog *show(std::optional<ClusterSaving> saving);
    void onKept(DocumentPage *page, const ClusterOrigin &to, const scenario::Scenario &saved, const core::Json &stored);

    Clusters &m_clusters;
    Workspace &m_workspace;
    QSettings &m_settings;
    QWidget *m_window;
    QPointer<ClusterDialog> m_dialog; ///< one at a time
};

} // namespace signalbox::designer
