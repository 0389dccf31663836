// SPDX-License-Identifier: GPL-3.0-or-later
// One profile to be edited: all that it says, on pages, and the secrets that go with it. Says at each field what is wrong with it. Keeps
// nothing.
#pragma once

#include "designer/cluster/connectcall.h"

#include <QTabWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableView;

namespace signalbox::designer {

class DialectTable;
class Dialogs;
class FormRows;
class NodesTable;

class ProfileForm final : public QTabWidget
{
    Q_OBJECT

public:
    /// dialogs must outlive it.
    explicit ProfileForm(Dialogs &dialogs, QWidget *parent = nullptr);

    void show(const cluster::Profile &profile);
    /// Until it is known there is taken to be one.
    void setKeychain(bool isThere);
    /// Nothing where something is wrong: it is said at the fields, and the first of them has the focus. taken: names of other profiles.
    std::optional<cluster::Profile> profile(const QStringList &taken);
    /// As typed in; what is empty stays as it is kept.
    TypedSecrets secrets() const;
    bool keepsInKeychain() const;
    /// Something was changed since show() or setKept().
    bool isEdited() const { return m_isEdited; }
    void setKept();
    void focusName();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildGeneral();
    void buildTls();
    void buildProxy();
    void buildTimes();
    void buildDialect();
    void listen();
    void retranslate();
    void retranslateGeneral();
    void retranslateRest();
    void showProxyFields();
    void showMeaning();
    void noteEdit();
    void chooseFile(QLineEdit *field, const QString &title);
    void checkGeneral(cluster::Profile &profile);
    void checkTls(cluster::Profile &profile);
    void checkProxy(cluster::Profile &profile);
    void checkNodes(cluster::Profile &profile); ///< after checkTls()
    /// What is shown to be wrong, in the language of now.
    void sayAgain();
    /// Whether nothing on this page is wrong; else it is shown.
    bool isRight(FormRows *page);

    Dialogs &m_dialogs;
    cluster::Profile m_profile; ///< as it was shown: what has no field stays
    QStringList m_taken;        ///< names of other profiles, as last given
    bool m_hasKeychain = true;
    bool m_isEdited = false;
    bool m_isShowing = false;

    FormRows *m_general;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_domain;
    QLineEdit *m_login;
    QComboBox *m_session;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QCheckBox *m_keep;
    QLabel *m_noKeychain;
    QCheckBox *m_production;
    NodesTable *m_nodes;
    FormRows *m_tls;
    QLabel *m_tlsNote;
    QLineEdit *m_ca;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_pins;
    FormRows *m_proxy;
    QComboBox *m_proxyKind;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    QLineEdit *m_proxyUser;
    QLineEdit *m_proxyPassword;
    FormRows *m_times;
    QList<QSpinBox *> m_waits; ///< connect, request, transfer
    QWidget *m_advanced;
    QLabel *m_dialectNote;
    DialectTable *m_dialect;
    QTableView *m_dialectView;
    QLabel *m_dialectError;
    QLabel *m_dialectMeaning; ///< of the current row, whole
};

} // namespace signalbox::designer
