// SPDX-License-Identifier: GPL-3.0-or-later
// Who logs in, and where: what a profile says, or what is typed in, and the password. Keeps nothing and connects to nothing.
#pragma once

#include "designer/cluster/connectcall.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace signalbox::designer {

class ConnectForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectForm(QWidget *parent = nullptr);

    /// password: of the demo user alone; else what is kept is looked for when connecting.
    void show(const ClusterChoice &choice, const QString &password = {});
    /// Whether there is a keychain; until this is known there is taken to be one.
    void setKeychain(bool isThere);

    /// What is to be connected to, or why that cannot be: the field that is wrong gets the focus. Error: bad_form.
    core::Result<ClusterChoice> choice();
    TypedSecrets secrets() const;
    bool keepsInKeychain() const;
    QString profileName() const; ///< under which the address is to be kept; empty: it is not

    void showError(const core::Error &error);
    void clearError();
    /// The refused or missing password.
    void askPassword(bool ofProxy);

Q_SIGNALS:
    void confirmed(); ///< Enter in a field

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showRow(QWidget *field, bool isShown);
    tl::unexpected<core::Error> wrong(QLineEdit *field, const QString &why);

    ClusterChoice m_choice;
    bool m_hasKeychain = true;
    QFormLayout *m_form;
    QLabel *m_title;
    QLabel *m_about;
    QLineEdit *m_address;
    QLineEdit *m_domain;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_proxyPassword;
    QCheckBox *m_keep;
    QLabel *m_noKeychain;
    QCheckBox *m_keepProfile;
    QLineEdit *m_name;
    QLabel *m_error;
};

/// What an error of a cluster says, and what to do about it where it does not say so itself.
QString explained(const core::Error &error);

} // namespace signalbox::designer
