// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in a folder of its own, with answers in place of dialogs and secrets in memory alone.
#pragma once

#include "cluster/calls.h"
#include "designer/cluster/clusters.h"
#include "designer/shell/mainwindow.h"
#include "support/answeringdialogs.h"
#include "support/designerstage.h"

#include <QTemporaryDir>

namespace signalbox::test {

class WindowStage
{
    using Store = std::shared_ptr<secrets::SecretStore>;

public:
    /// Open and active. stage must outlive it.
    explicit WindowStage(Stage &stage, Store keychain = secrets::makeSessionStore())
        : m_stage(stage), settings(path(QStringLiteral("signalbox.conf")), QSettings::IniFormat),
          clusters({{clock, scheduler, random},
                    path(QStringLiteral("profiles.json")),
                    [this, keychain] {
                        ++keychainOpened;
                        return std::make_unique<cluster::KnownCall<Store>>(scheduler, keychain);
                    },
                    designer::EmbeddedCluster::demo})
    {
        languages.use(QStringLiteral("en"));
        open();
    }
    ~WindowStage() { shut(); }
    WindowStage(const WindowStage &) = delete;
    WindowStage &operator=(const WindowStage &) = delete;

    void open()
    {
        autosave = std::make_unique<designer::Autosave>(path(QStringLiteral("autosave")), m_stage.scheduler);
        window = std::make_unique<designer::MainWindow>(m_stage.workbench, dialogs, languages, settings, *autosave, clusters);
        showActive(*window);
    }
    void shut()
    {
        window.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        autosave.reset();
    }

    /// In its folder.
    QString path(const QString &name) const { return folder.filePath(name); }
    designer::Workspace &workspace() const { return window->workspace(); }
    designer::DocumentPage &page() const { return *workspace().current(); }
    /// What is not enabled fails the test. What it began off the interface thread is done afterwards.
    void trigger(const char *id) const
    {
        QAction *const action = window->actions().find(QLatin1String(id));
        QVERIFY2(action && action->isEnabled(), id);
        action->trigger();
        settle();
    }
    /// Waits for what is read, written, exported and printed.
    void settle() const { QTRY_VERIFY(workspace().tasks().isIdle()); }
    /// As Workspace::open(), and they are there.
    void open(const QStringList &paths) const
    {
        workspace().open(paths);
        settle();
    }

private:
    Stage &m_stage;

public:
    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SystemRandom random;
    QTemporaryDir folder;
    QSettings settings;
    AnsweringDialogs dialogs;
    designer::Languages languages;
    int keychainOpened = 0;
    designer::Clusters clusters;
    std::unique_ptr<designer::Autosave> autosave;
    std::unique_ptr<designer::MainWindow> window;
};

} // namespace signalbox::test
