// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of a profile says, in the language of now.
#include "designer/cluster/dialecttable.h"
#include "designer/cluster/formrows.h"
#include "designer/cluster/nodestable.h"
#include "designer/cluster/profileform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

void ProfileForm::retranslate()
{
    const std::initializer_list<std::pair<QWidget *, QString>> titles = {{m_general, tr("Cluster")}, {m_nodes, tr("Nodes")},
                                                                         {m_tls, tr("TLS")},         {m_proxy, tr("Proxy")},
                                                                         {m_times, tr("Time-outs")}, {m_advanced, tr("Advanced")}};
    for (const auto &[page, title] : titles)
        setTabText(indexOf(page), title);
    retranslateGeneral();
    retranslateRest();
    m_nodes->retranslate();
    m_dialect->retranslate();
}

void ProfileForm::retranslateGeneral()
{
    m_general->setLabel(m_name, tr("Name"));
    m_general->setLabel(m_address, tr("Address"));
    m_address->setPlaceholderText(tr("https://cluster.example.com"));
    m_general->setLabel(m_domain, tr("Domain"));
    m_general->setLabel(m_login, tr("Login"));
    m_general->setLabel(m_session, tr("Session"));
    m_session->setItemText(0, tr("by the cookie of the login"));
    m_session->setItemText(1, tr("by a Bearer header"));
    m_general->setLabel(m_password, tr("Password"));
    m_general->setLabel(m_token, tr("Token"));
    m_token->setToolTip(tr("Of an integration point: runs and operations go by it."));
    for (QLineEdit *const secret : {m_password, m_token, m_proxyPassword})
        secret->setPlaceholderText(tr("Empty: the one that is kept"));
    m_keep->setText(tr("Keep passwords and token in the keychain"));
    m_noKeychain->setText(
        tr("There is no keychain on this computer: passwords and token are kept until the program ends. No file holds them."));
    m_production->setText(tr("Production: ask before anything is run or saved there"));
}

void ProfileForm::retranslateRest()
{
    m_tls->setLabel(m_ca, tr("Authority (CA)"));
    m_ca->setPlaceholderText(tr("PEM file; beside the system's authorities"));
    m_tls->setLabel(m_certificate, tr("Client certificate"));
    m_certificate->setPlaceholderText(tr("PEM file"));
    m_tls->setLabel(m_key, tr("Client key"));
    m_key->setPlaceholderText(tr("PEM file without a password"));
    m_tls->setLabel(m_pins, tr("Pinned key"));
    m_pins->setPlaceholderText(u"sha256//…"_s);
    m_tlsNote->setText(tr("With a pinned key the cluster must show this very key, and a certificate that is trusted besides; “Test "
                          "connection” tells the key that it shows now."));
    for (QPushButton *const button : m_tls->findChildren<QPushButton *>())
        button->setAccessibleName(tr("Choose a file"));
    m_proxy->setLabel(m_proxyKind, tr("Proxy"));
    m_proxyKind->setItemText(0, tr("as the system has it"));
    m_proxy->setLabel(m_proxyHost, tr("Host"));
    m_proxy->setLabel(m_proxyPort, tr("Port"));
    m_proxy->setLabel(m_proxyUser, tr("User"));
    m_proxy->setLabel(m_proxyPassword, tr("Password"));
    const QString labels[] = {tr("Connecting"), tr("An answer"), tr("A transfer without progress")};
    for (qsizetype i = 0; i < m_waits.size(); ++i) {
        m_times->setLabel(m_waits.at(i), labels[i]);
        m_waits.at(i)->setSuffix(tr(" s"));
    }
    m_dialectNote->setText(tr("What the platform's documentation leaves open, and what this program takes for granted. Change a value only "
                              "where your cluster is known to do otherwise."));
    m_dialectView->setAccessibleName(tr("Assumptions about the cluster"));
}

} // namespace signalbox::designer
