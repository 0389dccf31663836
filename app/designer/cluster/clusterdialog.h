// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a scenario from a cluster, or saves one there: choose the cluster, log in, choose the scenario. Never blocks; closing it cancels
// what is under way and logs out. Documents are the caller's.
#pragma once

#include "designer/cluster/connectcall.h"
#include "runner/scenariokeeping.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace signalbox::designer {

class ClusterList;
class ConflictPage;
class ConnectForm;
class FormLogin;
class ProductionPage;
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
    ClusterChoice firstTyped() const;
    void chooseFirst();
    void showChoice();
    void connectNow();
    void onConnected(std::shared_ptr<ClusterConnection> connection);
    void disconnectNow();
    void reload();
    void openSelected();
    /// Asks first where the cluster is marked as production.
    void trySave();
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
    ClusterList *m_list;
    QStackedWidget *m_pages;
    ConnectForm *m_form;
    ScriptsPage *m_scripts;
    ProductionPage *m_production;
    ConflictPage *m_conflict;
    QLabel *m_busy;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    QPushButton *m_close;
    QPointer<QWidget> m_focus; ///< before a wait
    QString m_note;            ///< what is said while nothing is waited for
    bool m_isWaiting = false;
    QString m_phase; ///< of a login

    std::shared_ptr<ClusterConnection> m_connection;
    // Destroyed before the connection.
    std::unique_ptr<FormLogin> m_login;
    cluster::Call<QList<cluster::StoredScript>> m_listing;
    cluster::Call<core::Json> m_reading;
    cluster::Call<runner::Kept> m_keeping;
    core::Json m_theirs;
};

} // namespace signalbox::designer
