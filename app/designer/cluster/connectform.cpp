// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/connectform.h"

#include "designer/shell/controlstyle.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using Kind = ClusterChoice::Kind;

namespace {

constexpr int longestField = 500;

QLineEdit *field(const QString &name, QWidget *parent)
{
    auto *const made = new QLineEdit(parent);
    made->setObjectName(u"cluster."_s + name);
    made->setMaxLength(longestField);
    return made;
}

QLabel *text(const char *property, QWidget *parent)
{
    auto *const made = new QLabel(parent);
    made->setProperty(property, true);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

QString explained(const core::Error &error)
{
    QString advice;
    if (error.detail == "tls"_L1)
        advice.clear(); // it says what to do
    else if (error.code == "unreachable"_L1)
        advice = ConnectForm::tr("Check the address, that the cluster runs, and whether it is reached through a proxy or a VPN.");
    else if (error.code == "timeout"_L1)
        advice = ConnectForm::tr("Try again; if it stays so, the cluster or the way to it is overloaded.");
    else if (error.code == "bad_profile"_L1)
        advice = ConnectForm::tr("Correct the profile under Cluster › Profiles, or type the address in.");
    else if (error.code == "try_later"_L1)
        advice = ConnectForm::tr("Wait a moment and try again.");
    else if (error.code == "not_connected"_L1)
        advice = ConnectForm::tr("Connect again.");
    return advice.isEmpty() ? error.message : error.message + u' ' + advice;
}

ConnectForm::ConnectForm(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout), m_title(text("title", this)), m_about(text("muted", this)),
      m_address(field(u"address"_s, this)), m_domain(field(u"domain"_s, this)), m_login(field(u"login"_s, this)),
      m_password(field(u"password"_s, this)), m_proxyPassword(field(u"proxyPassword"_s, this)), m_keep(new QCheckBox(this)),
      m_noKeychain(text("muted", this)), m_keepProfile(new QCheckBox(this)), m_name(field(u"name"_s, this)), m_error(text("invalid", this))
{
    m_error->setObjectName(u"cluster.error"_s);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_noKeychain->setObjectName(u"cluster.noKeychain"_s);
    m_keep->setObjectName(u"cluster.keepPassword"_s);
    m_keep->setChecked(true);
    m_keepProfile->setObjectName(u"cluster.keepProfile"_s);
    for (QLineEdit *const secret : {m_password, m_proxyPassword}) {
        secret->setEchoMode(QLineEdit::Password);
        secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
    m_form->setSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QWidget *const one : std::initializer_list<QWidget *>{m_address, m_domain, m_login, m_password, m_keep, m_noKeychain,
                                                               m_proxyPassword, m_keepProfile, m_name})
        m_form->addRow(one == m_keep || one == m_noKeychain || one == m_keepProfile ? u""_s : u" "_s, one);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addSpacing(4);
    layout->addLayout(m_form);
    layout->addSpacing(4);
    layout->addWidget(m_error);
    layout->addStretch(1);
    for (QLineEdit *const line : {m_address, m_domain, m_login, m_password, m_proxyPassword, m_name})
        connect(line, &QLineEdit::returnPressed, this, &ConnectForm::confirmed);
    connect(m_keepProfile, &QCheckBox::toggled, this, [this](bool isOn) {
        showRow(m_name, isOn);
        if (isOn)
            m_name->setFocus(Qt::OtherFocusReason);
    });
    show({});
}

void ConnectForm::showRow(QWidget *one, bool isShown)
{
    m_form->setRowVisible(one, isShown);
}

void ConnectForm::show(const ClusterChoice &choice, const QString &password)
{
    m_choice = choice;
    const cluster::Profile &profile = choice.profile;
    const bool isTyped = choice.kind == Kind::Address;
    m_address->setText(profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash));
    m_address->setReadOnly(!isTyped);
    m_domain->setText(profile.domain);
    m_domain->setReadOnly(choice.kind == Kind::Profile && !profile.domain.isEmpty());
    m_login->setText(profile.login);
    m_login->setReadOnly(choice.kind == Kind::Profile && !profile.login.isEmpty());
    m_password->setText(password);
    m_proxyPassword->clear();
    m_keepProfile->setChecked(false);
    m_name->clear();
    showRow(m_address, choice.kind != Kind::Simulated);
    showRow(m_proxyPassword, !profile.proxy.user.isEmpty());
    showRow(m_keepProfile, isTyped);
    showRow(m_name, false);
    setKeychain(m_hasKeychain);
    clearError();
    retranslate();
}

void ConnectForm::setKeychain(bool isThere)
{
    m_hasKeychain = isThere;
    const bool isDemo = m_choice.kind == Kind::Simulated;
    showRow(m_keep, isThere && !isDemo);
    showRow(m_noKeychain, !isThere && !isDemo);
}

void ConnectForm::retranslate()
{
    const auto label = [this](QWidget *one, const QString &said) {
        if (auto *const shown = qobject_cast<QLabel *>(m_form->labelForField(one))) {
            shown->setText(said);
            shown->setFixedHeight(controlHeight); // its text stands on the field's line
        }
        one->setAccessibleName(said);
    };
    label(m_address, tr("Address"));
    label(m_domain, tr("Domain"));
    label(m_login, tr("Login"));
    label(m_password, tr("Password"));
    label(m_proxyPassword, tr("Proxy password"));
    label(m_name, tr("Profile name"));
    m_address->setPlaceholderText(tr("https://cluster.example.com"));
    m_password->setPlaceholderText(m_choice.kind == Kind::Simulated ? QString() : tr("Empty: the one that is kept"));
    m_keep->setText(tr("Keep the password in the keychain"));
    m_noKeychain->setText(tr("There is no keychain on this computer: the password is kept until the program ends."));
    m_keepProfile->setText(tr("Keep this address as a profile"));
    m_title->setText(m_choice.title());
    switch (m_choice.kind) {
    case Kind::Simulated:
        m_about->setText(
            tr("A cluster inside this program, to try things out: with demo users and peers, and the examples on it. It starts "
               "when you connect; what you save there is gone when the program ends."));
        break;
    case Kind::Profile:
        m_about->setText(m_choice.profile.isProduction ? tr("A profile that is marked as production: what you save there is in use.")
                                                       : tr("A profile of this computer. TLS and proxy are those of the profile."));
        break;
    case Kind::Address:
        m_about->setText(tr("For a certificate authority or a proxy of its own, a cluster needs a profile."));
        break;
    }
}

tl::unexpected<core::Error> ConnectForm::wrong(QLineEdit *one, const QString &why)
{
    one->setFocus(Qt::OtherFocusReason);
    one->selectAll();
    return core::fail(u"bad_form"_s, why);
}

core::Result<ClusterChoice> ConnectForm::choice()
{
    ClusterChoice wanted = m_choice;
    cluster::Profile &profile = wanted.profile;
    if (wanted.kind == Kind::Address) {
        const QUrl address(m_address->text().trimmed(), QUrl::StrictMode);
        // What was typed is not repeated: it may hold a password.
        if (!cluster::isOrigin(address))
            return wrong(m_address, tr("An address is http://HOST:PORT or https://HOST:PORT, without a path and without a name or password "
                                       "in it."));
        profile.address = address.adjusted(QUrl::StripTrailingSlash);
    }
    profile.domain = m_domain->text().trimmed();
    if (profile.domain.isEmpty())
        return wrong(m_domain, tr("The domain is missing: the cluster's domain that the login belongs to."));
    profile.login = m_login->text().trimmed();
    if (profile.login.isEmpty())
        return wrong(m_login, tr("The login is missing."));
    if (wanted.kind == Kind::Simulated && m_password->text().isEmpty())
        return wrong(m_password, tr("The password is missing."));
    if (m_keepProfile->isChecked() && wanted.kind == Kind::Address) {
        if (profileName().isEmpty())
            return wrong(m_name, tr("The profile needs a name."));
        profile.name = profileName();
        wanted.kind = Kind::Profile;
    }
    return wanted;
}

TypedSecrets ConnectForm::secrets() const
{
    return {m_password->text(), m_proxyPassword->text()};
}

bool ConnectForm::keepsInKeychain() const
{
    return m_hasKeychain && m_keep->isChecked() && m_choice.kind != Kind::Simulated;
}

QString ConnectForm::profileName() const
{
    return m_keepProfile->isChecked() ? m_name->text().trimmed() : QString();
}

void ConnectForm::showError(const core::Error &error)
{
    m_error->setText(explained(error));
    m_error->show();
}

void ConnectForm::clearError()
{
    m_error->clear();
    m_error->hide();
}

void ConnectForm::askPassword(bool ofProxy)
{
    QLineEdit *const asked = ofProxy ? m_proxyPassword : m_password;
    asked->clear();
    asked->setFocus(Qt::OtherFocusReason);
}

void ConnectForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
