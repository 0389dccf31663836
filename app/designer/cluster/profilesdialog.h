// SPDX-License-Identifier: GPL-3.0-or-later
// The kept profiles: add, duplicate, change, delete, and test the connection of each. Reads and writes through Profiles, beside the
// interface thread; what a profile consists of is ProfileForm's.
#pragma once

#include "designer/cluster/profiletest.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace signalbox::designer {

class Dialogs;
class EmptyNote;
class ProfileForm;
class TestSteps;

class ProfilesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ProfilesDialog(Clusters &clusters, Dialogs &dialogs, QWidget *parent = nullptr);
    ~ProfilesDialog() override;
    /// Asks first where something was changed.
    void reject() override;

    /// The profile of this name in front.
    void select(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void takeProfiles();
    void onRowChanged();
    void showProfile(const QString &name);
    void addNew(cluster::Profile profile);
    void duplicate();
    void remove();
    /// then: after it is written.
    void save(std::function<void()> then = {});
    /// before: the profile as it was kept, perhaps by another name.
    void keepSecrets(const std::optional<cluster::Profile> &before, const cluster::Profile &profile, const TypedSecrets &secrets);
    /// goOn: when nothing is left to be saved.
    void settle(std::function<void()> goOn);
    void startTest();
    void stopTest();
    void findKeychain();
    void refresh();
    void note(const QString &text, bool isFault = false);
    QString freeName(const QString &like) const;
    QStringList otherNames() const;

    Clusters &m_clusters;
    Dialogs &m_dialogs;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QStackedWidget *m_pages;
    ProfileForm *m_form;
    TestSteps *m_steps;
    EmptyNote *m_nothing;
    QLabel *m_note;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_close;
    QString m_name;         ///< of the profile that is shown, as it is kept; empty: a new one
    QString m_awaited;      ///< to be chosen when it is there
    bool m_isThere = false; ///< a profile is shown
    bool m_isWriting = false;
    cluster::Call<QList<cluster::ConnectionStep>> m_testing;
    secrets::SecretStoreCall m_keychain;
};

} // namespace signalbox::designer
