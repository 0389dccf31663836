// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/globaloptions.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

namespace {

QString simulatedName()
{
    return u"simulated"_s;
}

/// An http(s) origin: no path, no user, no query.
bool isOrigin(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty() &&
           (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
}

} // namespace

QList<OptionSpec> GlobalOptions::specs()
{
    return {
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

core::Result<GlobalOptions> GlobalOptions::from(const Arguments &arguments)
{
    GlobalOptions options;
    const QString format = arguments.value(u"format"_s, u"text"_s);
    if (format != "text"_L1 && format != "json"_L1)
        return core::fail(u"usage"_s, tr("--format is text or json, not \"%1\".").arg(format));
    options.m_json = format == "json"_L1;
    options.m_verbose = arguments.has(u"verbose"_s);
    if (arguments.value(u"cluster"_s, simulatedName()) != simulatedName()) {
        if (const auto read = options.readCluster(arguments); !read)
            return tl::unexpected(read.error());
        return options;
    }
    const QStringList others{u"domain"_s, u"login"_s, u"password-env"_s, u"token-env"_s,
                             u"node"_s,   u"ca"_s,    u"client-cert"_s,  u"client-key"_s};
    for (const QString &option : others) {
        if (arguments.has(option))
            return core::fail(
                u"usage"_s,
                tr("--%1 is for a cluster that is given by its address; the simulated one has its own. Add --cluster URL.").arg(option));
    }
    return options;
}

core::Result<void> GlobalOptions::readCluster(const Arguments &arguments)
{
    const QString address = arguments.value(u"cluster"_s);
    const QUrl url(address, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return core::fail(u"usage"_s, tr("--cluster must not hold a login or password; use --login and --password-env."));
    if (!isOrigin(url))
        return core::fail(u"usage"_s, tr("--cluster is \"simulated\" or an address such as https://host:port, not \"%1\".").arg(address));
    m_profile.name = url.host();
    m_profile.address = url.adjusted(QUrl::RemovePath);
    m_profile.domain = arguments.value(u"domain"_s);
    m_profile.login = arguments.value(u"login"_s);
    m_profile.caFile = arguments.value(u"ca"_s);
    m_profile.clientCertificate = arguments.value(u"client-cert"_s);
    m_profile.clientKey = arguments.value(u"client-key"_s);
    m_passwordVariable = arguments.value(u"password-env"_s);
    m_tokenVariable = arguments.value(u"token-env"_s);
    if (m_profile.clientCertificate.isEmpty() != m_profile.clientKey.isEmpty())
        return core::fail(u"usage"_s, tr("--client-cert and --client-key belong together."));
    const QStringList nodes = arguments.values(u"node"_s);
    for (const QString &node : nodes) {
        const qsizetype equals = node.indexOf(u'=');
        const QUrl own(node.mid(equals + 1), QUrl::StrictMode);
        if (equals < 3 || node.left(equals).count(u'/') != 1 || !isOrigin(own) || !own.userInfo().isEmpty())
            return core::fail(u"usage"_s, tr("--node has the form SITE/NODE=URL, not \"%1\".").arg(node));
        m_profile.nodes.insert(node.left(equals), own.adjusted(QUrl::RemovePath));
    }
    return {};
}

} // namespace signalbox::cli
