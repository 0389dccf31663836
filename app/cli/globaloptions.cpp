// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/globaloptions.h"

#include "cluster/profilestore.h"

#include <QDir>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {

QString simulatedName()
{
    return u"simulated"_s;
}

} // namespace

QList<OptionSpec> GlobalOptions::specs()
{
    return {
        {u"profile"_s, u"NAME"_s, tr("A cluster as signalbox-profiles(5) describes it; the options below override what it says.")},
        {u"cluster"_s, u"URL|simulated"_s,
         tr("The cluster: its address (http or https), or \"simulated\", an embedded one for this command's life (the default).")},
        {u"domain"_s, u"DOMAIN"_s, tr("Domain of the login.")},
        {u"login"_s, u"LOGIN"_s, tr("User for REST and the user API.")},
        {u"password-env"_s, u"VAR"_s, tr("Environment variable that holds the password. Else the keychain, else a prompt.")},
        {u"token-env"_s, u"VAR"_s, tr("Environment variable that holds the token of the token API. Else the keychain, else a prompt.")},
        {u"node"_s, u"SITE/NODE=URL"_s, tr("Own address of a node, for files that only this node has."), true},
        {u"ca"_s, u"FILE"_s, tr("Certificates (PEM) to trust beside the system's.")},
        {u"client-cert"_s, u"FILE"_s, tr("Client certificate (PEM).")},
        {u"client-key"_s, u"FILE"_s, tr("Key of the client certificate (PEM).")},
        {u"format"_s, u"text|json"_s, tr("Text for people (the default), or one JSON document on standard output.")},
        {u"verbose"_s, {}, tr("Show the traffic with the cluster on standard error, secrets masked.")},
        {u"help"_s, {}, tr("Show help and exit.")},
        {u"version"_s, {}, tr("Show the version and exit.")},
    };
}

core::Result<GlobalOptions> GlobalOptions::from(const Arguments &arguments, const QString &profilesFile)
{
    GlobalOptions options;
    const QString format = arguments.value(u"format"_s, u"text"_s);
    if (format != "text"_L1 && format != "json"_L1)
        return core::fail(u"usage"_s, tr("--format is text or json, not \"%1\".").arg(format));
    options.m_json = format == "json"_L1;
    options.m_verbose = arguments.has(u"verbose"_s);
    const bool isGiven = arguments.value(u"cluster"_s, simulatedName()) != simulatedName();
    if (arguments.has(u"profile"_s) && arguments.has(u"cluster"_s))
        return core::fail(u"usage"_s, tr("--profile and --cluster both say which cluster; give one of them."));
    if (!arguments.has(u"profile"_s) && !isGiven) {
        const QStringList others{u"domain"_s, u"login"_s, u"password-env"_s, u"token-env"_s,
                                 u"node"_s,   u"ca"_s,    u"client-cert"_s,  u"client-key"_s};
        for (const QString &option : others) {
            if (arguments.has(option))
                return core::fail(
                    u"usage"_s, tr("--%1 is for a cluster that is given by its address or by a profile; the simulated one has its own. Add "
                                   "--cluster URL or --profile NAME.")
                                    .arg(option));
        }
        return options;
    }
    core::Result<void> read =
        isGiven ? options.readAddress(arguments.value(u"cluster"_s)) : options.readProfile(arguments.value(u"profile"_s), profilesFile);
    if (read)
        read = options.readAccess(arguments);
    if (!read)
        return tl::unexpected(read.error());
    return options;
}

core::Result<void> GlobalOptions::readProfile(const QString &name, const QString &file)
{
    cluster::ProfileStore store(file);
    if (const auto loaded = store.load(); !loaded)
        return loaded;
    const cluster::Profile *profile = store.find(name);
    if (!profile) {
        const QString native = QDir::toNativeSeparators(file);
        if (store.profiles().isEmpty())
            return core::fail(u"usage"_s,
                              tr("There is no profile \"%1\": there are none yet. signalbox-profiles(5) tells how to write one into %2.")
                                  .arg(name, native));
        return core::fail(u"usage"_s,
                          tr("There is no profile \"%1\" in %2; there are: %3.").arg(name, native, store.names().join(u", "_s)));
    }
    m_profile = *profile;
    for (const core::Diagnostic &warning : store.warnings())
        m_warnings.append(u"%1:%2:%3: %4"_s.arg(QDir::toNativeSeparators(file), QString::number(warning.line),
                                                QString::number(warning.column), warning.message));
    return {};
}

core::Result<void> GlobalOptions::readAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return core::fail(u"usage"_s, tr("--cluster must not hold a login or password; use --login and --password-env."));
    if (!cluster::isOrigin(url))
        return core::fail(u"usage"_s, tr("--cluster is \"simulated\" or an address such as https://host:port, not \"%1\".").arg(address));
    m_profile.address = url.adjusted(QUrl::RemovePath);
    return {};
}

core::Result<void> GlobalOptions::readAccess(const Arguments &arguments)
{
    const auto override = [&arguments](const QString &option, QString &value) {
        value = arguments.value(option, value);
    };
    override(u"domain"_s, m_profile.domain);
    override(u"login"_s, m_profile.login);
    override(u"ca"_s, m_profile.caFile);
    if (arguments.has(u"client-cert"_s) != arguments.has(u"client-key"_s))
        return core::fail(u"usage"_s, tr("--client-cert and --client-key belong together."));
    override(u"client-cert"_s, m_profile.clientCertificate);
    override(u"client-key"_s, m_profile.clientKey);
    m_passwordVariable = arguments.value(u"password-env"_s);
    m_tokenVariable = arguments.value(u"token-env"_s);
    const QStringList nodes = arguments.values(u"node"_s);
    for (const QString &node : nodes) {
        const qsizetype equals = node.indexOf(u'=');
        const QUrl own(node.mid(equals + 1), QUrl::StrictMode);
        if (equals < 0 || !cluster::isNodeName(node.left(equals)) || !cluster::isOrigin(own))
            return core::fail(u"usage"_s, tr("--node has the form SITE/NODE=URL, not \"%1\".").arg(node));
        m_profile.nodes.insert(node.left(equals), own.adjusted(QUrl::RemovePath));
    }
    return {};
}

} // namespace signalbox::cli
