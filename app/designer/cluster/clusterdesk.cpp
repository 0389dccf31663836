// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterdesk.h"

#include "cluster/scriptentity.h"
#include "designer/cluster/scriptlist.h"
#include "designer/shell/workspace.h"

#include <QFileInfo>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

ClusterDesk::ClusterDesk(Clusters &clusters, Workspace &workspace, QSettings &settings, QWidget *window)
    : m_clusters(clusters), m_workspace(workspace), m_settings(settings), m_window(window)
{}

ClusterDesk::~ClusterDesk()
{
    delete m_dialog;
}

ClusterDialog *ClusterDesk::show(std::optional<ClusterSaving> saving)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new ClusterDialog(m_clusters, m_settings, std::move(saving), m_window);
    connect(m_dialog, &ClusterDialog::opened, this,
            [this](const Json &entity, const ClusterOrigin &origin, bool beside) { m_workspace.openEntity(entity, origin, beside); });
    m_dialog->show();
    return m_dialog;
}

void ClusterDesk::open()
{
    show({});
}

void ClusterDesk::save(DocumentPage *page, std::function<void()> saved)
{
    ScenarioDocument &document = page->document();
    const auto &origin = document.origin();
    ClusterSaving saving;
    saving.title = document.title();
    saving.origin = origin;
    saving.code = origin ? origin->code : runner::storedCode(document.session().scenario());
    if (saving.code.isEmpty() && !document.path().isEmpty())
        saving.code = QFileInfo(document.path()).completeBaseName();
    saving.content = [&document] {
        return document.session().scenario();
    };
    saving.base = [&document](const ClusterOrigin &to) {
        const auto &from = document.origin();
        return from && from->isSameScenario(to) ? from->base : runner::storedBase(document.session().scenario(), to.code);
    };
    saving.kept = [this, page, saved = std::move(saved)](const ClusterOrigin &to, const scenario::Scenario &kept, const Json &stored) {
        onKept(page, to, kept, stored);
        if (saved)
            saved();
    };
    ClusterDialog *const dialog = show(std::move(saving));
    connect(page, &QObject::destroyed, dialog, &QDialog::reject);
}

void ClusterDesk::onKept(DocumentPage *page, const ClusterOrigin &to, const scenario::Scenario &saved, const Json &stored)
{
    page->document().takeKept(to, saved, stored);
    Q_EMIT notice(tr("Saved “%1” to %2, written %3").arg(to.code, to.cluster.title(), shownTime(cluster::WriteTime::of(stored).text())));
}

} // namespace signalbox::designer
