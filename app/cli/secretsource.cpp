// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretsource.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

QString SecretSource::key(Kind kind, const cluster::Profile &profile)
{
    const QString address = profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    return kind == Kind::Password ? u"password %1@%2 %3"_s.arg(profile.login, profile.domain, address)
                                  : u"token %1 %2"_s.arg(profile.domain, address);
}

void SecretSource::answer(core::Result<QString> secret)
{
    if (const Found found = std::exchange(m_found, nullptr))
        found(std::move(secret));
}

void SecretSource::find(Kind kind, Found found)
{
    m_found = std::move(found);
    const QString variable = kind == Kind::Password ? m_globals.passwordVariable() : m_globals.tokenVariable();
    if (variable.isEmpty()) {
        readKeychain(kind);
        return;
    }
    const std::optional<QString> value = m_context.environment(variable);
    if (value && !value->isEmpty())
        answer(*value);
    else
        answer(core::fail(u"usage"_s, tr("The environment variable %1 is not set.").arg(variable)));
}

void SecretSource::readKeychain(Kind kind)
{
    if (!m_store) {
        m_opening = m_context.openSecrets();
        m_opening->start([this, kind](const core::Result<std::shared_ptr<secrets::SecretStore>> &store) {
            if (!store) {
                ask(kind);
                return;
            }
            m_store = *store;
            readKeychain(kind);
        });
        return;
    }
    m_reading = m_store->read(key(kind, m_globals.profile()));
    m_reading->start([this, kind](const core::Result<std::optional<QString>> &secret) {
        if (secret && *secret)
            answer(**secret);
        else
            ask(kind);
    });
}

void SecretSource::ask(Kind kind)
{
    const bool password = kind == Kind::Password;
    if (m_context.prompt) {
        const QString question = password ? tr("Password of %1: ").arg(m_globals.profile().login) : tr("Token of the token API: ");
        const std::optional<QString> given = m_context.prompt(question);
        if (given && !given->isEmpty()) {
            answer(*given);
            return;
        }
    }
    answer(core::fail(u"usage"_s, password ? tr("There is no password. Name an environment variable that holds it with --password-env.")
                                           : tr("There is no token. Name an environment variable that holds it with --token-env.")));
}

} // namespace signalbox::cli
