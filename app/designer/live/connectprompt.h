// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the person for what LiveCluster misses: as whom to log in, a password, or the token of the operations. Closing it gives up.
#pragma once

#include "designer/live/livecluster.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace signalbox::designer {

class ConnectForm;
class FormLogin;
class FormRows;

class ConnectPrompt final : public QDialog
{
    Q_OBJECT

public:
    /// Hidden until something is missing. All must outlive it.
    ConnectPrompt(LiveCluster &live, QSettings &settings, QWidget *parent = nullptr);
    ~ConnectPrompt() override;
    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void askLogin(const core::Error &why);
    void askToken(const core::Error &why);
    void confirm();
    void appear();
    void refresh();
    /// Away without giving up: it is done, or nobody wants it any more.
    void vanish();

    LiveCluster &m_live;
    QStackedWidget *m_pages;
    ConnectForm *m_form;
    FormRows *m_tokenPage;
    QLabel *m_tokenTitle;
    QLabel *m_tokenError;
    QLineEdit *m_token;
    QCheckBox *m_keep;
    QLabel *m_noKeychain;
    QLabel *m_busy;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    bool m_hasKeychain = true;
    std::unique_ptr<FormLogin> m_login;
    secrets::SecretStoreCall m_keychain;
};

} // namespace signalbox::designer
