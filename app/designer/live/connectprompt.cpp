// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/live/connectprompt.h"

#include "designer/cluster/connectform.h"
#include "designer/cluster/formlogin.h"
#include "designer/cluster/formrows.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

const QSize firstSize(560, 400);

} // namespace

ConnectPrompt::ConnectPrompt(LiveCluster &live, QSettings &settings, QWidget *parent)
    : QDialog(parent), m_live(live), m_pages(new QStackedWidget(this)), m_form(new ConnectForm(this)), m_tokenPage(new FormRows(this)),
      m_tokenTitle(FormRows::note("title", this)), m_tokenError(FormRows::note("invalid", this)),
      m_token(FormRows::secret(u"prompt.token"_s, this)), m_keep(new QCheckBox(this)), m_noKeychain(FormRows::note("muted", this)),
      m_busy(FormRows::note("muted", this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)),
      m_primary(new QPushButton(this)), m_login(std::make_unique<FormLogin>(live.clusters(), settings, *m_form))
{
    setObjectName(u"prompt"_s);
    resize(firstSize);
    build();
    retranslate();
    connect(&live, &LiveCluster::loginWanted, this, &ConnectPrompt::askLogin);
    connect(&live, &LiveCluster::tokenWanted, this, &ConnectPrompt::askToken);
    connect(&live, &LiveCluster::nothingWanted, this, &ConnectPrompt::vanish);
    connect(m_login.get(), &FormLogin::connected, this, [this](std::shared_ptr<ClusterConnection> connection) {
        vanish();
        m_live.adopt(std::move(connection));
    });
    connect(m_login.get(), &FormLogin::refused, this, &ConnectPrompt::refresh);
    connect(m_login.get(), &FormLogin::noticed, &live, &LiveCluster::notice);
    connect(m_login.get(), &FormLogin::phaseChanged, m_busy, &QLabel::setText);
}

ConnectPrompt::~ConnectPrompt() = default;

void ConnectPrompt::build()
{
    m_tokenError->setObjectName(u"prompt.error"_s);
    m_keep->setObjectName(u"prompt.keep"_s);
    m_keep->setChecked(true);
    m_noKeychain->setObjectName(u"prompt.noKeychain"_s);
    m_noKeychain->hide();
    m_tokenPage->addPlain(m_tokenTitle);
    m_tokenPage->add(m_token);
    m_tokenPage->addPlain(m_keep);
    m_tokenPage->addPlain(m_noKeychain);
    m_tokenPage->addPlain(m_tokenError);
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_tokenPage);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(80);
    m_cancel->setObjectName(u"prompt.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_primary->setObjectName(u"prompt.primary"_s);
    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_progress);
    foot->addWidget(m_busy, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_primary);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    connect(m_form, &ConnectForm::confirmed, this, &ConnectPrompt::confirm);
    connect(m_token, &QLineEdit::returnPressed, this, &ConnectPrompt::confirm);
    connect(m_token, &QLineEdit::textChanged, this, &ConnectPrompt::refresh);
    connect(m_primary, &QPushButton::clicked, this, &ConnectPrompt::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void ConnectPrompt::askLogin(const core::Error &why)
{
    m_login->show(m_live.choice());
    m_login->showError(why);
    m_pages->setCurrentWidget(m_form);
    appear();
}

void ConnectPrompt::askToken(const core::Error &why)
{
    m_token->clear();
    m_tokenError->setText(why.message);
    m_pages->setCurrentWidget(m_tokenPage);
    if (!m_keychain) {
        m_keychain = m_live.clusters().keychain();
        m_keychain->start([this](const Result<std::shared_ptr<secrets::SecretStore>> &store) {
            m_hasKeychain = store && (*store)->isPersistent();
            m_keep->setVisible(m_hasKeychain);
            m_noKeychain->setVisible(!m_hasKeychain);
        });
    }
    appear();
    m_token->setFocus(Qt::OtherFocusReason);
}

void ConnectPrompt::appear()
{
    retranslate();
    show();
    raise();
    activateWindow();
}

void ConnectPrompt::confirm()
{
    if (!m_primary->isEnabled())
        return;
    if (m_pages->currentWidget() == m_form) {
        m_login->start();
        return refresh();
    }
    const QString token = m_token->text();
    m_token->clear();
    vanish();
    m_live.takeToken(token, m_hasKeychain && m_keep->isChecked());
}

void ConnectPrompt::vanish()
{
    m_login->stop();
    if (isVisible())
        QDialog::done(Accepted);
    refresh();
}

void ConnectPrompt::done(int result)
{
    m_login->stop();
    QDialog::done(result);
    refresh();
    m_live.giveUp();
}

void ConnectPrompt::refresh()
{
    const bool isWaiting = m_login->isRunning();
    const bool isLogin = m_pages->currentWidget() == m_form;
    m_pages->setEnabled(!isWaiting);
    m_progress->setVisible(isWaiting);
    if (!isWaiting)
        m_busy->clear();
    m_primary->setEnabled(!isWaiting && (isLogin || !m_token->text().isEmpty()));
    m_primary->setText(isLogin && m_login->mayBan() ? tr("Try anyway") : isLogin ? tr("Connect") : tr("Go on"));
}

void ConnectPrompt::retranslate()
{
    setWindowTitle(tr("Connect to “%1”").arg(m_live.title()));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Waiting"));
    m_tokenTitle->setText(m_live.title());
    m_tokenPage->setLabel(m_token, tr("Token"));
    m_keep->setText(tr("Keep the token in the keychain"));
    m_noKeychain->setText(tr("There is no keychain on this computer: the token is kept until the program ends."));
    refresh();
}

void ConnectPrompt::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace signalbox::designer
