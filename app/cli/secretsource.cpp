// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretsource.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

void SecretSource::answer(core::Result<QString> secret)
{
    if (const Found found = std::exchange(m_found, nullptr))
        found(std::move(secret));
}

void SecretSource::find(Kind kind, Found found)
{
    m_found = std::move(found);
    const QString variable = kind == Kind::Password ? m_globals.passwordVariable()
                             : kind == Kind::Token  ? m_globals.tokenVariable()
                                                    : QString();
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
    m_reading = m_store->read(cluster::secretKey(kind, m_globals.profile()));
    m_reading->start([this, kind](const core::Result<std::optional<QString>> &secret) {
        if (secret && *secret)
            answer(**secret);
        else
            ask(kind);
    });
}

QString SecretSource::question(Kind kind) const
{
    const cluster::Profile &profile = m_globals.profile();
    switch (kind) {
    case Kind::Password:
        return tr("Password of %1: ").arg(profile.login);
    case Kind::ProxyPassword:
        return tr("Password of %1 for the proxy %2: ").arg(profile.proxy.user, profile.proxy.host);
    case Kind::Token:
        break;
    }
    return tr("Token of the token API: ");
}

QString SecretSource::missing(Kind kind) const
{
    switch (kind) {
    case Kind::Password:
        return tr("There is no password. Name an environment variable that holds it with --password-env.");
    case Kind::ProxyPassword:
        return tr(
            "There is no password for the proxy. Keep it in the keychain (signalbox-profiles(5) tells how), or run this in a terminal.");
    case Kind::Token:
        break;
    }
    return tr("There is no token. Name an environment variable that holds it with --token-env.");
}

void SecretSource::ask(Kind kind)
{
    const std::optional<QString> given = m_context.prompt ? m_context.prompt(question(kind)) : std::nullopt;
    if (given && !given->isEmpty())
        answer(*given);
    else
        answer(core::fail(u"usage"_s, missing(kind)));
}

} // namespace signalbox::cli
