// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/formlogin.h"

#include "designer/cluster/connectform.h"

#include <QPointer>
#include <QSettings>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::SecretKind;
using core::Result;
using Kind = ClusterChoice::Kind;

namespace {

const auto addressSetting = u"cluster/address"_s;
const auto domainSetting = u"cluster/domain"_s;
const auto loginSetting = u"cluster/login"_s;

} // namespace

FormLogin::FormLogin(Clusters &clusters, QSettings &settings, ConnectForm &form) : m_clusters(clusters), m_settings(settings), m_form(form)
{}

FormLogin::~FormLogin() = default;

ClusterChoice FormLogin::lastTyped(const QSettings &settings)
{
    ClusterChoice typed;
    typed.profile.address = QUrl(settings.value(addressSetting).toString());
    typed.profile.domain = settings.value(domainSetting).toString();
    typed.profile.login = settings.value(loginSetting).toString();
    return typed;
}

void FormLogin::show(const ClusterChoice &choice)
{
    stop();
    m_mayBan = false;
    m_isKeptRefused = false;
    m_form.show(choice, choice.kind == Kind::Simulated ? m_clusters.embedded().demoUser().password : QString());
    if (choice.kind != Kind::Simulated)
        findKeychain();
}

/// Once, and only for a cluster whose password it may keep: the system may ask the person to unlock it.
void FormLogin::findKeychain()
{
    if (m_keychain)
        return;
    m_keychain = m_clusters.keychain();
    m_keychain->start(
        [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) { m_form.setKeychain(store && (*store)->isPersistent()); });
}

void FormLogin::start()
{
    m_form.clearError();
    const Result<ClusterChoice> choice = m_form.choice();
    if (!choice)
        return m_form.showError(choice.error());
    if (const QString name = m_form.profileName(); !name.isEmpty() && m_clusters.profiles().find(name))
        return m_form.showError(
            {u"bad_form"_s, tr("There is a profile “%1” already. Give this one another name.").arg(m_form.profileName()), {}});
    const TypedSecrets secrets = m_form.secrets();
    if (m_isKeptRefused && secrets.password.isEmpty()) {
        m_form.askPassword(false);
        return m_form.showError({u"no_password"_s, tr("The password that is kept was refused. Type in the one that counts now."), {}});
    }
    m_connecting =
        std::make_unique<ConnectCall>(m_clusters, *choice, secrets, [this](const QString &phase) { Q_EMIT phaseChanged(phase); });
    m_connecting->start([this, typed = *choice, secrets](Result<std::shared_ptr<ClusterConnection>> connection) {
        const cluster::Call<std::shared_ptr<ClusterConnection>> over = std::move(m_connecting);
        if (connection)
            onConnected(typed, secrets, std::move(*connection));
        else
            onRefused(typed, secrets, connection.error());
    });
}

void FormLogin::stop()
{
    m_connecting.reset();
}

void FormLogin::onConnected(const ClusterChoice &typed, const TypedSecrets &secrets, std::shared_ptr<ClusterConnection> connection)
{
    m_mayBan = false;
    keepWhatWorked(typed, secrets);
    Q_EMIT connected(std::move(connection));
}

void FormLogin::keepWhatWorked(const ClusterChoice &choice, const TypedSecrets &secrets)
{
    if (choice.kind == Kind::Address) {
        m_settings.setValue(addressSetting, choice.profile.address.toString(QUrl::RemoveUserInfo));
        m_settings.setValue(domainSetting, choice.profile.domain);
        m_settings.setValue(loginSetting, choice.profile.login);
    }
    const auto told = [self = QPointer<FormLogin>(this)](const Result<void> &result) {
        if (self && !result)
            Q_EMIT self->noticed(tr("It is kept until the program ends only: %1").arg(result.error().message));
    };
    const bool inKeychain = m_form.keepsInKeychain();
    if (!secrets.password.isEmpty())
        m_clusters.keepSecret(SecretKind::Password, choice, secrets.password, inKeychain, told);
    if (!secrets.proxyPassword.isEmpty())
        m_clusters.keepSecret(SecretKind::ProxyPassword, choice, secrets.proxyPassword, inKeychain, told);
    if (m_form.profileName().isEmpty())
        return;
    const QString name = choice.profile.name;
    m_clusters.profiles().put(choice.profile, {}, [self = QPointer<FormLogin>(this), name](const Result<void> &kept) {
        if (self)
            Q_EMIT self->noticed(kept ? tr("The profile “%1” is kept.").arg(name) : kept.error().message);
    });
}

void FormLogin::showError(const core::Error &error)
{
    m_form.showError(error);
    m_mayBan = error.code == "banned_soon"_L1;
    if (error.code == "refused"_L1 || error.code == "banned_soon"_L1 || error.code == "no_password"_L1)
        m_form.askPassword(false);
    else if (error.code == "no_proxy_password"_L1)
        m_form.askPassword(true);
}

void FormLogin::onRefused(const ClusterChoice &typed, const TypedSecrets &secrets, const core::Error &error)
{
    const bool isPassword = error.code == "refused"_L1 || error.code == "banned_soon"_L1;
    if (isPassword)
        m_clusters.forget(SecretKind::Password, typed);
    m_isKeptRefused = m_isKeptRefused || (isPassword && secrets.password.isEmpty());
    m_mayBan = error.code == "banned_soon"_L1;
    Q_EMIT refused(); // the form can be used again: the field that is asked for gets the focus
    showError(error);
}

} // namespace signalbox::designer
