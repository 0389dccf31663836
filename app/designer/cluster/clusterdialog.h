// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a scenario from a cluster, or saves one there: choose the cluster, log in, choose the scenario. Never blocks; closing it cancels
// what is under way and logs out. Documents are the caller's.
#pragma once

#include "designer/cluster/connectcall.h"
#include "runner/scenariokeeping.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace signalbox::designer {

class ConflictPage;
class ConnectForm;
class ScriptsPage;

/// A document that is to be saved.
struct ClusterSaving {
    QString title; ///< of the document
    QString code;  ///< suggested; may be empty
    std::optional<ClusterOrigin> origin;
    /// Its content as it is by then; what is saved is told by kept.
    std::function<scenario::Scenario()> content;
    /// What tells the edit that it comes from; null where nothing does.
    std::function<core::Json(const ClusterOrigin &to)> base;
    std::function<void(const ClusterOrigin &to, const scenario::Scenario &saved, const core::Json &stored)> kept;
};

class ClusterDialog final : public QDialog
{
    Q_OBJECT

public:
    /// To open, or, with saving, to save. clusters and settings must outlive it.
    ClusterDialog(Clusters &clusters, QSettings &settings, std::optional<ClusterSaving> saving, QWidget *parent = nullptr);
    ~ClusterDialog() override;
    void done(int result) override;

Q_SIGNALS:
    /// A whole entity. beside: also where it is open already.
    void opened(const signalbox::core::Json &entity, const signalbox::designer::ClusterOrigin &origin, bool beside);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void fillChoices();
    void chooseFirst();
    void showChoice();
    /// Once, and only for a cluster whose password it may keep: the system may ask the person to unlock it.
    void findKeychain();
    void connectNow();
    void onConnected(const ClusterChoice &typed, const TypedSecrets &secrets, std::shared_ptr<ClusterConnection> connection);
    void onRefused(const ClusterChoice &typed, const TypedSecrets &secrets, const core::Error &error);
    void keepWhatWorked(const ClusterChoice &choice, const TypedSecrets &secrets);
    void disconnectNow();
    void reload();
    void openSelected();
    void save(bool overwrites);
    void onListError(const core::Error &error);
    void showPage(QWidget *page);
    void confirm();
    void wait(const QString &what);
    void waitNoMore();
    void stop();
    void updateButtons();
    void note(const QString &text);
    ClusterOrigin target(const QString &code) const;

    Clusters &m_clusters;
    QSettings &m_settings;
    const std::optional<ClusterSaving> m_saving;
    QList<ClusterChoice> m_choices;
    QListWidget *m_list;
    QLabel *m_listNote;
    QStackedWidget *m_pages;
    ConnectForm *m_form;
    ScriptsPage *m_scripts;
    ConflictPage *m_conflict;
    QLabel *m_busy;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    QPushButton *m_close;
    QPointer<QWidget> m_focus; ///< before a wait
    QString m_note;            ///< what is said while nothing is waited for
    bool m_isWaiting = false;
    bool m_isKeptRefused = false; ///< the password that is kept is not the right one
    bool m_mayBan = false;        ///< one more failed login, and the cluster refuses this computer

    std::shared_ptr<ClusterConnection> m_connection;
    // Destroyed before the connection.
    cluster::Call<std::shared_ptr<ClusterConnection>> m_connecting;
    cluster::Call<QList<cluster::StoredScript>> m_listing;
    cluster::Call<core::Json> m_reading;
    cluster::Call<runner::Kept> m_keeping;
    secrets::SecretStoreCall m_keychain;
    core::Json m_theirs;
};

} // namespace signalbox::designer
