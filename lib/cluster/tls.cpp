// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/tls.h"

#include "core/filestore.h"

#include <QSslCertificate>
#include <QSslKey>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pemLimit = 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Tls)
};

core::Result<QList<QSslCertificate>> certificates(const QString &path)
{
    const core::Result<QByteArray> pem = core::readFile(path, pemLimit);
    if (!pem)
        return core::fail(u"bad_profile"_s, pem.error().message, pem.error().detail);
    QList<QSslCertificate> found = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (found.isEmpty())
        return core::fail(u"bad_profile"_s, Tr::tr("“%1” holds no certificate in PEM form.").arg(path));
    return found;
}

core::Result<QSslKey> privateKey(const QString &path)
{
    const core::Result<QByteArray> pem = core::readFile(path, pemLimit);
    if (!pem)
        return core::fail(u"bad_profile"_s, pem.error().message, pem.error().detail);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return core::fail(u"bad_profile"_s, Tr::tr("“%1” holds no private key in PEM form without a password.").arg(path));
}

} // namespace

core::Result<QSslConfiguration> tlsConfiguration(const Profile &profile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!profile.caFile.isEmpty()) {
        const auto authorities = certificates(profile.caFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        configuration.addCaCertificates(*authorities);
    }
    if (profile.clientCertificate.isEmpty() != profile.clientKey.isEmpty())
        return core::fail(u"bad_profile"_s, Tr::tr("A client certificate and its key must be given together."));
    if (!profile.clientCertificate.isEmpty()) {
        const auto chain = certificates(profile.clientCertificate);
        if (!chain)
            return tl::unexpected(chain.error());
        const auto key = privateKey(profile.clientKey);
        if (!key)
            return tl::unexpected(key.error());
        configuration.setLocalCertificateChain(*chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

} // namespace signalbox::cluster
